import type { RuleId } from "@morrow/coach";
import { rules } from "@morrow/coach/catalogue";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { TextField } from "../../../components/TextField.tsx";
import type { Question } from "./questions.ts";

interface QuestionCardProps {
  readonly question: Question;
  readonly active: boolean;
  readonly onGo: () => void;
  /** Leaves the sentence as it is; the reason stays in the text. Without one (titles, the lesson) it is only for now. */
  readonly onSetAside: (ruleId: RuleId, reason: string) => void;
  readonly keepsReason: boolean;
}

/** One question. Pressing it leads to its words; looking at it opens why it is asked and the ways out. */
export function QuestionCard({ question, active, onGo, onSetAside, keepsReason }: QuestionCardProps) {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState(false);
  const [reason, setReason] = useState("");
  const rule = rules.find(({ id }) => id === question.ruleId);
  return (
    <div className="retro-card" data-active={active || undefined}>
      <button type="button" className="retro-card-question" onClick={onGo} aria-expanded={active}>
        <span className="retro-card-words">{question.words}</span>
        {question.question}
      </button>
      {active ? (
        <>
          <p className="quiet">{question.message}</p>
          {why && rule !== undefined ? (
            <div className="retro-card-why">
              <p>{rule.why}</p>
              <p>
                <span className="overline">Closed</span> {rule.example}
              </p>
              <p>
                <span className="overline">Open</span> {rule.betterExample}
              </p>
            </div>
          ) : null}
          {asking ? (
            <form
              className="stack-tight"
              onSubmit={(event) => {
                event.preventDefault();
                if (rule !== undefined && reason.trim() !== "") onSetAside(rule.id, reason);
              }}
            >
              <TextField
                label="Why does it stand as it is?"
                hint="The reason stays in the text as a comment; readers do not see it."
                value={reason}
                onValueChange={setReason}
                ref={focusWhenShown}
              />
              <span className="cluster">
                <Button type="submit" size="small" disabled={reason.trim().length < 2}>
                  Leave it with this reason
                </Button>
                <Button kind="quiet" size="small" onClick={() => setAsking(false)}>
                  Back
                </Button>
              </span>
            </form>
          ) : (
            <span className="cluster">
              {rule === undefined ? null : (
                <>
                  <Button
                    size="small"
                    onClick={() => (keepsReason ? setAsking(true) : onSetAside(rule.id, ""))}
                  >
                    {keepsReason ? "Leave it …" : "Leave it for now"}
                  </Button>
                  <Button kind="quiet" size="small" aria-expanded={why} onClick={() => setWhy(!why)}>
                    {why ? "Less" : "Why ask?"}
                  </Button>
                </>
              )}
            </span>
          )}
        </>
      ) : null}
    </div>
  );
}

/** Pressing “Leave it …” asks for the reason; the caret waits there. */
function focusWhenShown(field: HTMLInputElement | null): void {
  field?.focus();
}
