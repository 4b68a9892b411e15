import type { Effect, FaultRule } from "@morrow/resilience";
import { InvalidArgumentError, type Command } from "commander";

import { parseCount } from "../../output/arguments.ts";
import { Usage } from "../../output/usage.ts";

/** A rule as it is said on the command line. */
export interface RuleOptions {
  latency?: number;
  jitter?: number;
  status?: number;
  exception?: string;
  data?: unknown;
  hang?: true;
  position?: "before" | "instead" | "after";
  share?: number;
  cohort?: { by: string; share: number };
  first?: number;
  seed?: number;
  label: Record<string, string[]>;
}

export function withRule(command: Command): Command {
  return command
    .option("--latency <ms>", "takes so much longer", parseMilliseconds)
    .option("--jitter <ms>", "and up to so much on top, by chance", parseMilliseconds)
    .option("--status <number>", "fails with this status", parseCount)
    .option("--exception <text>", "fails with this message")
    .option("--data <json>", "answers this", parseJson)
    .option("--hang", "gives no answer until the caller gives up")
    .option("--position <where>", "before, instead of, or after the call", parsePosition)
    .option("--share <percent>", "only this part of the calls: 20%", parseShare)
    .option("--cohort <label=percent>", "only this part of the users, tenants …: user=5%", parseCohort)
    .option("--first <count>", "only so many calls; then it has recovered", parseCount)
    .option("--seed <number>", "chooses the same calls and the same cohort again", parseSeed)
    .option("--label <name=value>", "only calls with this label; may be repeated", collectLabel, {});
}

/** @throws Usage when nothing would happen */
export function ruleOf(point: string, options: RuleOptions): Omit<FaultRule, "id"> {
  const { position, share, cohort, first, seed, label } = options;
  const effects = effectsOf(options);
  if (effects.length === 0)
    throw new Usage("Please say what happens: --latency, --status, --exception, --data or --hang.");
  return {
    point,
    effects,
    ...(position === undefined ? {} : { position }),
    ...(share === undefined ? {} : { share }),
    ...(cohort === undefined ? {} : { cohort }),
    ...(first === undefined ? {} : { first }),
    ...(seed === undefined ? {} : { seed }),
    ...(Object.keys(label).length === 0 ? {} : { labels: label }),
  };
}

function effectsOf({ latency, jitter, status, exception, data, hang }: RuleOptions): Effect[] {
  const effects: Effect[] = [];
  if (latency !== undefined || jitter !== undefined)
    effects.push({
      kind: "latency",
      milliseconds: latency ?? 0,
      ...(jitter === undefined ? {} : { jitter }),
    });
  const endings: Effect[] = [];
  if (status !== undefined) endings.push({ kind: "status", status });
  if (exception !== undefined) endings.push({ kind: "exception", message: exception });
  if (data !== undefined) endings.push({ kind: "data", value: data });
  if (hang) endings.push({ kind: "hang" });
  if (endings.length > 1)
    throw new Usage("A call can end in one way: --status, --exception, --data or --hang, not several.");
  return [...effects, ...endings];
}

function parseMilliseconds(value: string): number {
  const milliseconds = Number(value);
  if (value.trim() === "" || !(milliseconds >= 0 && milliseconds <= 600_000))
    throw new InvalidArgumentError("Please give from 0 to 600000 milliseconds.");
  return milliseconds;
}

function parseShare(value: string): number {
  const [, number] = /^(\d+(?:\.\d+)?)%$/.exec(value) ?? [];
  const share = Number(number) / 100;
  if (!(share > 0 && share <= 1))
    throw new InvalidArgumentError("Please give a percentage above 0% and up to 100%.");
  return share;
}

function parseCohort(value: string): { by: string; share: number } {
  const [by = "", share = ""] = value.split("=", 2);
  if (by === "") throw new InvalidArgumentError("Please give a label and a percentage: user=5%.");
  return { by, share: parseShare(share) };
}

function collectLabel(value: string, former: Record<string, string[]>): Record<string, string[]> {
  const at = value.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Please give a name and a value: path=/checkout.");
  const name = value.slice(0, at);
  return { ...former, [name]: [...(former[name] ?? []), value.slice(at + 1)] };
}

function parsePosition(value: string): "before" | "instead" | "after" {
  if (value === "before" || value === "instead" || value === "after") return value;
  throw new InvalidArgumentError("Please choose before, instead or after.");
}

function parseSeed(value: string): number {
  const seed = Number(value);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError("Please give a whole number.");
  return seed;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new InvalidArgumentError("Please give JSON: '{\"items\": []}'.");
  }
}
