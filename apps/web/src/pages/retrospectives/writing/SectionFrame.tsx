import type { DocumentSectionId } from "@morrow/domain/retrospectives";
import type { ReactNode } from "react";
import { CommentButton } from "../comments/CommentButton.tsx";

/** What each section asks for; the first words somebody tired reads. */
export const sectionPrompts: Record<DocumentSectionId | "measures", string> = {
  lesson: "One sentence that somebody with the same failure in six months is glad to read.",
  narrative:
    "Tell it in order, as it looked at the time. What did people see, and what made the next step reasonable?",
  factors: "Several conditions together made this possible. What had to be true, and which led to which?",
  wentWell: "What helped? It is worth keeping as much as the rest is worth changing.",
  confusing: "Where did the picture not fit together? What pointed the wrong way?",
  lucky: "What could not have been counted on, but helped all the same?",
  detectSooner: "What would have to change so that we hear of it earlier?",
  recoverSooner: "What would have to change so that we are back earlier?",
  measures:
    "Every idea counts and promises nothing yet. One becomes a promise when somebody accepts it with a date.",
};

interface SectionFrameProps {
  readonly id: DocumentSectionId | "measures";
  readonly label: string;
  readonly prompt: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function SectionFrame({ id, label, prompt, aside, children }: SectionFrameProps) {
  return (
    <section id={`section-${id}`} className="retro-section" aria-labelledby={`heading-${id}`}>
      <div className="retro-section-head">
        <h2 id={`heading-${id}`}>{label}</h2>
        <span className="cluster">
          {aside}
          {id === "measures" ? null : <CommentButton section={id} />}
        </span>
      </div>
      <p id={`prompt-${id}`} className="retro-section-prompt">
        {prompt}
      </p>
      {children}
    </section>
  );
}
