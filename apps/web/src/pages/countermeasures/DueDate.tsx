import type { Countermeasure } from "@morrow/contract/countermeasures";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { StateMark } from "../../components/StateMark.tsx";
import { TextField } from "../../components/TextField.tsx";
import { InlineEdit } from "./InlineEdit.tsx";
import { useChange } from "./useChange.ts";

/** The target date with the dates it had before: a slip stays visible. */
export function DueDate({ item, editable }: { item: Countermeasure; editable: boolean }) {
  const shown = (
    <span className="measure-due">
      {item.dueOn === null ? (
        <span className="quiet">no date</span>
      ) : item.overdue ? (
        <StateMark state="overdue">{`Was due ${item.dueOn}`}</StateMark>
      ) : (
        <span className="mono tabular">{item.dueOn}</span>
      )}
      <Slips item={item} />
    </span>
  );
  return (
    <InlineEdit
      title="Target date"
      action={`change the date of ${item.ref}`}
      shown={shown}
      editable={editable}
    >
      {(onDone) => <Choose item={item} onDone={onDone} />}
    </InlineEdit>
  );
}

function Slips({ item }: { item: Countermeasure }) {
  const earlier = item.dates
    .map((date) => date.dueOn)
    .filter((date) => item.dueOn !== null && date < item.dueOn);
  if (earlier.length === 0) return null;
  return (
    <span className="quiet">
      {" "}
      moved from{" "}
      {earlier.map((date) => (
        <s key={date} className="mono tabular measure-slip">
          {date}
        </s>
      ))}
    </span>
  );
}

function Choose({ item, onDone }: { item: Countermeasure; onDone: () => void }) {
  const [date, setDate] = useState(item.dueOn ?? "");
  const change = useChange();
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void change.send(item, { dueOn: date === "" ? null : date }).then(onDone);
      }}
    >
      <TextField
        label="Until when?"
        type="date"
        value={date}
        onValueChange={setDate}
        hint="A later date is kept beside the earlier one; nobody is asked why."
      />
      <Button type="submit" kind="primary" size="small" busy={change.busy}>
        Save
      </Button>
    </form>
  );
}
