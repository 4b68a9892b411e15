import { signals, type Signal, type SignalKind } from "@morrow/resilience";

/** What the signals of one dependency have said, as the board shows it. */
export interface Row {
  readonly title: string;
  /** Those that speak of it. */
  readonly policies: readonly string[];
  /** Only the signals with this key; all of them where absent. */
  readonly key?: string;
  /** What stood in for the answer. */
  readonly standIn: string;
  /** Of its breaker, or of the feature as a whole. */
  state: RowState;
  standIns: number;
  timeouts: number;
}

export type RowState = "circuit closed" | "circuit open" | "circuit half-open" | "shown" | "removed";

const states: Partial<Record<SignalKind, RowState>> = {
  "breaker-opened": "circuit open",
  "breaker-half-opened": "circuit half-open",
  "breaker-closed": "circuit closed",
  "feature-removed": "removed",
  "feature-restored": "shown",
};

/** Keeps the board by listening; nothing is asked of the policies. */
export class Board {
  readonly rows: readonly Row[] = [
    row("Recommendations", ["recommendations"], "popular list"),
    { ...row("Reviews on the page", ["reviews"], "left out"), state: "shown" },
    { ...row("Reviews, node a", ["reviews-node"], "other node asked"), key: "a" },
    { ...row("Reviews, node b", ["reviews-node"], "other node asked"), key: "b" },
    row("Price", ["price", "pricing"], "last known price"),
    row("Checkout", ["checkout"], ""),
  ];
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe = signals.subscribe((signal) => this.#hear(signal));
  #telling = false;

  /** Calls `listener` after every change, once for all that happened together. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#unsubscribe();
    this.#listeners.clear();
  }

  #hear({ kind, policy, key }: Signal): void {
    const found = this.rows.find((one) => one.policies.includes(policy) && (one.key ?? key) === key);
    if (found === undefined) return;
    if (kind === "fallback-served") found.standIns += 1;
    if (kind === "timeout") found.timeouts += 1;
    found.state = states[kind] ?? found.state;
    this.changed();
  }

  /** Also for those who know of a change that no signal tells. */
  changed(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of this.#listeners) listener();
    });
  }
}

function row(title: string, policies: readonly string[], standIn: string): Row {
  return { title, policies, standIn, state: "circuit closed", standIns: 0, timeouts: 0 };
}
