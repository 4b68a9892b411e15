import type { Signal, SignalKind } from "./signal.ts";

/** How often something happened, and when for the first and the last time. Times are in ms since 1970 (UTC). */
export interface Occurrences {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

/** Equal signals, counted. */
export interface SignalSeries extends Occurrences {
  readonly kind: SignalKind;
  readonly policy: string;
  readonly key?: string | undefined;
  readonly code?: string | undefined;
}

/** What was counted: one series for each (kind, policy, key, code), and whatever found no room among them. */
export interface CountedSignals {
  readonly series: readonly SignalSeries[];
  readonly other?: Occurrences | undefined;
}

/** A name longer than this is no name. It gets no series of its own: the room that series take stays bounded. In UTF-16 units. */
const longestName = 200;

type Counting<T> = { -readonly [K in keyof T]: T[K] };

/** Counts signals in bounded room: at most `capacity` series, everything beyond them in one. */
export class SignalCounts {
  readonly #capacity: number;
  #byPolicy = new Map<string, Map<string | undefined, Counting<SignalSeries>[]>>();
  #series: Counting<SignalSeries>[] = [];
  #other: Counting<Occurrences> | undefined;
  #total = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** How many signals were counted. */
  get total(): number {
    return this.#total;
  }

  count(signal: Signal, now: number): void {
    this.add(signal, { count: 1, first: now, last: now });
  }

  /** Adds what was counted elsewhere. */
  add(signal: Signal, occurrences: Occurrences): void {
    const known = this.#byPolicy.get(signal.policy)?.get(signal.key);
    // A key has few kinds and codes: looking through them is quicker than two maps more.
    if (known !== undefined)
      for (const series of known)
        if (series.kind === signal.kind && series.code === signal.code) {
          this.#total += occurrences.count;
          include(series, occurrences);
          return;
        }
    if (this.#series.length < this.#capacity && isNamed(signal)) this.#begin(signal, occurrences);
    else this.addOther(occurrences);
  }

  /** Adds what had no series elsewhere, and gets none here. */
  addOther(occurrences: Occurrences): void {
    this.#total += occurrences.count;
    if (this.#other === undefined) this.#other = { ...occurrences };
    else include(this.#other, occurrences);
  }

  /** What was counted so far, as it is now. */
  counted(): CountedSignals {
    return {
      series: this.#series.map((series) => ({ ...series })),
      other: this.#other && { ...this.#other },
    };
  }

  /** What was counted so far; counting begins anew. */
  take(): CountedSignals {
    const taken = { series: this.#series, other: this.#other };
    this.#byPolicy = new Map();
    this.#series = [];
    this.#other = undefined;
    this.#total = 0;
    return taken;
  }

  #begin({ kind, policy, key, code }: Signal, { count, first, last }: Occurrences): void {
    this.#total += count;
    const begun = { kind, policy, key, code, count, first, last };
    this.#series.push(begun);
    let byKey = this.#byPolicy.get(policy);
    if (byKey === undefined) this.#byPolicy.set(policy, (byKey = new Map()));
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [begun]);
    else known.push(begun);
  }
}

function isNamed({ policy, key, code }: Signal): boolean {
  return (
    policy.length <= longestName && (key?.length ?? 0) <= longestName && (code?.length ?? 0) <= longestName
  );
}

function include(into: Counting<Occurrences>, { count, first, last }: Occurrences): void {
  into.count += count;
  if (first < into.first) into.first = first;
  if (last > into.last) into.last = last;
}

/** How many signals it was in all. */
export function totalOf({ series, other }: CountedSignals): number {
  return series.reduce((sum, { count }) => sum + count, other?.count ?? 0);
}
