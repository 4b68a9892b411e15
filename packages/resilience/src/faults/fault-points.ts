/// <reference lib="esnext.disposable" preserve="true" />
import type { Clock } from "../time/clock.ts";
import { sharedClock } from "../time/shared-clock.ts";
import type { ActiveRule } from "./active-rule.ts";
import { FaultSource } from "./fault-source.ts";
import type { FaultRule } from "./rule.ts";

/** A rule that code put in force. Disposing of it ends it. */
export interface ActivatedFault extends Disposable {
  /** Takes the rule back: calls that wait in it go on. May be called twice. */
  end(): void;
  /** How many calls it was injected into so far. */
  readonly injected: number;
}

/** A rule, who put it in force, and what it does. */
export interface FaultInForce {
  /** The name of the source. */
  readonly source: string;
  readonly rule: FaultRule;
  /** How many calls it was injected into so far. */
  readonly injected: number;
  /** How many calls wait in it now. */
  readonly waiting: number;
}

/** Gives a rule for one call that comes by a point; whether it takes the call is found out as with every other. */
export type Asked = (point: string) => ActiveRule;

/** The faults that are to happen now, by fault point. Empty until somebody says otherwise. */
export class FaultPoints {
  readonly #clock: Clock;
  /** In the order in which they came, which is the order of their rules at a point. */
  readonly #sources = new Set<FaultSource>();
  #byPoint: ReadonlyMap<string, readonly ActiveRule[]> = new Map();
  /** Those who are asked at every call. */
  #asked: readonly Asked[] = [];
  /** Nobody has said anything, which is nearly always so. */
  #quiet = true;
  /** When the first lease ends. Nobody waits for it: it is looked at when a point with rules is passed. */
  #endsFirst = Infinity;

  /** The clock is the one leases are counted on. */
  constructor({ clock = sharedClock }: { readonly clock?: Clock } = {}) {
    this.#clock = clock;
  }

  /** The rules in force at one point, in order; undefined when there are none, which is nearly always. */
  at(point: string): readonly ActiveRule[] | undefined {
    return this.#quiet ? undefined : this.#known(point);
  }

  /** The source with this name, made when it is asked for the first time. */
  source(name: string): FaultSource {
    for (const known of this.#sources) if (known.name === name) return known;
    return this.#add(name);
  }

  /**
   * Puts one rule in force until it is ended or disposed of (`using fault = points.activate(…)`). It is a source of its own.
   * @throws RangeError, TypeError when the rule cannot be.
   */
  activate(rule: FaultRule): ActivatedFault {
    const source = this.#add(`code: ${rule.id}`);
    try {
      source.replace([rule]);
    } catch (error) {
      this.#sources.delete(source);
      throw error;
    }
    const [active] = source.rules;
    const end = () => {
      source.clear();
      this.#sources.delete(source);
    };
    return {
      end,
      get injected() {
        return active?.injected ?? 0;
      },
      [Symbol.dispose]: end,
    };
  }

  /**
   * Has somebody asked at every call, after all sources: for those whose answer depends on the call's labels, and who cannot say
   * beforehand at which points. Returns what ends that.
   * @internal
   */
  ask(asked: Asked): () => void {
    this.#asked = [...this.#asked, asked];
    this.#gather();
    return () => {
      this.#asked = this.#asked.filter((other) => other !== asked);
      this.#gather();
    };
  }

  /** Everything in force. */
  list(): FaultInForce[] {
    return [...this.#sources].flatMap(({ name, rules }) =>
      rules.map(({ rule, injected, waiting }) => ({ source: name, rule, injected, waiting })),
    );
  }

  #known(point: string): readonly ActiveRule[] | undefined {
    let found = this.#byPoint.get(point);
    if (found !== undefined && this.#endsFirst !== Infinity && this.#clock.now() >= this.#endsFirst) {
      this.#gather();
      found = this.#byPoint.get(point);
    }
    if (this.#asked.length === 0) return found;
    return [...(found ?? []), ...this.#asked.map((asked) => asked(point))];
  }

  #add(name: string): FaultSource {
    const source = new FaultSource(name, this.#clock, () => this.#gather());
    this.#sources.add(source);
    return source;
  }

  #gather(): void {
    const byPoint = new Map<string, ActiveRule[]>();
    this.#endsFirst = Infinity;
    for (const { rules, until } of this.#sources) {
      if (rules.length > 0) this.#endsFirst = Math.min(this.#endsFirst, until);
      for (const active of rules) {
        const others = byPoint.get(active.rule.point);
        if (others === undefined) byPoint.set(active.rule.point, [active]);
        else others.push(active);
      }
    }
    this.#byPoint = byPoint;
    this.#quiet = byPoint.size === 0 && this.#asked.length === 0;
  }
}

/** The fault points of all policies unless they are given their own. */
export const faultPoints = new FaultPoints();
