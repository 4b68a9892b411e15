import { ActiveRule } from "../faults/active-rule.ts";
import type { FaultRule } from "../faults/rule.ts";
import type { Clock, Timer } from "../time/clock.ts";
import { ControllerError } from "./errors.ts";
import { endsCall, type FlagCall } from "./experiment.ts";

/** What somebody wants to be active. */
export interface RuleRequest {
  /** Who holds it, for people: "ana, morrow fault-points set". */
  readonly owner: string;
  /** Milliseconds until it ends by itself, unless it is renewed. */
  readonly lease: number;
  /** The service it is meant for; every service where absent. */
  readonly service?: string;
  readonly rule: Omit<FaultRule, "id">;
}

/** A rule that is active, and until when. */
export interface HeldRule {
  readonly id: string;
  readonly owner: string;
  readonly service?: string;
  /** Milliseconds that are left of its lease. */
  readonly expiresIn: number;
  readonly rule: FaultRule;
}

interface Entry {
  readonly request: RuleRequest;
  readonly rule: FaultRule;
  /** Its dice and its count for those that ask before each call. Morrow's SDK has its own in every process. */
  readonly active: ActiveRule;
  /** Characters of its JSON. */
  readonly size: number;
  expiresAt: number;
  timer: Timer;
}

/** How many rules are active at most, and how long they are together as JSON: a stream's event carries all of them. */
const mostRules = 1000;
const mostCharacters = 500_000;

/** The rules that are active now. Each ends with its lease, or when it is removed. */
export class HeldRules {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #characters = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Activates a rule under an id of the caller's choice, or puts it in the place of the one that had it: setting it again changes
   * nothing but its lease. @throws ControllerError `rules.full`, `input.invalid`
   */
  hold(id: string, request: RuleRequest): HeldRule {
    const rule: FaultRule = { ...request.rule, id };
    const size = charactersOf(rule);
    const former = this.#entries.get(id);
    const others = this.#entries.size - (former === undefined ? 0 : 1);
    if (others >= mostRules || this.#characters - (former?.size ?? 0) + size > mostCharacters)
      throw new ControllerError("rules.full");
    const active = former?.active ?? new ActiveRule(rule, () => Infinity);
    active.update(rule);
    if (former !== undefined) this.#drop(former);
    const entry = { request, rule, active, size, ...this.#lease(id, request.lease) };
    this.#entries.set(id, entry);
    this.#characters += size;
    this.#changed();
    return this.#present(entry);
  }

  /** From now on it has so many ms. @throws ControllerError `rule.unknown` */
  renew(id: string, lease: number): HeldRule {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new ControllerError("rule.unknown");
    entry.timer.stop();
    Object.assign(entry, this.#lease(id, lease));
    return this.#present(entry);
  }

  /** Ends it. @throws ControllerError `rule.unknown` */
  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new ControllerError("rule.unknown");
    this.#drop(entry);
    this.#changed();
  }

  /** Ends all of them. Returns how many there were. */
  clear(): number {
    const count = this.#entries.size;
    for (const entry of this.#entries.values()) this.#drop(entry);
    if (count > 0) this.#changed();
    return count;
  }

  list(): readonly HeldRule[] {
    return [...this.#entries.values()].map((entry) => this.#present(entry));
  }

  /** The rules that are meant for a service, in the order they were set. Without a name: those for every service. */
  of(service: string | undefined): readonly FaultRule[] {
    return [...this.#entries.values()]
      .filter(({ request }) => request.service === undefined || request.service === service)
      .map(({ rule }) => rule);
  }

  /**
   * The rules that a call is to feel, for those that ask before each call: labels, cohorts, shares and counts are decided here.
   * Rules of a service are meant for calls with the label `service`. After one that ends the call no other is taken.
   */
  take({ name, labels }: FlagCall, random: () => number): readonly FaultRule[] {
    const taken: FaultRule[] = [];
    for (const { request, rule, active } of this.#entries.values()) {
      if (rule.point !== name) continue;
      if (request.service !== undefined && request.service !== labels["service"]) continue;
      if (!active.takes(labels, labels["key"], random)) continue;
      taken.push(rule);
      if (rule.effects.some(endsCall)) break;
    }
    return taken;
  }

  /** Ends all of them, tells that, and nothing any more. */
  close(): void {
    this.clear();
    this.#listeners.clear();
  }

  /** Calls `listener` after every change. Returns what ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #lease(id: string, milliseconds: number): Pick<Entry, "expiresAt" | "timer"> {
    const timer = this.#clock.start(milliseconds, () => this.remove(id));
    return { expiresAt: this.#clock.now() + milliseconds, timer };
  }

  #drop(entry: Entry): void {
    entry.timer.stop();
    this.#entries.delete(entry.rule.id);
    this.#characters -= entry.size;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #present({ rule, request, expiresAt }: Entry): HeldRule {
    const { owner, service } = request;
    const expiresIn = Math.max(0, Math.round(expiresAt - this.#clock.now()));
    return { id: rule.id, owner, ...(service === undefined ? {} : { service }), expiresIn, rule };
  }
}

/** @throws ControllerError for what is nested so deeply that it can't be written */
function charactersOf(rule: FaultRule): number {
  try {
    return JSON.stringify(rule).length;
  } catch {
    throw new ControllerError("input.invalid", [{ path: ["rule"], message: "This is nested too deeply." }]);
  }
}
