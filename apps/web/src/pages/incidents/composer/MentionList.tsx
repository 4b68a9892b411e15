import { Avatar } from "../../../components/Avatar.tsx";
import type { Named } from "./mentions.ts";

export interface MentionListProps {
  readonly id: string;
  readonly people: readonly Named[];
  readonly active: number;
  readonly onPick: (person: Named) => void;
}

/** Above the composer, so that it never covers what is typed. The keys stay in the text. */
export function MentionList({ id, people, active, onPick }: MentionListProps) {
  return (
    <div id={id} role="listbox" aria-label="People" className="incident-mentions m-popup">
      {people.map((person, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text field takes the keys
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="m-option"
          data-highlighted={index === active || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
        >
          <Avatar name={person.name} size="small" named />
        </div>
      ))}
    </div>
  );
}
