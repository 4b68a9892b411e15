import type { Question } from "@morrow/writeups";
import { useState } from "react";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/TextField.tsx";
import type { Lines } from "./Reading.tsx";

interface QuestionsProps {
  questions: readonly Question[];
  onPoint: (lines: Lines | null) => void;
  onAnswer: (id: string, value: string) => void;
}

/** What is uncertain, one after the other; the first one answers to the number keys. */
export function Questions({ questions, onPoint, onAnswer }: QuestionsProps) {
  const [first] = questions;
  useShortcuts(
    (first?.choices ?? []).slice(0, 9).map((choice, index) => ({
      keys: String(index + 1),
      label: choice.label,
      group: "Answer",
      run: () => first !== undefined && onAnswer(first.id, choice.value),
    })),
  );
  if (questions.length === 0)
    return <p className="quiet">Everything in this file could be read. Nothing is left open.</p>;
  return (
    <section aria-label="Questions" className="import-questions">
      {questions.map((question, index) => (
        <QuestionCard
          key={question.id}
          question={question}
          numbered={index === 0}
          onPoint={onPoint}
          onAnswer={(value) => onAnswer(question.id, value)}
        />
      ))}
    </section>
  );
}

interface CardProps {
  question: Question;
  numbered: boolean;
  onPoint: (lines: Lines | null) => void;
  onAnswer: (value: string) => void;
}

function QuestionCard({ question, numbered, onPoint, onAnswer }: CardProps) {
  const [own, setOwn] = useState("");
  const point = () => onPoint({ from: question.line, to: question.line });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pointing only shows the line
    <article
      className="import-question"
      onMouseEnter={point}
      onFocus={point}
      onMouseLeave={() => onPoint(null)}
    >
      <p>
        <span className="quiet mono">line {question.line}</span> {question.sentence}
      </p>
      <div className="cluster">
        {question.choices.map((choice, index) => (
          <Button key={choice.value} size="small" onClick={() => onAnswer(choice.value)}>
            {numbered && index < 9 ? <kbd>{index + 1}</kbd> : null} {choice.label}
          </Button>
        ))}
        <form
          className="import-own"
          onSubmit={(event) => (event.preventDefault(), own.trim() !== "" && onAnswer(own.trim()))}
        >
          <TextField
            label="Another answer"
            labelHidden
            placeholder="another answer"
            value={own}
            onValueChange={setOwn}
          />
        </form>
      </div>
    </article>
  );
}
