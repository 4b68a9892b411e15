import type { Controls } from "../controls/index.ts";
import type { RunFaults } from "../providers/morrow.ts";
import type { ProviderContext } from "../providers/provider.ts";
import type { Python } from "../providers/python/index.ts";
import type { Dictionary } from "../values/index.ts";
import type { MutableDictionary } from "../values-in-place.ts";
import type { RunEvent } from "./events.ts";
import type { Interruption } from "./interruption.ts";
import type { Journal } from "./journal.ts";

/** What is not executed: activities of that type, or only the pauses. */
export type Dry = "probes" | "actions" | "activities" | "pause";

/** One run: what all of its parts share. */
export interface Session {
  /** The run's own copy; controls may change it. */
  readonly experiment: MutableDictionary;
  /** Activities that can be referred to, by name. */
  readonly activities: ReadonlyMap<string, Dictionary>;
  readonly configuration: MutableDictionary;
  readonly secrets: MutableDictionary;
  readonly journal: Journal;
  readonly controls: Controls;
  readonly python: Python;
  readonly faults: RunFaults;
  readonly interruption: Interruption;
  readonly environment: NodeJS.ProcessEnv;
  readonly dry: Dry | null;
  readonly emit: (event: RunEvent) => void;
}

/** Which thread of Python something belongs to, and what ends it. */
export interface Place {
  readonly thread: string;
  readonly signal: AbortSignal;
}

export function mainPlace(session: Session): Place {
  return { thread: "main", signal: session.interruption.signal };
}

export function placeBeside(session: Session, thread: string): Place {
  return { thread, signal: session.interruption.besideSignal };
}

export function providerContext(session: Session, place: Place): ProviderContext {
  const { configuration, secrets, environment, python, faults } = session;
  const hasVariables = Object.keys(configuration).length > 0 || Object.keys(secrets).length > 0;
  return { configuration, secrets, hasVariables, environment, python, faults, ...place };
}
