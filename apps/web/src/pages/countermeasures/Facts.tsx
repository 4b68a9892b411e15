import type { Countermeasure } from "@morrow/contract/countermeasures";
import { teamRoutes } from "@morrow/contract/people";
import {
  countermeasureKindLabels,
  countermeasureKinds,
  priorities,
  priorityLabels,
  strengthLabels,
  strengths,
} from "@morrow/domain/countermeasures";
import { useState, type ReactNode } from "react";
import { useAnswer } from "../../api/answers.ts";
import { Button } from "../../components/Button.tsx";
import { Popover } from "../../components/Popover.tsx";
import { Select } from "../../components/Select.tsx";
import { StrengthBars } from "../../components/StrengthBars.tsx";
import { TextField } from "../../components/TextField.tsx";
import { Time } from "../../components/Time.tsx";
import { DueDate } from "./DueDate.tsx";
import { Owner } from "./Owner.tsx";
import { useChange } from "./useChange.ts";

export function Facts({ item, editable }: { item: Countermeasure; editable: boolean }) {
  const change = useChange();
  const teams = useAnswer(teamRoutes.list, {}, { enabled: editable, staleTime: 60_000 });
  if (!editable) return <ReadFacts item={item} />;
  return (
    <aside className="measure-facts" aria-label="Facts">
      <Fact label="Owner">
        <Owner item={item} editable />
      </Fact>
      <Fact label="Target date">
        <DueDate item={item} editable />
      </Fact>
      <Select
        label="Kind"
        choices={countermeasureKinds.map((kind) => ({
          value: kind,
          label: countermeasureKindLabels[kind].label,
          hint: countermeasureKindLabels[kind].description,
        }))}
        value={item.kind}
        onValueChange={(kind) => void change.send(item, { kind })}
      />
      <Select
        label="Strength"
        hint="How much it relies on the system instead of on memory. The weaker ones are fine, and visibly so."
        choices={strengths.map((strength) => ({
          value: strength,
          label: strengthLabels[strength].label,
          hint: strengthLabels[strength].description,
          view: <StrengthBars strength={strength} />,
        }))}
        value={item.strength}
        onValueChange={(strength) => void change.send(item, { strength })}
      />
      <Select
        label="Priority"
        choices={priorities.map((priority) => ({ value: priority, label: priorityLabels[priority] }))}
        value={item.priority}
        onValueChange={(priority) => void change.send(item, { priority })}
      />
      <Select
        label="Team"
        choices={(teams.data?.items ?? []).map((team) => ({ value: team.id, label: team.name }))}
        value={item.team?.id ?? null}
        placeholder="No team"
        onValueChange={(teamId) => void change.send(item, { teamId })}
      />
      <Ticket item={item} />
      <Dates item={item} />
    </aside>
  );
}

function ReadFacts({ item }: { item: Countermeasure }) {
  return (
    <aside className="measure-facts" aria-label="Facts">
      <Fact label="Owner">
        <Owner item={item} editable={false} />
      </Fact>
      <Fact label="Target date">
        <DueDate item={item} editable={false} />
      </Fact>
      {item.kind === null ? null : <Fact label="Kind">{countermeasureKindLabels[item.kind].label}</Fact>}
      {item.strength === null ? null : (
        <Fact label="Strength">
          <StrengthBars strength={item.strength} />
        </Fact>
      )}
      {item.team === null ? null : <Fact label="Team">{item.team.name}</Fact>}
      {item.ticket === null ? null : (
        <Fact label="Ticket">
          <a href={item.ticket} rel="noopener noreferrer">
            {item.ticket}
          </a>
        </Fact>
      )}
      <Dates item={item} />
    </aside>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div className="overline">{label}</div>
      <div>{children}</div>
    </div>
  );
}

function Ticket({ item }: { item: Countermeasure }) {
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState(item.ticket ?? "");
  const change = useChange();
  return (
    <Fact label="Ticket">
      <span className="cluster">
        {item.ticket === null ? null : (
          <a href={item.ticket} rel="noopener noreferrer">
            {new URL(item.ticket).pathname.split("/").at(-1) || item.ticket}
          </a>
        )}
        <Popover
          open={open}
          onOpenChange={setOpen}
          title="Ticket"
          trigger={<Button size="small">{item.ticket === null ? "Link a ticket" : "Change"}</Button>}
        >
          <form
            className="stack-tight"
            onSubmit={(event) => {
              event.preventDefault();
              void change.send(item, { ticket: url === "" ? null : url }).then(() => setOpen(false));
            }}
          >
            <TextField label="Address" type="url" value={url} onValueChange={setUrl} placeholder="https://" />
            <Button type="submit" kind="primary" size="small">
              Save
            </Button>
          </form>
        </Popover>
      </span>
    </Fact>
  );
}

/** Every date it ever had. Seeing that dates move is worth more than anybody's excuse. */
function Dates({ item }: { item: Countermeasure }) {
  if (item.dates.length < 2) return null;
  return (
    <Fact label="Dates so far">
      <ol className="measure-list">
        {item.dates.map((date) => (
          <li key={date.setAt}>
            <span className="mono tabular">{date.dueOn}</span>{" "}
            <span className="quiet">
              set <Time at={date.setAt} show="date" /> {date.by === null ? "" : `by ${date.by.name}`}
            </span>
          </li>
        ))}
      </ol>
    </Fact>
  );
}
