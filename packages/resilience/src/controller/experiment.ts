import { z } from "zod";

import type { Effect, FaultRule } from "../faults/rule.ts";
import { ControllerError, problemsOf } from "./errors.ts";

/**
 * The protocol of Failure Flags (Gremlin): its SDKs post the name and the labels of a flag before each call, and do what the
 * experiment says. https://github.com/gremlin/failure-flags-node
 */
export interface FlagCall {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** What an SDK of Failure Flags is to do. */
export interface Experiment {
  readonly id: string;
  readonly name: string;
  /** The dice were thrown here. Older SDKs for Python need the number. */
  readonly rate: 1;
  readonly effect: {
    /** Whole ms: the SDK for Go takes no others. */
    readonly latency?: number;
    /** A message; or properties of the error, which SDKs in other languages than JavaScript read only in part. */
    readonly exception?: string | Readonly<Record<string, unknown>>;
    /** Properties that are laid over the data of the call. */
    readonly data?: Readonly<Record<string, unknown>>;
  };
}

const flagCall = z.object({
  name: z.string().min(1).max(1000),
  labels: z.record(z.string(), z.unknown()).nullish(),
});

/** @throws ControllerError `input.invalid` */
export function parseFlagCall(body: unknown): FlagCall {
  const parsed = flagCall.safeParse(body);
  if (!parsed.success) throw new ControllerError("input.invalid", problemsOf(parsed.error));
  const labels = Object.entries(parsed.data.labels ?? {}).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [[name, String(value)] as const]
      : [],
  );
  return { name: parsed.data.name, labels: Object.fromEntries(labels) };
}

/**
 * What these rules do, as one experiment: SDKs before `invokeFailureFlag` understand one and fail on a list, and the newer ones make
 * the same of one as of several. Undefined when there is nothing that the protocol can say.
 */
export function experimentOf(rules: readonly FaultRule[], random: () => number): Experiment | undefined {
  const [first] = rules;
  if (first === undefined) return undefined;
  const effects = rules.flatMap((rule) => rule.effects);
  const last = effects.findIndex(endsCall);
  const felt = last === -1 ? effects : effects.slice(0, last + 1);
  const latency = Math.round(felt.reduce((sum, each) => sum + latencyOf(each, random), 0));
  const ending = last === -1 ? {} : endingOf(effects[last]);
  if (latency === 0 && Object.keys(ending).length === 0) return undefined;
  return {
    id: first.id,
    name: first.point,
    rate: 1,
    effect: { ...(latency > 0 ? { latency } : {}), ...ending },
  };
}

/** Whether nothing that comes behind it is felt. */
export function endsCall(effect: Effect): boolean {
  return effect.kind !== "latency";
}

/** How long a hanging call takes until it fails, in ms, where the rule does not say: SDKs of Failure Flags cannot hang. */
const hangMilliseconds = 60_000;

function latencyOf(effect: Effect, random: () => number): number {
  if (effect.kind === "hang") return effect.milliseconds ?? hangMilliseconds;
  return effect.kind === "latency" ? effect.milliseconds + (effect.jitter ?? 0) * random() : 0;
}

function endingOf(effect: Effect | undefined): Experiment["effect"] {
  switch (effect?.kind) {
    case "exception": {
      const { name, message = "Injected by a fault point", properties = {} } = effect;
      const details = name === undefined ? properties : { ...properties, name };
      return { exception: Object.keys(details).length === 0 ? message : { ...details, message } };
    }
    case "status": {
      const { status, retryAfter } = effect;
      const wait = retryAfter === undefined ? {} : { retryAfter };
      return { exception: { message: `Injected: status ${status}`, status, ...wait } };
    }
    case "hang":
      return { exception: "Injected: no answer" };
    case "data":
      // Other values cannot be laid over what the call has.
      return isObject(effect.value) ? { data: effect.value } : {};
    case "latency":
    case undefined:
      return {};
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
