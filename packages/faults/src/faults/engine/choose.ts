import { createHash } from "node:crypto";

import type { Target } from "../fault.ts";

/** Picks so many by chance; the same seed picks the same of the same processes. In the order of their numbers. */
export function choose(targets: readonly Target[], count: number, seed: string): Target[] {
  return targets
    .map((target) => ({ target, lot: lotOf(target, seed) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, count)
    .map(({ target }) => target)
    .toSorted((one, other) => one.pid - other.pid);
}

function lotOf({ pid, startTicks }: Target, seed: string): string {
  return createHash("sha256").update(`${seed}\n${pid}\n${startTicks}`).digest("hex");
}
