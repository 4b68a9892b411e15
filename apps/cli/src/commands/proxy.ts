import { once } from "node:events";

import { Command, InvalidArgumentError } from "commander";

import { parsePort } from "../output/arguments.ts";
import { recoverLeft } from "../output/recover-left.ts";
import { describeProxyEvent, isWarning, type ProxyEventDetails } from "./proxy/describe.ts";

interface ProxyOptions {
  host: string;
  port: number;
  config?: string;
  seed?: number;
  token?: string;
  json?: true;
}

/** `morrow proxy`: the fault proxy with Toxiproxy's HTTP API, until SIGINT or SIGTERM. */
export function proxyCommand(): Command {
  return new Command("proxy")
    .description("a TCP, HTTP and DNS proxy that makes faults; clients of Toxiproxy work with it")
    .option("--host <address>", "where the API listens", "127.0.0.1")
    .option("--port <number>", "where the API listens", parsePort, 8474)
    .option("--config <file>", "JSON list of proxies to create at the start")
    .option("--seed <number>", "makes dice fall the same again", parseSeed)
    .option("--token <secret>", "asked of every request to the API (or MORROW_PROXY_TOKEN)")
    .option("--json", "say what happens as one JSON object a line")
    .action(runProxy);
}

async function runProxy(options: ProxyOptions): Promise<void> {
  const token = options.token ?? process.env["MORROW_PROXY_TOKEN"];
  const { host, port, config, seed } = options;
  const log = (event: string, details: ProxyEventDetails) => {
    const line = options.json ? JSON.stringify({ event, ...details }) : describeProxyEvent(event, details);
    (isWarning(event) && options.json === undefined ? process.stderr : process.stdout).write(`${line}\n`);
  };
  await recoverLeft();
  // Loaded here, so that other commands start without it.
  const { startProxyServer } = await import("@morrow/faults/proxy");
  const server = await startProxyServer({
    host,
    port,
    log,
    ...(config === undefined ? {} : { config }),
    ...(seed === undefined ? {} : { seed }),
    ...(token === undefined || token === "" ? {} : { token }),
  });
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
}

function parseSeed(value: string): number {
  const seed = Number(value);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError("Please give a whole number.");
  return seed;
}
