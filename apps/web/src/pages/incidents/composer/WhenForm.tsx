import type { WhenReading } from "@morrow/domain/timeline";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { localZone } from "../../../components/timeText.ts";
import { whenTyped } from "./whenTyped.ts";

type Problem = Extract<WhenReading, { problem: unknown }>["problem"];

export interface WhenFormProps {
  /** What is unclear about the time that was typed into the entry. */
  readonly problem: Problem | null;
  readonly onPick: (when: WhenReading) => void;
}

export default function WhenForm({ problem, onPick }: WhenFormProps) {
  const [text, setText] = useState("");
  const zone = localZone();
  const reading = text.trim() === "" ? null : whenTyped(text);
  const refused = reading !== null && "problem" in reading ? reading.problem : null;
  const choices = (refused ?? (text === "" ? problem : null))?.choices ?? [];
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (reading !== null && "at" in reading) onPick(reading);
      }}
    >
      {problem === null || text !== "" ? null : <p>{problem.message}</p>}
      <TextField
        label="Time"
        hint={`14:05, 5 min ago, yesterday 23:10 or 2026-05-01 14:05 (${zone})`}
        value={text}
        onValueChange={setText}
        error={refused?.message}
        mono
        autoComplete="off"
      />
      {choices.map((choice) => (
        <Button
          key={choice.at}
          onClick={() => onPick({ at: choice.at, zone, precision: "minute", given: choice.local })}
        >
          {choice.local} (UTC{choice.offset})
        </Button>
      ))}
      <Button kind="primary" type="submit" disabled={reading === null || refused !== null}>
        Use this time
      </Button>
    </form>
  );
}
