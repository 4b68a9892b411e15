import { once } from "node:events";

import { Command, InvalidArgumentError } from "commander";

import { parsePort } from "../../output/arguments.ts";
import { printJson, printLine } from "../../output/print.ts";
import { Usage } from "../../output/usage.ts";
import { tokenOf } from "./controller.ts";

interface ServeOptions {
  host: string;
  port: number;
  token?: string;
  lease: number;
  json?: true;
}

/** `morrow fault-points serve`: the controller, until SIGINT or SIGTERM. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("the controller that services and SDKs of Failure Flags ask")
    .option(
      "--host <address>",
      "where it listens; elsewhere than on this machine it needs a token",
      "localhost",
    )
    .option("--port <number>", "SDKs of Failure Flags know no other than 5032", parsePort, 5032)
    .option("--token <secret>", "asked of every request (or MORROW_FAULT_POINTS_TOKEN)")
    .option("--lease <ms>", "how long services keep faults without hearing from it", parseLease, 3000)
    .option("--json", "say where it listens as JSON")
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const { startController } = await import("@morrow/resilience/controller");
  const { host, port, lease, json } = options;
  const token = tokenOf(options);
  const controller = await startController({
    host,
    port,
    lease,
    ...(token === undefined ? {} : { token }),
  }).catch((error: unknown) => {
    throw new Usage(reasonOf(error, options));
  });
  if (json) printJson({ url: controller.url });
  else {
    printLine(`The controller of fault points listens at ${controller.url}.`);
    printLine(
      "Make a fault with: morrow fault-points set POINT --latency 200. All faults end with this command.",
    );
  }
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await controller.close();
}

function reasonOf(error: unknown, { host, port }: ServeOptions): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && error.code === "EADDRINUSE"
    ? `Another program listens at ${host}:${port} already; --port takes another one.`
    : error.message;
}

function parseLease(value: string): number {
  const lease = Number(value);
  if (!(lease >= 100 && lease <= 60_000))
    throw new InvalidArgumentError("Please give from 100 to 60000 milliseconds.");
  return lease;
}
