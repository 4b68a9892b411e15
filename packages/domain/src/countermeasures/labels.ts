import type { Described } from "../described.ts";
import type {
  CountermeasureKind,
  CountermeasureState,
  EvidenceKind,
  Priority,
  Strength,
} from "./vocabulary.ts";

export const countermeasureStateLabels: Record<CountermeasureState, Described> = {
  idea: { label: "Idea", description: "Somebody thought of it; nobody has promised it." },
  accepted: { label: "Accepted", description: "It has an owner and a target date." },
  in_progress: { label: "In progress", description: "It is being worked on." },
  done: { label: "Done", description: "The change is made; nobody has seen it hold yet." },
  verified: {
    label: "Verified",
    description: "The failure was brought about again and the system held, or a test shows it.",
  },
  declined: { label: "Declined", description: "It was decided against, with a reason." },
  superseded: { label: "Superseded", description: "Another one takes its place." },
};

export const countermeasureKindLabels: Record<CountermeasureKind, Described> = {
  prevent: { label: "Prevent", description: "It becomes less likely to happen." },
  detect: { label: "Detect", description: "We notice sooner." },
  mitigate: { label: "Mitigate", description: "It hurts fewer people, or less." },
  recover: { label: "Recover", description: "We are back sooner." },
  process: { label: "Process", description: "We work together differently." },
};

/** From strongest to weakest, with what makes them so. */
export const strengthLabels: Record<Strength, Described> = {
  elimination: { label: "Elimination", description: "The way to fail is gone." },
  guard: { label: "Automatic guard", description: "The system itself stops it." },
  detection: { label: "Detection", description: "We are told, and then act." },
  procedure: { label: "Procedure", description: "People follow written steps." },
  training: { label: "Training", description: "People are asked to know and remember." },
};

/** 5 for the strongest, 1 for the weakest: the number of bars shown. */
export function strengthRank(strength: Strength): 1 | 2 | 3 | 4 | 5 {
  return ranks[strength];
}

const ranks = { elimination: 5, guard: 4, detection: 3, procedure: 2, training: 1 } as const satisfies Record<
  Strength,
  number
>;

export const priorityLabels: Record<Priority, string> = { high: "High", medium: "Medium", low: "Low" };

export const evidenceKindLabels: Record<EvidenceKind, Described> = {
  test: { label: "Test", description: "A test that fails without the change." },
  drill: { label: "Drill", description: "People rehearsed the failure and it held." },
  experiment: { label: "Experiment", description: "The failure was injected and the system held." },
};
