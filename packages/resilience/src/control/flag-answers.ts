import type { FaultRule } from "../faults/rule.ts";
import type { Labels } from "../faults/scope.ts";
import type { Clock } from "../time/clock.ts";
import { effectsOf, parseExperiments, type FlagExperiment } from "./flag-experiments.ts";
import type { Sidecar } from "./sidecar.ts";

/** An answer of the sidecar, for one flag with these labels. */
interface Answer {
  experiments: readonly FlagExperiment[];
  /** When it came, on the clock; -Infinity before there is one. */
  cameAt: number;
  asking: boolean;
}

/** For how long an answer is used without asking again, in ms. */
const fresh = 1000;
/** For how long it is used when the sidecar gives no other, in ms: so long a fault outlives its sidecar. */
const lease = 3000;
/** Flags with labels that are remembered: those that were asked for last. */
const mostAnswers = 500;
const mostQuestions = 4;
const version = "morrow-0.1.0";

/**
 * What the sidecar last said of every flag. Looking something up never waits: what is old is asked for again beside the calls.
 * `onFailure` is told of every question that got no answer.
 */
export class FlagAnswers {
  readonly #sidecar: Sidecar;
  readonly #clock: Clock;
  readonly #onFailure: () => void;
  readonly #onAnswer: () => void;
  readonly #answers = new Map<string, Answer>();
  #asking = 0;

  constructor(
    sidecar: Sidecar,
    clock: Clock,
    on: { readonly answer: () => void; readonly failure: () => void },
  ) {
    this.#sidecar = sidecar;
    this.#clock = clock;
    this.#onAnswer = on.answer;
    this.#onFailure = on.failure;
  }

  /** How many are remembered. */
  get size(): number {
    return this.#answers.size;
  }

  /** What is to happen to a call of this flag; undefined for nothing. One throw of the dice decides for all its experiments. */
  ruleFor(name: string, labels: Labels, random: () => number): FaultRule | undefined {
    const key = keyOf(name, labels);
    if (key === undefined) return undefined;
    const answer = this.#answers.get(key) ?? { experiments: [], cameAt: -Infinity, asking: false };
    const age = this.#clock.now() - answer.cameAt;
    if (age >= fresh) {
      this.#remember(key, answer);
      this.#ask(name, labels, answer);
    }
    if (age >= lease || answer.experiments.length === 0) return undefined;
    const dice = random();
    const effects = effectsOf(answer.experiments.filter(({ rate }) => dice < rate));
    return effects.length === 0 ? undefined : { id: `failure-flags: ${name}`, point: name, effects };
  }

  forgetAll(): void {
    this.#answers.clear();
  }

  /** The one that was asked for last stands last; the one that rested longest is forgotten. */
  #remember(key: string, answer: Answer): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > mostAnswers && oldest !== undefined) this.#answers.delete(oldest);
  }

  #ask(name: string, labels: Labels, answer: Answer): void {
    if (answer.asking || this.#asking >= mostQuestions) return;
    answer.asking = true;
    this.#asking += 1;
    this.#sidecar
      .ask(name, { ...labels, "failure-flags-sdk-version": version })
      .then((given) => {
        answer.experiments = parseExperiments(given);
        answer.cameAt = this.#clock.now();
        this.#onAnswer();
      }, this.#onFailure)
      .finally(() => {
        answer.asking = false;
        this.#asking -= 1;
      });
  }
}

/** Undefined for labels that are no text, and cannot be sent: the call they belong to must not feel that. */
function keyOf(name: string, labels: Labels): string | undefined {
  try {
    return `${name}\0${JSON.stringify(labels)}`;
  } catch {
    return undefined;
  }
}
