import { Temporal } from "temporal-polyfill";
import { isCivilDate } from "../calendar/civil-date.ts";
import { problem, type Problem } from "../problem.ts";
import type { CountermeasureState, EvidenceKind } from "./vocabulary.ts";

/** What shows that it works: an address, a note, or both. */
export interface Evidence {
  kind: EvidenceKind;
  url?: string | null;
  note?: string | null;
}

/** A countermeasure's state with the data that this state cannot be without. */
export type Standing =
  | { state: "idea"; ownerId: string | null; dueOn: string | null }
  | { state: "accepted" | "in_progress" | "done"; ownerId: string; dueOn: string }
  | { state: "verified"; ownerId: string; dueOn: string; evidence: Evidence }
  | { state: "declined" | "superseded"; ownerId: string | null; dueOn: string | null; reason: string };

export interface CurrentStanding {
  state: CountermeasureState;
  ownerId: string | null;
  /** Target date, YYYY-MM-DD. */
  dueOn: string | null;
}

export interface TransitionInput {
  ownerId?: string | null | undefined;
  dueOn?: string | null | undefined;
  reason?: string | null | undefined;
  evidence?: Evidence | null | undefined;
  /** Instant with offset. */
  now: string;
}

/** Where one may go from each state. A verified one whose failure came back is taken up again. */
export const allowedTransitions: Readonly<Record<CountermeasureState, readonly CountermeasureState[]>> = {
  idea: ["accepted", "declined", "superseded"],
  accepted: ["in_progress", "done", "declined", "superseded"],
  in_progress: ["accepted", "done", "declined", "superseded"],
  done: ["verified", "in_progress", "superseded"],
  verified: ["in_progress", "superseded"],
  declined: ["idea"],
  superseded: [],
};

export type TransitionResult = { next: Standing } | { problem: Problem };

/** The one rule by which a countermeasure changes its state. */
export function transition(
  current: CurrentStanding,
  to: CountermeasureState,
  input: TransitionInput,
): TransitionResult {
  if (!allowedTransitions[current.state].includes(to)) {
    return refuse("countermeasure.transition_not_allowed", notAllowed(current.state, to), "state");
  }
  const reason = input.reason?.trim() ?? "";
  if (needsReason(current.state, to) && reason === "") {
    return refuse(
      "countermeasure.reason_missing",
      "Please say why; it will be read by those who come to it later.",
      "reason",
    );
  }
  const ownerId = input.ownerId || current.ownerId;
  const dueOn = input.dueOn || current.dueOn;
  if (dueOn !== null && !isCivilDate(dueOn)) {
    return refuse(
      "countermeasure.date_invalid",
      `“${dueOn}” is not a date. Please give one such as 2026-05-01.`,
      "dueOn",
    );
  }
  switch (to) {
    case "idea":
      return { next: { state: to, ownerId, dueOn } };
    case "declined":
    case "superseded":
      return { next: { state: to, ownerId, dueOn, reason } };
    case "accepted":
      if (current.state === "idea" && dueOn !== null && isPast(dueOn, input.now)) {
        return refuse(
          "countermeasure.date_past",
          "This target date has passed. Please choose one that can still be met.",
          "dueOn",
        );
      }
      return commit(to, ownerId, dueOn);
    case "in_progress":
    case "done":
      return commit(to, ownerId, dueOn);
    case "verified":
      return verify(ownerId, dueOn, input.evidence ?? null);
  }
}

type Commitment = { ownerId: string; dueOn: string } | { problem: Problem };

function readCommitment(ownerId: string | null, dueOn: string | null): Commitment {
  if (ownerId === null || ownerId === "") {
    return refuse(
      "countermeasure.owner_missing",
      "Please name who will see to it: a promise needs an owner.",
      "ownerId",
    );
  }
  if (dueOn === null) {
    return refuse(
      "countermeasure.date_missing",
      "Please give a target date: a promise needs a day.",
      "dueOn",
    );
  }
  return { ownerId, dueOn };
}

function commit(
  state: "accepted" | "in_progress" | "done",
  ownerId: string | null,
  dueOn: string | null,
): TransitionResult {
  const commitment = readCommitment(ownerId, dueOn);
  return "problem" in commitment ? commitment : { next: { state, ...commitment } };
}

function verify(ownerId: string | null, dueOn: string | null, evidence: Evidence | null): TransitionResult {
  const commitment = readCommitment(ownerId, dueOn);
  if ("problem" in commitment) return commitment;
  if (evidence === null || (isBlank(evidence.url) && isBlank(evidence.note))) {
    return refuse(
      "countermeasure.evidence_missing",
      "Please say what showed that it holds: a test, a drill or an experiment, with an address or a note.",
      "evidence",
    );
  }
  return { next: { state: "verified", ...commitment, evidence } };
}

function isBlank(text: string | null | undefined): boolean {
  return (text?.trim() ?? "") === "";
}

/** Giving up and taking up again are explained. */
function needsReason(from: CountermeasureState, to: CountermeasureState): boolean {
  if (to === "declined" || to === "superseded") return true;
  return from === "declined" || from === "verified" || (from === "done" && to === "in_progress");
}

/** Past wherever on Earth the owner may be. */
function isPast(dueOn: string, now: string): boolean {
  const westernmost = Temporal.Instant.from(now).toZonedDateTimeISO("-12:00").toPlainDate();
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(dueOn), westernmost) < 0;
}

function notAllowed(from: CountermeasureState, to: CountermeasureState): string {
  const ways = allowedTransitions[from].map(spoken);
  const rest = ways.length === 0 ? "It stays as it is." : `It can become ${ways.join(", ")}.`;
  return `A countermeasure that is ${spoken(from)} cannot become ${spoken(to)}. ${rest}`;
}

function spoken(state: CountermeasureState): string {
  return state === "idea" ? "an idea" : state.replace("_", " ");
}

function refuse(code: string, message: string, ...path: string[]): { problem: Problem } {
  return { problem: problem(code, message, ...path) };
}
