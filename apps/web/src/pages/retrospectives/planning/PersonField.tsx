import { peopleRoutes } from "@morrow/contract/people";
import { useAnswer } from "../../../api/answers.ts";
import { Combobox } from "../../../components/Combobox.tsx";

interface PersonFieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly onPersonChange: (id: string | null) => void;
}

export function PersonField({ label, name, hint, person, onPersonChange }: PersonFieldProps) {
  const people = useAnswer(peopleRoutes.list, {}, { staleTime: 60_000 });
  return (
    <Combobox
      label={label}
      name={name}
      {...(hint === undefined ? {} : { hint })}
      placeholder="A name"
      limit={1}
      options={(people.data?.items ?? [])
        .filter(({ active }) => active)
        .map((each) => ({ value: each.id, label: each.name, hint: each.email }))}
      selected={person === null ? [] : [{ value: person.id, label: person.name }]}
      onSelectedChange={(selected) => onPersonChange(selected[0]?.value ?? null)}
    />
  );
}
