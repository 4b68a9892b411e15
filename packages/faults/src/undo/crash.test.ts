import { createHash, randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { crash, NotReached, stages, victims, type Kill, type Outcome } from "./testing/crash/crash.ts";
import { everyKind, type Kind } from "./testing/crash/kinds.ts";

/**
 * Kills the runner, the guard, both, or all three processes at a random moment, and looks for the fault until two seconds after its deadline.
 * `MORROW_KILLS=200` makes it long, `MORROW_SEED` repeats the moments of an earlier run.
 */

const seed = process.env["MORROW_SEED"] ?? randomUUID().slice(0, 8);
const atOnce = 4;
const kinds = everyKind();
const available = kinds.filter(({ unavailable }) => unavailable === null);
const kills = Number(process.env["MORROW_KILLS"] ?? available.length);

interface Run {
  readonly kind: Kind;
  readonly kill: Kill;
  readonly outcome: Outcome;
}

test(
  `no fault outlives its deadline by two seconds, whoever is killed (${kills} kills, MORROW_SEED=${seed})`,
  async () => {
    for (const { name, unavailable } of kinds)
      if (unavailable !== null) process.stdout.write(`${name} is left out: ${unavailable}\n`);
    const runs: Run[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let number = next++; number < kills; number = next++) {
        const kind = available[number % available.length];
        if (kind === undefined) throw new Error("no kind of fault is available");
        const kill = killOf(number);
        runs.push({ kind, kill, outcome: await crashUntilReached(kind, kill, tokenOf(number)) });
      }
    };
    const workers = await Promise.allSettled(Array.from({ length: atOnce }, worker));
    print(runs);
    expect(workers.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []))).toEqual([]);
    expect(runs.filter(isBroken).map(say)).toEqual([]);
  },
  60_000 + kills * 15_000,
);

async function crashUntilReached(kind: Kind, kill: Kill, token: string): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await crash(kind, kill, token);
    } catch (error) {
      if (!(error instanceof NotReached) || attempt === 3) throw error;
    }
  }
}

/** With all three gone nobody is left to act, and the next start does; otherwise nothing may be there two seconds after the deadline. */
function isBroken({ kill, outcome }: Run): boolean {
  return !outcome.recovered || (kill.victim !== "all three" && outcome.leftBehind);
}

function killOf(number: number): Kill {
  const lots = createHash("sha256").update(`${seed}\n${number}`).digest();
  const lot = (index: number): number => lots.readUInt32LE(index * 4) / 2 ** 32;
  const stage = stages[Math.floor(lot(0) * stages.length)] ?? "applied";
  const durationMs = 2500 + lot(1) * 2000;
  // Applying takes about half a second with the start of a guard, ending some ten milliseconds.
  const longest = { applying: 900, recorded: 80, applied: durationMs + 300, ending: 40 }[stage];
  // Every kind meets every victim in turn.
  const victim =
    victims[((number % available.length) + Math.floor(number / available.length)) % victims.length] ??
    "runner";
  return { victim, stage, afterMs: lot(2) * longest, durationMs };
}

function tokenOf(number: number): string {
  return createHash("sha256").update(`${seed}\n${number}\ntoken`).digest("hex").slice(0, 8);
}

function say({ kind, kill, outcome }: Run): string {
  return JSON.stringify({ kind: kind.name, ...kill, ...outcome });
}

function print(runs: readonly Run[]): void {
  const lines = [
    "",
    `seed ${seed}`,
    "fault | killed | runs | before record, prepared, applied, undone | left at deadline + 2 s | last seen after deadline (s), at most | left after next start",
  ];
  for (const kind of kinds)
    for (const victim of victims) {
      const some = runs.filter((run) => run.kind === kind && run.kill.victim === victim);
      if (some.length === 0) continue;
      const count = (found: Outcome["found"]): number =>
        some.filter(({ outcome }) => outcome.found === found).length;
      const latest = Math.max(...some.map(({ outcome }) => outcome.lastSeen ?? Number.NEGATIVE_INFINITY));
      lines.push(
        [
          kind.name,
          victim,
          some.length,
          [count("no record"), count("prepared"), count("applied"), count("undone")].join(" "),
          some.filter(({ outcome }) => outcome.leftBehind).length,
          Number.isFinite(latest) ? latest.toFixed(2) : "not seen",
          some.filter(({ outcome }) => !outcome.recovered).length,
        ].join(" | "),
      );
    }
  process.stdout.write(`${lines.join("\n")}\n`);
}
