import { z } from "zod";

import { controllerHeaders } from "../undo/index.ts";
import type { Fault } from "./fault.ts";
import { saySeconds } from "./quantity.ts";
import { FaultFailed, FaultRefused } from "./refusal.ts";

const milliseconds = z.number().min(0).max(600_000);
const share = z.number().gt(0).max(1);

const fields = z.strictObject({
  /** Origin of the controller. */
  controller: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:5032"),
  /** The name of a policy, or of a fault point in the code. */
  point: z.string().min(1),
  /** Only in this service; in all that follow the controller where absent. */
  service: z.string().min(1).optional(),
  /** Takes so many ms longer, and up to so many on top by chance. */
  latency: milliseconds.optional(),
  jitter: milliseconds.optional(),
  /** How the call ends: with a status, a message, other data, or not at all. One of them, or none. */
  status: z.int().min(200).max(599).optional(),
  exception: z.string().optional(),
  data: z.unknown().optional(),
  hang: z.literal(true).optional(),
  position: z.enum(["before", "instead", "after"]).optional(),
  share: share.optional(),
  cohort: z.strictObject({ by: z.string().min(1), share }).optional(),
  first: z.int().positive().optional(),
  seed: z.int().optional(),
  labels: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
});
type Arguments = z.infer<typeof fields>;

const argumentsOf = fields
  .refine(
    (given) => given.latency !== undefined || given.jitter !== undefined || endingsOf(given).length > 0,
    "says nothing that would happen: latency, status, exception, data or hang",
  )
  .refine((given) => endingsOf(given).length <= 1, "lets a call end in more than one way");

/** What a controller says of itself, as far as it is needed. */
const stateAnswer = z.object({ rules: z.array(z.unknown()), following: z.number() });

const patienceMs = 5000;
/** The longest lease that a controller gives, in ms: a day. */
const longestLease = 86_400_000;

/** Makes a fault at a fault point of running services, by the controller that they follow. */
export const activateFaultPoint: Fault<Arguments> = {
  name: "activate-fault-point",
  summary:
    "Makes a fault at a fault point of services that use the resilience SDK or Failure Flags: latency, errors, other data.",
  arguments: argumentsOf,
  selects: "nothing",
  async plan({ arguments: wanted, durationMs, token }) {
    if (durationMs > longestLease)
      throw new FaultRefused("limit.duration", "A fault at a fault point lasts a day at most.");
    const { following } = await findController(wanted.controller);
    const rule = `morrow-${token}`;
    const where = `${wanted.point} in ${wanted.service ?? "every service"}`;
    return {
      targets: [
        `fault point ${where}, by the controller at ${wanted.controller} (${following} ${following === 1 ? "service follows" : "services follow"} it)`,
      ],
      effect: `Makes ${sayEffects(wanted)} at the fault point ${where} for ${saySeconds(durationMs)}.`,
      undo: `Removes the rule ${rule} from the controller at ${wanted.controller}.`,
      arm: async () => ({
        steps: [{ kind: "remove-fault-rule", controller: new URL(wanted.controller).origin, rule }],
        expiry: "itself",
        apply: () => activate(wanted, rule, durationMs),
        discard: async () => undefined,
      }),
    };
  },
};

async function findController(controller: string): Promise<z.infer<typeof stateAnswer>> {
  const answer = await ask(controller, "/rules").catch((error: unknown) => {
    throw new FaultRefused(
      "fault.unsupported",
      `No controller of fault points answers at ${controller}. Start one with: morrow fault-points serve`,
      { cause: error },
    );
  });
  if (answer.status === 401)
    throw new FaultRefused(
      "fault.unsupported",
      `The controller at ${controller} asks for a token: set MORROW_FAULT_POINTS_TOKEN.`,
    );
  const parsed = stateAnswer.safeParse(answer.body);
  if (!parsed.success)
    throw new FaultRefused(
      "fault.unsupported",
      `What answers at ${controller} is no controller of fault points.`,
    );
  return parsed.data;
}

async function activate(wanted: Arguments, id: string, durationMs: number) {
  const { controller, point, service, position, share: part, cohort, first, seed, labels } = wanted;
  const scope = { position, share: part, cohort, first, seed, labels };
  const body = {
    owner: `morrow run (process ${process.pid})`,
    lease: Math.max(100, durationMs),
    service,
    rule: { point, effects: effectsOf(wanted), ...scope },
  };
  const answer = await ask(controller, `/rules/${id}`, body).catch((error: unknown) => {
    throw new FaultFailed(`The controller at ${controller} did not take the rule.`, { cause: error });
  });
  if (answer.status !== 200)
    throw new FaultFailed(`The controller at ${controller} refused the rule: ${JSON.stringify(answer.body)}`);
  return { controller, rule: id, point };
}

async function ask(controller: string, path: string, body?: unknown) {
  const answer = await fetch(new URL(path, controller), {
    method: body === undefined ? "GET" : "PUT",
    headers: controllerHeaders(),
    redirect: "error",
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

type Effects = Pick<Arguments, "latency" | "jitter" | "status" | "exception" | "data" | "hang">;

function effectsOf(wanted: Effects): object[] {
  const { latency, jitter } = wanted;
  const slow = latency !== undefined || jitter !== undefined;
  return [...(slow ? [{ kind: "latency", milliseconds: latency ?? 0, jitter }] : []), ...endingsOf(wanted)];
}

function endingsOf({ status, exception, data, hang }: Effects): object[] {
  return [
    ...(status === undefined ? [] : [{ kind: "status", status }]),
    ...(exception === undefined ? [] : [{ kind: "exception", message: exception }]),
    ...(data === undefined ? [] : [{ kind: "data", value: data }]),
    ...(hang === undefined ? [] : [{ kind: "hang" }]),
  ];
}

function sayEffects({
  latency = 0,
  jitter = 0,
  status,
  exception,
  data,
  hang,
  share: part,
}: Arguments): string {
  const said = [
    ...(latency + jitter > 0
      ? [`latency of ${latency}${jitter > 0 ? ` to ${latency + jitter}` : ""} ms`]
      : []),
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(exception === undefined ? [] : [`an error "${exception}"`]),
    ...(data === undefined ? [] : ["other data"]),
    ...(hang === undefined ? [] : ["no answer"]),
  ];
  return `${said.join(" and ")}${part === undefined ? "" : `, on ${Math.round(part * 100)} % of calls,`}`;
}
