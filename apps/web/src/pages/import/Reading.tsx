import { useState } from "react";
import { Tabs } from "../../components/Tabs.tsx";
import { TextField } from "../../components/TextField.tsx";
import { openQuestions, type DraftFile } from "./draft.ts";
import { Original } from "./Original.tsx";
import { Questions } from "./Questions.tsx";
import { Understood } from "./Understood.tsx";

export interface Lines {
  from: number;
  to: number;
}

interface ReadingProps {
  file: DraftFile;
  onAnswer: (change: { zone?: string; answers?: DraftFile["answers"] }) => void;
}

/** One file: its text on the left, what was understood on the right; pointing at one shows the other. */
export function Reading({ file, onAnswer }: ReadingProps) {
  const [lines, setLines] = useState<Lines | null>(null);
  const [part, setPart] = useState("0");
  const questions = openQuestions(file);
  return (
    <>
      <Original text={file.text} lines={lines} />
      <div className="import-understood">
        <Questions
          questions={questions}
          onPoint={setLines}
          onAnswer={(id, value) => onAnswer({ answers: { ...file.answers, [id]: value } })}
        />
        {questions.some((question) => question.about === "zone") || file.zone !== "" ? (
          <TextField
            label="Zone of times that state none"
            hint="Such as Europe/Berlin, America/New_York or UTC. Left empty, those times are kept as written."
            defaultValue={file.zone}
            onBlur={(event) => onAnswer({ zone: event.currentTarget.value.trim() })}
          />
        ) : null}
        {file.proposals.length > 1 ? (
          <Tabs
            label="Incidents in this file"
            value={part}
            onValueChange={setPart}
            tabs={file.proposals.map((each, index) => ({
              value: String(index),
              label: each.title.value,
              panel: <Understood proposal={each} onPoint={setLines} />,
            }))}
          />
        ) : (
          file.proposals.map((each) => (
            <Understood key={each.lines.from} proposal={each} onPoint={setLines} />
          ))
        )}
      </div>
    </>
  );
}
