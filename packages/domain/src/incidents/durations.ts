import { Temporal } from "temporal-polyfill";
import type { Milestones } from "./state.ts";
import type { Milestone } from "./vocabulary.ts";

export type DurationId =
  | "time_to_detect"
  | "time_to_acknowledge"
  | "time_to_mitigate"
  | "time_to_resolve"
  | "duration";

export interface DurationDefinition {
  id: DurationId;
  label: string;
  /** From what to what, as a sentence. */
  definition: string;
  from: Milestone;
  to: Milestone;
}

export interface Duration extends DurationDefinition {
  /** Whole seconds; null while one of its ends is unknown, and when the ends contradict each other. */
  seconds: number | null;
}

export const durationDefinitions: readonly DurationDefinition[] = [
  {
    id: "time_to_detect",
    label: "Time to detect",
    definition: "From the first effect until a person or an alert noticed it.",
    from: "started",
    to: "detected",
  },
  {
    id: "time_to_acknowledge",
    label: "Time to acknowledge",
    definition: "From detection until somebody took it on.",
    from: "detected",
    to: "acknowledged",
  },
  {
    id: "time_to_mitigate",
    label: "Time to mitigate",
    definition: "From the first effect until the effect on people was contained.",
    from: "started",
    to: "mitigated",
  },
  {
    id: "time_to_resolve",
    label: "Time to resolve",
    definition: "From detection until the service was back to normal.",
    from: "detected",
    to: "resolved",
  },
  {
    id: "duration",
    label: "Duration",
    definition: "From the first effect until the service was back to normal.",
    from: "started",
    to: "resolved",
  },
];

/** Every duration with its definition, in the order of {@link durationDefinitions}. */
export function durations(milestones: Milestones): Duration[] {
  return durationDefinitions.map((definition) => {
    const seconds = secondsBetween(milestones[definition.from], milestones[definition.to]);
    return { ...definition, seconds: seconds !== null && seconds >= 0 ? seconds : null };
  });
}

/** @returns whole seconds, negative when `to` is earlier; null when either end is missing or not an instant */
function secondsBetween(from: string | null | undefined, to: string | null | undefined): number | null {
  const start = readInstant(from);
  const end = readInstant(to);
  if (start === null || end === null) return null;
  return Math.floor((end.epochMilliseconds - start.epochMilliseconds) / 1000);
}

/** @returns null when the text is missing or is no ISO 8601 instant with an offset */
export function readInstant(text: string | null | undefined): Temporal.Instant | null {
  if (!text) return null;
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
