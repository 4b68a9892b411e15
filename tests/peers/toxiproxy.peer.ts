/**
 * The same API calls to Toxiproxy and to Morrow: status, content type, body. `TOXIPROXY_BIN` names the original's server, otherwise
 * `toxiproxy-server` is looked for on the PATH; `go install github.com/Shopify/toxiproxy/v2/cmd/server@v2.12.0` builds one (named server).
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createServer } from "node:net";

import { startProxyServer } from "@morrow/faults/proxy";

import { calls, type Call } from "./toxiproxy-calls.ts";
import { sameEffect, watchEffects, type Effect } from "./toxiproxy-effects.ts";
import { useWholeClient, type Transcript } from "./toxiproxy-client.ts";

interface Said {
  readonly status: number;
  readonly type: string;
  readonly requestId: boolean;
  readonly body: string;
}

const binary = process.env["TOXIPROXY_BIN"] ?? "toxiproxy-server";
if (spawnSync(binary, ["-version"]).error !== undefined) {
  process.stdout.write(
    "toxiproxy: not compared. Set TOXIPROXY_BIN to the original's server, or put toxiproxy-server on the PATH:\n" +
      "  go install github.com/Shopify/toxiproxy/v2/cmd/server@v2.12.0\n",
  );
} else {
  process.exitCode = (await compare()) === 0 ? 0 : 1;
}

async function compare(): Promise<number> {
  const [apiPort, freePort] = [await freePortNumber(), await freePortNumber()];
  const original = spawn(binary, ["-host", "127.0.0.1", "-port", String(apiPort)], { stdio: "ignore" });
  try {
    await answers(`http://127.0.0.1:${apiPort}/version`);
    const morrow = await startProxyServer({ port: 0 });
    const [theirEffects, ourEffects] = await Promise.all([
      watchEffects(`http://127.0.0.1:${apiPort}`),
      watchEffects(morrow.url),
    ]);
    const theirs = await sayAll(apiPort, freePort);
    const theirClient = await useWholeClient(`http://127.0.0.1:${apiPort}`);
    await stop(original);
    const ours = await sayAll(Number(new URL(morrow.url).port), freePort);
    const ourClient = await useWholeClient(morrow.url);
    await morrow.close();
    const different = calls.filter((call, index) => !report(call, theirs[index], ours[index]));
    process.stdout.write(
      `toxiproxy: ${calls.length} API calls, ${calls.length - different.length} answered alike, ${different.length} not\n`,
    );
    const unlike =
      different.length +
      compareTranscripts(theirClient, ourClient) +
      compareEffects(theirEffects, ourEffects);
    const old = calls.some((call, index) => call.method === "PATCH" && theirs[index]?.status === 405);
    if (old)
      process.stdout.write(
        "toxiproxy: this original is older than 2.6 and differs where the API has changed since\n",
      );
    return old ? 0 : unlike;
  } finally {
    await stop(original);
  }
}

function report(call: Call, theirs: Said | undefined, ours: Said | undefined): boolean {
  const same = JSON.stringify(theirs) === JSON.stringify(ours);
  if (!same)
    process.stdout.write(
      `${call.method} ${call.path} ${call.body ?? ""}\n  original ${JSON.stringify(theirs)}\n  Morrow   ${JSON.stringify(ours)}\n`,
    );
  return same;
}

function compareEffects(theirs: readonly Effect[], ours: readonly Effect[]): number {
  const different = theirs.filter((effect, index) => !sameEffect(effect, ours[index]));
  for (const effect of different) {
    const other = ours.find(({ scenario }) => scenario === effect.scenario);
    process.stdout.write(
      `effect: ${effect.scenario}\n  original ${JSON.stringify(effect)}\n  Morrow   ${JSON.stringify(other)}\n`,
    );
  }
  process.stdout.write(
    `toxiproxy: ${theirs.length} effects on connections, ${theirs.length - different.length} alike, ${different.length} not\n`,
  );
  return different.length;
}

function compareTranscripts(theirs: Transcript, ours: Transcript): number {
  const different = theirs.filter(([step, result], index) => {
    const same = JSON.stringify([step, result]) === JSON.stringify(ours[index]);
    if (!same)
      process.stdout.write(
        `client: ${step}\n  original ${JSON.stringify(result)}\n  Morrow   ${JSON.stringify(ours[index])}\n`,
      );
    return !same;
  });
  process.stdout.write(
    `toxiproxy: ${theirs.length} steps of toxiproxy-node-client, ${theirs.length - different.length} alike, ${different.length} not\n`,
  );
  return different.length;
}

async function sayAll(port: number, freePort: number): Promise<Said[]> {
  const said: Said[] = [];
  // One after the other: they build on each other.
  for (const call of calls) said.push(normal(await say(port, call, freePort), freePort));
  return said;
}

function say(port: number, call: Call, freePort: number): Promise<Said> {
  return new Promise((resolve, reject) => {
    const headers = { "User-Agent": call.agent ?? "peers", "Content-Type": "application/json" };
    const path = call.path.replaceAll(" ", "%20");
    const asked = request(
      { port, host: "127.0.0.1", method: call.method, path, headers, agent: false },
      (answer) => {
        let body = "";
        answer.setEncoding("utf8").on("data", (text: string) => (body += text));
        answer.on("error", reject).on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            type: answer.headers["content-type"] ?? "",
            requestId: /^[0-9a-v]{20}$/.test(String(answer.headers["x-toxiproxy-request-id"])),
            body,
          }),
        );
      },
    );
    asked.on("error", reject).end(call.body?.replaceAll("{free}", String(freePort)));
  });
}

/** Ports that the kernel chose differ; the free one does not. */
function normal(said: Said, freePort: number): Said {
  const body = said.body.replace(/"listen":"([^"]*):(\d+)"/g, (whole, host: string, port: string) =>
    port === String(freePort) || port === "0" ? whole : `"listen":"${host}:<port>"`,
  );
  return { ...said, body };
}

async function freePortNumber(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function answers(url: string): Promise<void> {
  const up = () =>
    fetch(url, { headers: { "User-Agent": "peers" } }).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await up()));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}
