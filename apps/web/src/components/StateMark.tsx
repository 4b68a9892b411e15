import type { CountermeasureState, IncidentState, RetrospectiveState } from "@morrow/domain";
import "./marks.css";

/** Every state a page can show, with "overdue" and "waived" which are derived. */
export type StateWord =
  | IncidentState
  | RetrospectiveState
  | CountermeasureState
  | "due"
  | "overdue"
  | "waived";

type Shape =
  | "ring"
  | "dashed"
  | "quarter"
  | "half"
  | "full"
  | "check"
  | "double-check"
  | "slash"
  | "arrow"
  | "alert"
  | "pencil";
type Tone = "quiet" | "ink" | "accent" | "attention" | "danger";

interface Look {
  readonly word: string;
  readonly shape: Shape;
  readonly tone: Tone;
}

const looks: Readonly<Record<StateWord, Look>> = {
  open: { word: "Open", shape: "ring", tone: "danger" },
  mitigated: { word: "Mitigated", shape: "half", tone: "attention" },
  resolved: { word: "Resolved", shape: "full", tone: "accent" },
  closed: { word: "Closed", shape: "check", tone: "quiet" },
  draft: { word: "Draft", shape: "pencil", tone: "ink" },
  published: { word: "Published", shape: "check", tone: "accent" },
  due: { word: "Due", shape: "ring", tone: "attention" },
  overdue: { word: "Overdue", shape: "alert", tone: "danger" },
  waived: { word: "Waived", shape: "slash", tone: "quiet" },
  idea: { word: "Idea", shape: "dashed", tone: "quiet" },
  accepted: { word: "Accepted", shape: "ring", tone: "ink" },
  in_progress: { word: "In progress", shape: "half", tone: "attention" },
  done: { word: "Done", shape: "full", tone: "accent" },
  verified: { word: "Verified", shape: "double-check", tone: "accent" },
  declined: { word: "Declined", shape: "slash", tone: "quiet" },
  superseded: { word: "Superseded", shape: "arrow", tone: "quiet" },
};

export interface StateMarkProps {
  readonly state: StateWord;
  /** Other words for the same shape, such as "Due in 3 working days". */
  readonly children?: string;
}

/** A state as shape and word; colour only repeats what both say. */
export function StateMark({ state, children }: StateMarkProps) {
  const { word, shape, tone } = looks[state];
  return (
    <span className="m-state" data-tone={tone}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        aria-hidden="true"
      >
        {shapes[shape]}
      </svg>
      {children ?? word}
    </span>
  );
}

/** The word for a state, for menus and filters. */
export function stateWord(state: StateWord): string {
  return looks[state].word;
}

const ring = <circle cx="8" cy="8" r="6" />;

const shapes: Readonly<Record<Shape, React.ReactNode>> = {
  ring,
  dashed: <circle cx="8" cy="8" r="6" strokeDasharray="2.6 2.1" />,
  quarter: (
    <>
      {ring}
      <path d="M8 8V3.5A4.5 4.5 0 0 1 12.5 8z" fill="currentColor" stroke="none" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M8 3.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" stroke="none" />
    </>
  ),
  full: <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />,
  check: (
    <>
      {ring}
      <path d="m5.4 8.2 1.9 1.9 3.4-4" />
    </>
  ),
  "double-check": <path d="m1.5 8.6 2.9 3 5.6-7M8 11l.9.9 5.6-7" strokeLinecap="round" />,
  slash: (
    <>
      {ring}
      <path d="M4 12 12 4" />
    </>
  ),
  arrow: <path d="M2 8h10M8.5 4.5 12 8l-3.5 3.5" strokeLinecap="round" />,
  alert: <path d="M8 2 14.6 13.5H1.4zM8 6.5v3M8 11v1" strokeLinejoin="round" />,
  pencil: <path d="m3 13 .6-2.7L10.8 3l2.2 2.2-7.2 7.2z" strokeLinejoin="round" />,
};
