/**
 * What the adapters of the resilience SDK cost a request over a socket of this machine: processor time of the side that has the adapter,
 * with it and without it, in alternating rounds of one run.
 *   npm run bench resilience-adapters
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

import { Agent, request } from "undici";
import { z } from "zod";

import { circuitBreaker, fallback, policy, retry, timeout } from "@morrow/resilience";
import { resilientFetch } from "@morrow/resilience/fetch";
import { resilience } from "@morrow/resilience/undici";

const rounds = 12;
const requests = 2_000;
const atOnce = 8;

/** Processor time so far, in µs. */
type Clock = () => Promise<number>;

async function start(...what: readonly string[]): Promise<{ readonly url: string; readonly clock: Clock }> {
  const server = fork(join(import.meta.dirname, "servers.ts"), what);
  const told = async (): Promise<unknown> => (await once(server, "message"))[0];
  const url = z.string().parse(await told());
  const clock = async () => {
    const answer = told();
    server.send("time");
    return z.number().parse(await answer);
  };
  return { url, clock };
}

const ofClient: Clock = async () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const shop = policy("bench", fallback(null), retry(), circuitBreaker(), timeout(10_000));
const agent = new Agent({ connections: atOnce });
const adaptedAgent = new Agent({ connections: atOnce }).compose(resilience(shop));
const adaptedFetch = resilientFetch(shop);

type Send = () => Promise<unknown>;
const byUndici = (url: string, dispatcher: Agent | typeof adaptedAgent): Send => {
  return async () => (await request(url, { dispatcher })).body.text();
};
const byFetch = (send: typeof fetch): Send => {
  return async () => (await send(plain)).text();
};

interface Compared {
  readonly name: string;
  /** Without the adapter, and with it. */
  readonly ways: readonly { readonly send: Send; readonly clock: Clock }[];
}

const plain = (await start("plain")).url;
const compared: Compared[] = [];
for (const name of ["Express", "Fastify", "Hono"]) {
  const servers = [await start(name), await start(name, "adapted")];
  const ways = servers.map(({ url, clock }) => ({ send: byUndici(url, agent), clock }));
  compared.push({ name, ways });
}
for (const [name, ...sends] of [
  ["undici", byUndici(plain, agent), byUndici(plain, adaptedAgent)],
  ["fetch", byFetch(globalThis.fetch), byFetch(adaptedFetch)],
] as const)
  compared.push({ name, ways: sends.map((send) => ({ send, clock: ofClient })) });

async function round(send: Send, clock: Clock): Promise<number> {
  const before = await clock();
  let left = requests;
  const one = async () => {
    for (; left > 0; left -= 1) await send();
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return ((await clock()) - before) / requests;
}

console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
const best = compared.map(() => [Infinity, Infinity]);
for (let n = 0; n < rounds; n += 1)
  for (const [index, { ways }] of compared.entries())
    for (const [which, { send, clock }] of ways.entries()) {
      const times = best[index] ?? [];
      times[which] = Math.min(times[which] ?? Infinity, await round(send, clock));
    }

console.log(`\nµs of processor time a request, best of ${rounds} rounds of ${requests.toLocaleString("en")}`);
console.log(
  `  ${"".padEnd(10)}${["without", "with", "more", "ratio"].map((word) => word.padStart(10)).join("")}`,
);
for (const [index, { name }] of compared.entries()) {
  const [without = Number.NaN, adapted = Number.NaN] = best[index] ?? [];
  const columns = [without, adapted, adapted - without].map((value) => value.toFixed(1));
  console.log(
    `  ${name.padEnd(10)}${[...columns, (adapted / without).toFixed(2)].map((text) => text.padStart(10)).join("")}`,
  );
}
process.exit();
