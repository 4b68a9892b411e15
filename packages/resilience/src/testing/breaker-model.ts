/** The breaker's rules in their plainest form, for the property test: everything is remembered, nothing is packed. */
export type ModelRule =
  | { readonly kind: "consecutive"; readonly failures: number }
  | { readonly kind: "counted"; readonly share: number; readonly of: number; readonly minimum: number }
  | {
      readonly kind: "sampled";
      readonly share: number;
      readonly milliseconds: number;
      readonly minimum: number;
    };

export type ModelOutcome = "good" | "failed" | "wrong" | "refused";

interface ModelCall {
  readonly key: string | undefined;
  readonly role: "normal" | "probe";
  /** The circuit's period in which it began: a period ends with every change of its state. */
  readonly period: number;
  givenUp: boolean;
}

interface ModelCircuit {
  kind: "closed" | "open" | "half-open";
  period: number;
  results: { at: number; failed: boolean }[];
  until: number;
  turn: number;
  probing: number;
  succeeded: number;
}

export class BreakerModel {
  readonly told: [string, string | undefined][] = [];
  now = 0;
  readonly #rule: ModelRule;
  readonly #probes: number;
  /** How long it is open at the given turn, in ms. */
  readonly #wait: (turn: number) => number;
  readonly #circuits = new Map<string | undefined, ModelCircuit>();
  readonly #calls: ModelCall[] = [];

  constructor(rule: ModelRule, probes: number, wait: (turn: number) => number) {
    this.#rule = rule;
    this.#probes = probes;
    this.#wait = wait;
  }

  circuit(key: string | undefined): ModelCircuit {
    const known = this.#circuits.get(key);
    if (known !== undefined) return known;
    const made: ModelCircuit = {
      kind: "closed",
      period: 0,
      results: [],
      until: 0,
      turn: 0,
      probing: 0,
      succeeded: 0,
    };
    this.#circuits.set(key, made);
    return made;
  }

  /** Whether it goes through. */
  begin(key: string | undefined): boolean {
    const circuit = this.circuit(key);
    if (circuit.kind === "open" && this.now >= circuit.until) {
      this.#become(key, "half-open");
      circuit.probing = 0;
      circuit.succeeded = 0;
      circuit.until = this.now + this.#wait(circuit.turn);
    }
    if (circuit.kind === "open") return false;
    if (circuit.kind === "half-open") {
      if (circuit.probing + circuit.succeeded >= this.#probes) {
        if (this.now >= circuit.until) this.#open(key);
        return false;
      }
      circuit.probing += 1;
    }
    const role = circuit.kind === "closed" ? "normal" : "probe";
    this.#calls.push({ key, role, period: circuit.period, givenUp: false });
    return true;
  }

  giveUp(index: number): void {
    const call = this.#calls[index];
    if (call === undefined || call.givenUp) return;
    call.givenUp = true;
    const circuit = this.circuit(call.key);
    if (call.role === "probe" && call.period === circuit.period) circuit.probing -= 1;
  }

  settle(index: number, outcome: ModelOutcome): void {
    const call = this.#calls[index];
    if (call === undefined) return;
    const circuit = this.circuit(call.key);
    if (call.period !== circuit.period) return;
    if (call.role === "normal") {
      const silent = outcome === "wrong" || outcome === "refused" || (call.givenUp && outcome === "failed");
      if (silent) return;
      circuit.results.push({ at: this.now, failed: outcome === "failed" });
      if (outcome === "failed" && this.#opens(circuit.results)) this.#open(call.key);
    } else if (!call.givenUp) {
      circuit.probing -= 1;
      if (outcome === "failed") this.#open(call.key);
      else if (outcome !== "refused") {
        circuit.succeeded += 1;
        if (circuit.succeeded === this.#probes) this.close(call.key);
      }
    }
  }

  openByHand(key: string | undefined): void {
    const circuit = this.circuit(key);
    this.#become(key, "open");
    circuit.turn = 0;
    circuit.until = Infinity;
  }

  close(key: string | undefined): void {
    const circuit = this.circuit(key);
    if (circuit.kind !== "closed") this.#become(key, "closed");
    circuit.results = [];
    circuit.turn = 0;
  }

  #open(key: string | undefined): void {
    const circuit = this.circuit(key);
    circuit.turn += 1;
    circuit.until = this.now + this.#wait(circuit.turn);
    this.#become(key, "open");
  }

  #become(key: string | undefined, kind: ModelCircuit["kind"]): void {
    const circuit = this.circuit(key);
    circuit.kind = kind;
    circuit.period += 1;
    const word = { closed: "breaker-closed", open: "breaker-opened", "half-open": "breaker-half-opened" }[
      kind
    ];
    this.told.push([word, key]);
  }

  #opens(results: ModelCircuit["results"]): boolean {
    const rule = this.#rule;
    if (rule.kind === "consecutive")
      return results.length >= rule.failures && results.slice(-rule.failures).every(({ failed }) => failed);
    const counted =
      rule.kind === "counted"
        ? results.slice(-rule.of)
        : results.filter(({ at }) => this.#tenth(at, rule) > this.#tenth(this.now, rule) - 10);
    const failures = counted.filter(({ failed }) => failed).length;
    return counted.length >= rule.minimum && failures / counted.length >= rule.share;
  }

  #tenth(at: number, { milliseconds }: { readonly milliseconds: number }): number {
    return Math.floor(at / (milliseconds / 10));
  }
}
