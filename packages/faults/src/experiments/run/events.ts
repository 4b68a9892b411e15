import type { Value } from "../values/index.ts";
import type { Status } from "./journal.ts";
import type { Verdict } from "./verdict.ts";

/** Which part of the run an activity belongs to. */
export type Part = "before" | "during" | "after" | "method" | "rollbacks";

/** What happens in a run, as it happens. Secrets are taken out before anybody hears of it. */
export type RunEvent =
  | {
      readonly kind: "started";
      readonly title: string;
      readonly dry: string | null;
      readonly hypothesis: string;
      readonly rollbacks: string;
    }
  | { readonly kind: "hypothesis-started"; readonly part: Part; readonly title: string }
  | { readonly kind: "hypothesis-ended"; readonly part: Part; readonly met: boolean | null }
  | { readonly kind: "method-started"; readonly activities: number }
  | { readonly kind: "method-ended" }
  | { readonly kind: "rollbacks-started"; readonly activities: number }
  | { readonly kind: "rollbacks-ended" }
  | {
      readonly kind: "pause-started";
      readonly name: string;
      readonly seconds: Value;
      readonly where: "before" | "after";
    }
  | {
      readonly kind: "activity-started";
      readonly part: Part;
      readonly type: string;
      readonly name: string;
      readonly background: boolean;
      readonly dry: boolean;
    }
  | {
      readonly kind: "activity-ended";
      readonly part: Part;
      readonly type: string;
      readonly name: string;
      /** null when it was interrupted. */
      readonly status: "succeeded" | "failed" | null;
      /** Seconds. */
      readonly duration: Value;
      readonly output: Value;
      readonly error: string | null;
    }
  | { readonly kind: "tolerance-checked"; readonly part: Part; readonly name: string; readonly met: boolean }
  | {
      readonly kind: "fault-planned";
      readonly targets: readonly string[];
      readonly effect: string;
      readonly undo: string;
    }
  | {
      readonly kind: "fault-applied";
      readonly id: string;
      readonly effect: string;
      readonly deadline: string | null;
    }
  | { readonly kind: "fault-ended"; readonly id: string; readonly by: string }
  | { readonly kind: "fault-stuck"; readonly id: string; readonly effect: string; readonly because: string }
  | { readonly kind: "note"; readonly level: "info" | "warning" | "error"; readonly message: string }
  | { readonly kind: "interrupted"; readonly because: string }
  | {
      readonly kind: "ended";
      readonly status: Status;
      readonly deviated: boolean;
      readonly verdict: Verdict;
      readonly because: string;
      readonly journal: string | null;
    };

export type RunListener = (event: RunEvent & { readonly at: string }) => void;
