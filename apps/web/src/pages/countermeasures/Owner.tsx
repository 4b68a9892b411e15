import type { Countermeasure } from "@morrow/contract/countermeasures";
import { peopleRoutes } from "@morrow/contract/people";
import { useState } from "react";
import { useAnswer } from "../../api/answers.ts";
import { Avatar } from "../../components/Avatar.tsx";
import { Combobox } from "../../components/Combobox.tsx";
import { Popover } from "../../components/Popover.tsx";
import { useChange } from "./useChange.ts";

/** Who sees to it, changed in place. */
export function Owner({ item, editable }: { item: Countermeasure; editable: boolean }) {
  const [open, setOpen] = useState(false);
  const shown =
    item.owner === null ? (
      <span className="quiet">
        {item.ownerName === null ? "no owner" : `${item.ownerName}, not here yet`}
      </span>
    ) : (
      <span className="cluster">
        <Avatar name={item.owner.name} />
        {item.owner.name}
      </span>
    );
  if (!editable) return shown;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title="Owner"
      trigger={
        <button type="button" className="measure-inline">
          {shown}
          <span className="visually-hidden">, change the owner of {item.ref}</span>
        </button>
      }
    >
      {open ? <Choose item={item} onDone={() => setOpen(false)} /> : null}
    </Popover>
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
