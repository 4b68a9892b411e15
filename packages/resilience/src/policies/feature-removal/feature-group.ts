import type { Part } from "../../policy/part.ts";
import { report } from "../../signals/report.ts";
import { signals as allSignals, type Signals } from "../../signals/signals.ts";
import type { Clock } from "../../time/clock.ts";
import { sharedClock } from "../../time/shared-clock.ts";
import { BadShare } from "./bad-share.ts";
import type { FeatureHealthOptions } from "./feature-health.ts";
import { removable, removed, tellFeature } from "./feature-removal.ts";

export interface FeatureGroupOptions {
  /** From how many ms on a page counts as slow. */
  readonly slow: number;
  /** From this share of slow pages on the least important feature is shed. In (0, 1]. */
  readonly share: number;
  /** Of how many pages, the last ones. After each step so many are watched before the next. */
  readonly of: number;
  /** How long a feature stays shed at least, in ms. */
  readonly for: number;
  /** At most this share of slow pages and a feature comes back. Half of `share` where absent; below it, so that nothing flaps. */
  readonly restoreShare?: number;
  readonly clock?: Clock;
  readonly signals?: Signals;
}

export interface FeatureOptions {
  /** The less, the earlier it is shed. What the page cannot do without is not put into the group. */
  readonly importance: number;
  /** When the feature is removed on its own account, however quick the page is. Never where absent. */
  readonly removal?: FeatureHealthOptions;
}

interface Feature {
  readonly name: string;
  readonly importance: number;
  shed: boolean;
  removed: boolean;
}

/**
 * The features of a page that it can do without. When the page as a whole gets slow they are shed one after the other, the
 * least important first, and come back in the opposite order when it is quick again.
 */
export class FeatureGroup {
  readonly #options: Required<FeatureGroupOptions>;
  readonly #slowPages: BadShare;
  readonly #features = new Map<string, Feature>();
  readonly #shed: Feature[] = [];
  readonly #listeners = new Set<(degraded: readonly string[]) => void>();
  #degraded: readonly string[] = [];
  #lastStep = -Infinity;

  constructor(options: FeatureGroupOptions) {
    const { slow, share, restoreShare = share / 2, for: off } = options;
    const { clock = sharedClock, signals = allSignals } = options;
    if (!(slow > 0)) throw new RangeError(`A page is slow from more than 0 ms on, not from ${slow}.`);
    if (!(share > 0 && share <= 1))
      throw new RangeError(`The share of slow pages is between 0 and 1, not ${share}.`);
    if (!(restoreShare >= 0 && restoreShare < share))
      throw new RangeError(`restoreShare is less than share (${share}), not ${restoreShare}.`);
    if (!(off >= 0)) throw new RangeError(`A feature is shed for 0 ms or longer, not ${off}.`);
    this.#options = { ...options, restoreShare, clock, signals };
    this.#slowPages = new BadShare(options.of);
  }

  /**
   * The part that makes a policy's calls a feature of this group, under the policy's name. A policy that is made anew under the
   * same name is the same feature; one that is made for a proof is none of the group.
   */
  feature({ importance, removal }: FeatureOptions): Part {
    if (!Number.isFinite(importance))
      throw new RangeError(`A feature's importance is a number, not ${importance}.`);
    return {
      kind: "feature-removal",
      around: (next, surroundings) => {
        const { name, isTrial = false } = surroundings;
        const feature = isTrial ? made(name, importance) : this.#join(name, importance);
        const onChange = (off: boolean) => {
          feature.removed = off;
          if (!isTrial) this.#publish();
        };
        const inwards = removal === undefined ? next : removable(next, removal, surroundings, onChange);
        return (call) => (feature.shed ? removed(name) : inwards(call));
      },
    };
  }

  /** Tells how long a page took, in ms, when it is done. */
  observe(milliseconds: number): void {
    const { clock, slow, share, restoreShare, for: atLeast } = this.#options;
    const now = clock.now();
    // A page that began before the last step says nothing about what it helped.
    if (now - milliseconds < this.#lastStep) return;
    this.#slowPages.add(milliseconds >= slow);
    const slowShare = this.#slowPages.share;
    if (slowShare === undefined) return;
    if (slowShare >= share) this.#step(this.#leastImportant(), true, now);
    else if (slowShare <= restoreShare && now - this.#lastStep >= atLeast)
      this.#step(this.#shed.at(-1), false, now);
  }

  /** The names of the features that are off, sorted; the same array until that changes. */
  degraded(): readonly string[] {
    return this.#degraded;
  }

  /** Calls `listener` whenever that changes. Returns what ends it. */
  subscribe(listener: (degraded: readonly string[]) => void): () => void {
    const own = (degraded: readonly string[]) => listener(degraded);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  #join(name: string, importance: number): Feature {
    const known = this.#features.get(name);
    if (known !== undefined && known.importance !== importance)
      throw new TypeError(`The feature ${name} is in the group twice, with different importance.`);
    const feature = known ?? made(name, importance);
    this.#features.set(name, feature);
    return feature;
  }

  #leastImportant(): Feature | undefined {
    let least: Feature | undefined;
    for (const feature of this.#features.values())
      if (!feature.shed && (least === undefined || feature.importance < least.importance)) least = feature;
    return least;
  }

  #step(feature: Feature | undefined, shed: boolean, now: number): void {
    if (feature === undefined) return;
    this.#lastStep = now;
    this.#slowPages.clear();
    feature.shed = shed;
    if (shed) this.#shed.push(feature);
    else this.#shed.pop();
    tellFeature({ signals: this.#options.signals, name: feature.name }, shed);
    this.#publish();
  }

  #publish(): void {
    const off = [...this.#features.values()].filter((feature) => feature.shed || feature.removed);
    const names = off.map((feature) => feature.name).toSorted();
    if (names.join("\n") === this.#degraded.join("\n")) return;
    this.#degraded = names;
    for (const listener of this.#listeners) {
      try {
        listener(names);
      } catch (error) {
        report(error);
      }
    }
  }
}

function made(name: string, importance: number): Feature {
  return { name, importance, shed: false, removed: false };
}

/** Makes a group of features. @throws RangeError when an option is impossible. */
export function featureGroup(options: FeatureGroupOptions): FeatureGroup {
  return new FeatureGroup(options);
}
