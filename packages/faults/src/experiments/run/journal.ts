import { hostname, release, type as systemType, machine } from "node:os";

import type { Dictionary, Value } from "../values/index.ts";
import type { Verdict } from "./verdict.ts";

/** The version of chaostoolkit-lib whose journal this is, field for field. */
const libraryVersion = "1.44.0";

export type Status = "completed" | "failed" | "aborted" | "interrupted";

/** One run of an activity. Without `status` it was interrupted. */
export type ActivityRun = {
  readonly activity: Dictionary;
  output: Value;
  readonly start: string;
  status?: "succeeded" | "failed";
  exception?: string[];
  end?: string;
  /** Seconds. */
  duration?: Value;
  tolerance_met?: boolean;
};

export type SteadyState = {
  steady_state_met: boolean | null;
  readonly probes: ActivityRun[];
};

/** What happened, as Chaos Toolkit writes it; `verdict` and `morrow` are Morrow's own. */
export type Journal = {
  readonly "chaoslib-version": string;
  readonly platform: string;
  readonly node: string;
  readonly experiment: Dictionary;
  readonly start: string;
  status: Status | null;
  deviated: boolean;
  readonly steady_states: {
    before: SteadyState | null;
    after: SteadyState | null;
    readonly during: SteadyState[];
  };
  run: ActivityRun[];
  rollbacks: ActivityRun[];
  end?: string;
  duration?: Value;
  verdict?: Verdict;
  morrow?: {
    /** Why the verdict is what it is, a sentence. */
    readonly because: string;
    /** What stopped the run before its end, or null. */
    readonly stopped: string | null;
    /** The unexpected failure that the run broke off with, or null. Chaos Toolkit writes no journal then. */
    readonly broke_off: string | null;
    /** Faults of Morrow's own that could not be undone. */
    readonly stuck: readonly Dictionary[];
  };
};

export function startJournal(experiment: Dictionary, start: string): Journal {
  return {
    "chaoslib-version": libraryVersion,
    platform: platform(),
    node: hostname(),
    // A copy of the first level only: what controls change below it shows.
    experiment: { ...experiment },
    start,
    status: null,
    deviated: false,
    steady_states: { before: null, after: null, during: [] },
    run: [],
    rollbacks: [],
  };
}

/** As Python's platform.platform(). */
function platform(): string {
  return `${systemType()}-${release()}-${machine()}`;
}
