import { expect, test } from "vitest";

import { circuitBreaker, policy } from "../../index.ts";
import { fakeClock } from "../../proof/index.ts";

const thrown = new Error("the judge");

test.each(["answers at once", "answers later", "throws", "rejects"] as const)(
  "a probe whose work %s and whose judge throws makes room for another at once",
  async (how) => {
    const clock = fakeClock();
    let broken = false;
    const judge = () => {
      if (broken) throw thrown;
      return true;
    };
    const breaker = circuitBreaker({ opensAfter: 1, halfOpenAfter: 100 });
    const shop = policy({ name: "shop", clock, isFailure: judge, isFailedAnswer: judge }, breaker);
    await expect(shop.execute(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
    await clock.pass(100);
    broken = true;
    const works = {
      "answers at once": () => 1,
      "answers later": () => Promise.resolve(1),
      throws: () => {
        throw new Error("down");
      },
      rejects: () => Promise.reject(new Error("down")),
    };
    await expect(shop.execute(works[how])).rejects.toBe(thrown);
    expect(breaker.state()).toMatchObject({ kind: "half-open", probing: 0 });
  },
);
