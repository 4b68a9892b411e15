import { Dice } from "../../faults/dice.ts";
import { FaultPoints } from "../../faults/fault-points.ts";
import type { FaultRule } from "../../faults/rule.ts";
import type { CallContext, CallOptions } from "../../policy/call.ts";
import type { Policy } from "../../policy/policy.ts";
import { Signals } from "../../signals/signals.ts";
import { fakeClock, type FakeClock } from "../fake-clock.ts";

export type Work = (context: CallContext) => unknown;

/** How a call ended. `own`: with what the dependency said in this call. `stand-in`: with another answer. */
export type Outcome =
  | { readonly kind: "own"; readonly milliseconds: number }
  | { readonly kind: "stand-in"; readonly milliseconds: number; readonly answer: unknown }
  | { readonly kind: "error"; readonly milliseconds: number; readonly error: unknown }
  | { readonly kind: "none" };

/** A call that was made. Its outcome is `none` until it has ended. */
export interface Made {
  outcome: Outcome;
}

/** A policy made anew, with a clock, dice, fault points and signals of its own: whatever happens here happens nowhere else. */
export class TestBench {
  readonly clock: FakeClock = fakeClock();
  readonly #points = new CountingPoints({ clock: this.clock });
  readonly #policy: Policy<unknown>;
  readonly #work: Work;

  constructor(policy: Policy<unknown>, work: Work, seed: number) {
    const dice = new Dice(seed);
    this.#work = work;
    this.#policy = policy.within({
      clock: this.clock,
      random: () => dice.next(),
      points: this.#points,
      signals: new Signals(),
      isTrial: true,
    });
  }

  /** How often the dependency was asked, or would have been but for the fault. */
  get attempts(): number {
    return this.#points.passed;
  }

  begin(rule: FaultRule): void {
    this.#points.source("proof").replace([rule]);
  }

  /** From now on nothing fails any more; what hangs hangs on, as a lost connection does. */
  end(): void {
    const source = this.#points.source("proof");
    const over = source.rules.filter(({ injected }) => injected > 0);
    source.replace(over.map(({ rule, injected }) => ({ ...rule, first: injected })));
  }

  call(options?: CallOptions): Made {
    const began = this.clock.now();
    const said: { answer?: unknown } = {};
    const made: Made = { outcome: { kind: "none" } };
    const work = async (context: CallContext) => {
      said.answer = await this.#work(context);
      return said.answer;
    };
    const ended = () => this.clock.now() - began;
    this.#policy.execute(work, options).then(
      (answer) => {
        const own = "answer" in said && Object.is(answer, said.answer);
        made.outcome = own
          ? { kind: "own", milliseconds: ended() }
          : { kind: "stand-in", milliseconds: ended(), answer };
      },
      (error: unknown) => {
        made.outcome = { kind: "error", milliseconds: ended(), error };
      },
    );
    return made;
  }

  /** Lets time pass until the call has ended, at most until `until`. */
  async settle(made: Made, until: number): Promise<Outcome> {
    await this.clock.pass(0);
    while (made.outcome.kind === "none" && this.clock.next !== undefined && this.clock.next <= until)
      // oxlint-disable-next-line no-await-in-loop -- one timer after the other
      await this.clock.passToNext();
    return made.outcome;
  }
}

class CountingPoints extends FaultPoints {
  passed = 0;

  override at(point: string): ReturnType<FaultPoints["at"]> {
    this.passed += 1;
    return super.at(point);
  }
}
