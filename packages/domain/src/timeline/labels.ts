import type { Described } from "../described.ts";
import type { Precision, TimelineKind, TimelineSource } from "./vocabulary.ts";

export const timelineKindLabels: Record<TimelineKind, Described> = {
  detection: { label: "Detection", description: "Somebody or something noticed a sign of it." },
  hypothesis: { label: "Hypothesis", description: "What was thought to be going on, before it was known." },
  investigation: { label: "Investigation", description: "Looking for what is going on." },
  action: { label: "Action", description: "Somebody or something changed the system." },
  effect: { label: "Effect", description: "What the system did, or what people felt." },
  decision: { label: "Decision", description: "A way was chosen, and others were not." },
  communication: { label: "Communication", description: "Somebody was told something." },
  milestone: { label: "Milestone", description: "A time with meaning, such as detected or resolved." },
  note: { label: "Note", description: "Anything else worth keeping." },
};

export const timelineSourceLabels: Record<TimelineSource, string> = {
  person: "Written by a person",
  chat: "From chat",
  alert: "From an alert",
  deploy: "From a deploy",
  import: "From a write-up",
  experiment: "From an experiment",
};

export const precisionLabels: Record<Precision, string> = {
  day: "on this day",
  hour: "in this hour",
  minute: "to the minute",
  second: "to the second",
};
