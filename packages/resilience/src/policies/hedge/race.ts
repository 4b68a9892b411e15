import { SupersededError } from "../../errors.ts";
import { isPromise, thrown, type Answer } from "../../policy/answer.ts";
import type { Call } from "../../policy/call.ts";
import type { Step } from "../../policy/part.ts";
import type { Surroundings } from "../../policy/surroundings.ts";

interface Outcome {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Called with the first good answer. */
  readonly onGood: (() => void) | undefined;
  /** Called once, when nothing is to be started any more. */
  readonly onEnd: () => void;
}

/** Copies of one call, of which the first good answer counts. The others are given up; it failed when all of them did. */
export class Race {
  readonly #surroundings: Surroundings;
  readonly #outcome: Outcome;
  readonly #running = new Set<Call>();
  #copies = 0;
  #over = false;

  constructor(surroundings: Surroundings, outcome: Outcome) {
    this.#surroundings = surroundings;
    this.#outcome = outcome;
  }

  get copies(): number {
    return this.#copies;
  }

  get over(): boolean {
    return this.#over;
  }

  start(copy: Call, next: Step): void {
    let answer: Answer;
    try {
      answer = thrown(next(copy));
    } catch (error) {
      answer = Promise.reject(error);
    }
    this.run(copy, isPromise(answer) ? answer : Promise.resolve(answer));
  }

  run(copy: Call, answer: Promise<unknown>): void {
    this.#copies += 1;
    this.#running.add(copy);
    answer
      .then(
        (value) => this.#answered(copy, value),
        (error: unknown) => this.#failed(copy, error),
      )
      // `isFailure` or `isFailedAnswer` threw: otherwise the call would never end.
      .catch((error: unknown) => this.#fail(error));
  }

  #answered(copy: Call, value: unknown): void {
    this.#leave(copy);
    const bad = this.#surroundings.isFailedAnswer?.(value) === true;
    if (this.#over || (bad && this.#running.size > 0)) return;
    if (!bad) this.#outcome.onGood?.();
    this.#end();
    this.#outcome.resolve(value);
  }

  /** An error that is no failure of the dependency is its answer: another copy would say the same. */
  #failed(copy: Call, error: unknown): void {
    this.#leave(copy);
    if (this.#over || (this.#running.size > 0 && this.#surroundings.isFailure(error))) return;
    this.#fail(error);
  }

  #fail(error: unknown): void {
    if (this.#over) return;
    this.#end();
    this.#outcome.reject(error);
  }

  #leave(copy: Call): void {
    this.#running.delete(copy);
    copy.close();
  }

  #end(): void {
    this.#over = true;
    this.#outcome.onEnd();
    if (this.#running.size === 0) return;
    const reason = new SupersededError(this.#surroundings.name);
    for (const loser of this.#running) loser.giveUp(reason);
  }
}
