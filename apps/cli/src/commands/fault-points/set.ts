import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { setTimeout } from "node:timers/promises";

import type { ControllerClient, RuleRequest } from "@morrow/resilience/controller";
import { Command, InvalidArgumentError } from "commander";

import { printJson, printLine, printNote } from "../../output/print.ts";
import { askController, withController, type ControllerOptions } from "./controller.ts";
import { describeRule } from "./describe.ts";
import { ruleOf, withRule, type RuleOptions } from "./rule-options.ts";

interface SetOptions extends ControllerOptions, RuleOptions {
  service?: string;
  for?: number;
  json?: true;
}

/** How long a fault outlives this command when it is killed, in ms. It is renewed three times as often. */
const lease = 3000;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** `morrow fault-points set POINT …`: a fault that lasts as long as this command. */
export function setCommand(): Command {
  return withController(withRule(new Command("set")))
    .description("make a fault at a point, until Ctrl-C")
    .argument("<point>", "the name of a policy, or of a fault point in the code")
    .option("--service <name>", "only in this service")
    .option("--for <duration>", "ends by itself after so long: 30s, 5m, 500ms", parseDuration)
    .option("--json", "say what is active as JSON")
    .action((point: string, options: SetOptions) => {
      const { service } = options;
      const request: RuleRequest = {
        owner: `${userInfo().username}, morrow fault-points set (process ${process.pid})`,
        lease: Math.min(lease, Math.max(100, options.for ?? lease)),
        ...(service === undefined ? {} : { service }),
        rule: ruleOf(point, options),
      };
      return askController(options, (controller) => hold(controller, request, options));
    });
}

async function hold(controller: ControllerClient, request: RuleRequest, options: SetOptions): Promise<void> {
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of signals) process.once(signal, end);
  const timer = options.for === undefined ? undefined : globalThis.setTimeout(end, options.for);
  const id = randomUUID();
  try {
    const held = await controller.hold(id, request);
    const { following } = await controller.list();
    if (options.json) printJson({ ...held, following });
    else sayActive(request, following, options);
    const removed = await renewUntil(stop.signal, controller, id);
    printNote(removed ? "Somebody else ended the fault." : "The fault has ended.");
    if (!removed) await removeIfThere(controller, id);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, end);
  }
}

function sayActive({ rule }: RuleRequest, following: number, options: SetOptions): void {
  printLine(`Active: ${describeRule(rule)}`);
  const bound = options.for === undefined ? "" : `after ${options.for / 1000} s, `;
  printLine(`It ends ${bound}with Ctrl-C, or within ${lease / 1000} s when this command is killed.`);
  if (following === 0)
    printNote(
      "No service follows the controller at the moment. SDKs of Failure Flags ask it and are not counted.",
    );
}

/** @returns whether somebody else removed the rule meanwhile */
async function renewUntil(stop: AbortSignal, controller: ControllerClient, id: string): Promise<boolean> {
  const { ControllerError, ControllerUnreachable } = await import("@morrow/resilience/controller");
  let renewedAt = performance.now();
  while (!stop.aborted) {
    await setTimeout(lease / 3, undefined, { signal: stop }).catch(() => undefined);
    if (stop.aborted) return false;
    try {
      await controller.renew(id, lease);
      renewedAt = performance.now();
    } catch (error) {
      if (error instanceof ControllerError && error.code === "rule.unknown") return true;
      // A controller that is slow for a moment is not gone; after the lease the fault is over in any case.
      if (!(error instanceof ControllerUnreachable) || performance.now() - renewedAt > lease) throw error;
    }
  }
  return false;
}

/** Its lease may have run out just before. */
async function removeIfThere(controller: ControllerClient, id: string): Promise<void> {
  const { ControllerError } = await import("@morrow/resilience/controller");
  await controller.remove(id).catch((error: unknown) => {
    if (!(error instanceof ControllerError && error.code === "rule.unknown")) throw error;
  });
}

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

function parseDuration(value: string): number {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(value) ?? [];
  const factor = unit === "ms" || unit === "s" || unit === "m" || unit === "h" ? units[unit] : 0;
  const milliseconds = Number(number) * factor;
  if (!(milliseconds >= 100 && milliseconds <= 24 * units.h))
    throw new InvalidArgumentError("Please give from 100ms to 24h: 30s, 5m, 500ms.");
  return milliseconds;
}
