import { expect, test } from "vitest";

import { FaultPoints, type FaultRule } from "../index.ts";
import { Dice } from "./dice.ts";

/** Which of so many calls a rule takes. */
function taken(calls: number, rule: Partial<FaultRule>, random = Math.random): boolean[] {
  const points = new FaultPoints();
  points.activate({ id: "odd", point: "picks", effects: [{ kind: "hang" }], ...rule });
  const [active] = points.at("picks") ?? [];
  return Array.from({ length: calls }, () => active?.takes(undefined, undefined, random) === true);
}

const count = (calls: readonly boolean[]) => calls.filter(Boolean).length;

test.each([0.001, 0.05, 0.2, 0.5, 0.99])("a share of %f is that part of the calls", (share) => {
  for (const seed of [0, 1, 2, -1, 2 ** 40]) {
    const deviation = Math.sqrt(100_000 * share * (1 - share));
    expect(Math.abs(count(taken(100_000, { share, seed })) - 100_000 * share)).toBeLessThan(4 * deviation);
  }
});

test("calls next to each other are chosen on their own", () => {
  const calls = taken(100_000, { share: 0.2, seed: 1 });
  const pairs = count(calls.map((chosen, n) => chosen && calls[n + 1] === true));
  expect(Math.abs(pairs - 4_000)).toBeLessThan(4 * Math.sqrt(4_000));
});

test("the same seed chooses the same calls, another seed others", () => {
  const calls = taken(1_000, { share: 0.2, seed: 7 });
  expect(taken(1_000, { share: 0.2, seed: 7 })).toEqual(calls);
  expect(taken(1_000, { share: 0.2, seed: 8 })).not.toEqual(calls);
});

test("without a seed the dice are the policy's", () => {
  const throws = [0.1, 0.3, 0.2, 0.19];
  expect(taken(4, { share: 0.2 }, () => throws.shift() ?? 1)).toEqual([true, false, false, true]);
});

test("the dice never stand still, whatever the seed", () => {
  for (const seed of [0, 0x9e3779b9, -1640531527]) {
    const dice = new Dice(seed);
    expect(new Set(Array.from({ length: 100 }, () => dice.next())).size).toBe(100);
  }
});
