import type { Countermeasure } from "@morrow/contract/countermeasures";
import { peopleRoutes } from "@morrow/contract/people";
import { useAnswer } from "../../api/answers.ts";
import { Avatar } from "../../components/Avatar.tsx";
import { Combobox } from "../../components/Combobox.tsx";
import { InlineEdit } from "./InlineEdit.tsx";
import { useChange } from "./useChange.ts";

/** Who sees to it, changed in place. */
export function Owner({ item, editable }: { item: Countermeasure; editable: boolean }) {
  const shown =
    item.owner === null ? (
      <span className="quiet">
        {item.ownerName === null ? "no owner" : `${item.ownerName}, not here yet`}
      </span>
    ) : (
      <Avatar name={item.owner.name} named />
    );
  return (
    <InlineEdit title="Owner" action={`change the owner of ${item.ref}`} shown={shown} editable={editable}>
      {(onDone) => <Choose item={item} onDone={onDone} />}
    </InlineEdit>
  );
}

function Choose({ item, onDone }: { item: Countermeasure; onDone: () => void }) {
  const people = useAnswer(peopleRoutes.list, {}, { staleTime: 60_000 });
  const change = useChange();
  const options = (people.data?.items ?? [])
    .filter((person) => person.active)
    .map((person) => ({ value: person.id, label: person.name, hint: person.email }));
  return (
    <Combobox
      label="Who will see to it?"
      placeholder="A name"
      limit={1}
      options={options}
      selected={item.owner === null ? [] : [{ value: item.owner.id, label: item.owner.name }]}
      onSelectedChange={(selected) =>
        void change.send(item, { ownerId: selected[0]?.value ?? null }).then(onDone)
      }
    />
  );
}
