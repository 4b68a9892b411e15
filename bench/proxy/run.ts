/**
 * The fault proxy beside a direct connection, a plain pipe of sockets, and Toxiproxy where TOXIPROXY_BIN names its server. Client, proxy and
 * upstream are processes of their own; rounds go round all of them in turn, and medians are shown.
 *   [TOXIPROXY_BIN=path] [ROUNDS=5] node bench/proxy/run.ts
 */
import type { ChildProcess } from "node:child_process";

import { cpuMs, measure, residentKib, start, startProgram, stop, stopAll } from "./processes.ts";

const rounds = Number(process.env["ROUNDS"] ?? 5);
const megabytes = 400;
const trips = 3000;
const latencyMs = 20;
const idleConnections = 1000;

interface Way {
  readonly name: string;
  readonly address: string;
  readonly process: ChildProcess | undefined;
  /** Milliseconds that it is meant to add. */
  readonly adds: number;
  readonly throughput: number[];
  readonly p50: number[];
  readonly p99: number[];
  readonly cpuPerTrip: number[];
  readonly cpuOfStream: number[];
}

const way = (name: string, address: string, process?: ChildProcess, adds = 0): Way => ({
  name,
  address,
  process,
  adds,
  throughput: [],
  p50: [],
  p99: [],
  cpuPerTrip: [],
  cpuOfStream: [],
});

try {
  await run();
} finally {
  await stopAll();
}

async function run(): Promise<void> {
  const upstream = (await start("upstream.ts")).line;
  const pipe = await start("pipe.ts", upstream);
  const morrow = await start("morrow.ts");
  const ways = [
    way("direct", upstream),
    way("plain pipe", pipe.line, pipe.child),
    way("Morrow", await createProxy(morrow.line, "plain", upstream), morrow.child),
    way(
      `Morrow, latency ${latencyMs} ms`,
      await createProxy(morrow.line, "late", upstream, latencyMs),
      morrow.child,
      latencyMs,
    ),
  ];
  const binary = process.env["TOXIPROXY_BIN"];
  if (binary !== undefined) {
    const { api, child } = await startToxiproxy(binary);
    ways.push(
      way("Toxiproxy", await createProxy(api, "plain", upstream), child),
      way(
        `Toxiproxy, latency ${latencyMs} ms`,
        await createProxy(api, "late", upstream, latencyMs),
        child,
        latencyMs,
      ),
    );
  }
  for (let round = 0; round < rounds; round += 1) for (const each of ways) await measureWay(each);
  show(ways);
  await showIdle(upstream, binary);
}

async function measureWay(each: Way): Promise<void> {
  const atStart = each.process === undefined ? 0 : cpuMs(each.process);
  each.throughput.push(Number(await measure("stream", each.address, megabytes)));
  const before = each.process === undefined ? 0 : cpuMs(each.process);
  each.cpuOfStream.push((before - atStart) / (megabytes / 100));
  const count = each.adds > 0 ? Math.ceil(trips / each.adds / 2) : trips;
  const times = await measure("round-trip", each.address, count);
  const after = each.process === undefined ? 0 : cpuMs(each.process);
  if (!Array.isArray(times)) throw new Error("the client measured no round trips");
  const sorted = times.map(Number).toSorted((a, b) => a - b);
  each.p50.push(at(sorted, 0.5));
  each.p99.push(at(sorted, 0.99));
  each.cpuPerTrip.push((1000 * (after - before)) / (count + Math.min(300, count)));
}

function show(ways: readonly Way[]): void {
  const [direct, pipe] = ways;
  if (direct === undefined || pipe === undefined) return;
  console.log(`64 KiB streaming (${megabytes} MB) and round trips of 64 bytes, medians of ${rounds} rounds:`);
  console.table(
    ways.map((each) => ({
      way: each.name,
      "MB/s": Math.round(median(each.throughput)),
      "of plain pipe": `${Math.round((100 * median(each.throughput)) / median(pipe.throughput))} %`,
      "proxy CPU ms per 100 MB": Math.round(median(each.cpuOfStream)),
      "p50 µs": Math.round(1000 * median(each.p50)),
      "p99 µs": Math.round(1000 * median(each.p99)),
      "added p50 µs": Math.round(1000 * (median(each.p50) - median(direct.p50) - each.adds)),
      "over pipe p50 µs": Math.round(1000 * (median(each.p50) - median(pipe.p50) - each.adds)),
      "proxy CPU µs a trip": Math.round(median(each.cpuPerTrip)),
    })),
  );
}

/** Fresh processes, so that what earlier rounds left is not counted. */
async function showIdle(upstream: string, binary: string | undefined): Promise<void> {
  const rows: { way: string; "KiB a connection": number; "MiB in all": number }[] = [];
  const add = async (name: string, child: ChildProcess, address: string) => {
    await measure("round-trip", address, 100);
    const before = residentKib(child);
    const client = await start("client.ts", "idle", address, String(idleConnections));
    const grown = residentKib(child) - before;
    rows.push({
      way: name,
      "KiB a connection": Math.round((10 * grown) / idleConnections) / 10,
      "MiB in all": Math.round(residentKib(child) / 1024),
    });
    client.child.stdin?.end();
    await stop(client.child);
  };
  const pipe = await start("pipe.ts", upstream);
  await add("plain pipe", pipe.child, pipe.line);
  const morrow = await start("morrow.ts");
  await add("Morrow", morrow.child, await createProxy(morrow.line, "idle", upstream));
  if (binary !== undefined) {
    const { api, child } = await startToxiproxy(binary);
    await add("Toxiproxy", child, await createProxy(api, "idle", upstream));
  }
  console.log(`Memory of ${idleConnections} idle connections (resident, grown by):`);
  console.table(rows);
}

async function createProxy(api: string, name: string, upstream: string, latency = 0): Promise<string> {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(api + path, {
      method: "POST",
      headers: { "User-Agent": "bench" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    const made: unknown = await answer.json();
    return made;
  };
  const made = await post("/proxies", { name, listen: "127.0.0.1:0", upstream });
  if (latency > 0)
    await post(`/proxies/${name}/toxics`, {
      type: "latency",
      // The direction that streams.
      stream: "upstream",
      attributes: { latency },
    });
  if (typeof made !== "object" || made === null || !("listen" in made)) throw new Error("no proxy was made");
  return String(made.listen);
}

async function startToxiproxy(binary: string): Promise<{ api: string; child: ChildProcess }> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const child = startProgram(binary, "-host", "127.0.0.1", "-port", String(port));
  const api = `http://127.0.0.1:${port}`;
  while (!(await answers(`${api}/version`)));
  return { api, child };
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { headers: { "User-Agent": "bench" } }).then(
    (answer) => answer.ok,
    () => false,
  );
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
