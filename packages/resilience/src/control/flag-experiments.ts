import { z } from "zod";

import type { Effect } from "../faults/rule.ts";
import { plainData } from "./plain-data.ts";

/** An experiment of Failure Flags, as far as it is understood. */
export interface FlagExperiment {
  /** The share of calls, from 0 to 1. */
  readonly rate: number;
  /** In ms, the jitter on top by chance. */
  readonly latency: { readonly milliseconds: number; readonly jitter: number } | undefined;
  readonly exception: Extract<Effect, { readonly kind: "exception" }> | undefined;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** As with rules from elsewhere: ten minutes, in ms. */
const longest = 600_000;
const number = z.number().min(0).max(longest);
const milliseconds = z.union([number, z.string().trim().min(1).transform(Number).pipe(number)]);
const properties = plainData.pipe(z.record(z.string(), z.unknown()));

/** Written by people, stored by others, and read differently by each SDK: what makes no sense is taken as not there. */
const experiment = z.object({
  rate: z.number().min(0).max(1).nullish(),
  effect: z.object({
    latency: z
      .union([milliseconds, z.object({ ms: milliseconds.default(0), jitter: milliseconds.default(0) })])
      .nullish()
      .catch(undefined),
    exception: z.union([z.string(), properties]).nullish().catch(undefined),
    data: properties.nullish().catch(undefined),
  }),
});

/** What a sidecar answers: nothing, one experiment, or a list. Experiments that make no sense are left out. */
export function parseExperiments(answer: unknown): readonly FlagExperiment[] {
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return given.flatMap((each) => {
    const parsed = experiment.safeParse(each);
    if (!parsed.success) return [];
    const { rate, effect } = parsed.data;
    return [
      {
        rate: rate ?? 1,
        latency: latencyOf(effect.latency),
        exception: exceptionOf(effect.exception),
        data: effect.data ?? undefined,
      },
    ];
  });
}

/** As the SDKs do it: all latencies, then the first exception, else the data of all laid over each other. */
export function effectsOf(experiments: readonly FlagExperiment[]): readonly Effect[] {
  const latencies = experiments.flatMap(({ latency }): Effect[] =>
    latency === undefined ? [] : [{ kind: "latency", ...latency }],
  );
  const exception = experiments.find((each) => each.exception !== undefined)?.exception;
  if (exception !== undefined) return [...latencies, exception];
  const data = experiments.flatMap((each) => (each.data === undefined ? [] : [each.data]));
  return data.length === 0
    ? latencies
    : [...latencies, { kind: "data", value: Object.assign({}, ...data) as unknown }];
}

type Given = z.infer<typeof experiment>["effect"];

function latencyOf(given: Given["latency"]): FlagExperiment["latency"] {
  if (given === undefined || given === null) return undefined;
  if (typeof given === "number") return given === 0 ? undefined : { milliseconds: given, jitter: 0 };
  return { milliseconds: given.ms, jitter: given.jitter };
}

function exceptionOf(given: Given["exception"]): FlagExperiment["exception"] {
  if (given === undefined || given === null || given === "") return undefined;
  if (typeof given === "string") return { kind: "exception", message: given };
  const { name, message, ...rest } = given;
  return {
    kind: "exception",
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof message === "string" ? { message } : {}),
    properties: rest,
  };
}
