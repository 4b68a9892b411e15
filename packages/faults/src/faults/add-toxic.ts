import { z } from "zod";

import { toxiproxyHeaders } from "../undo/index.ts";
import type { Fault } from "./fault.ts";
import { saySeconds } from "./quantity.ts";
import { FaultFailed, FaultRefused } from "./refusal.ts";

const argumentsOf = z.strictObject({
  /** Origin of the proxy's API. */
  api: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:8474"),
  proxy: z.string().min(1),
  type: z.enum([
    "latency",
    "bandwidth",
    "slow_close",
    "timeout",
    "reset_peer",
    "slicer",
    "limit_data",
    "noop",
    "http",
    "dns",
  ]),
  stream: z.enum(["upstream", "downstream"]).default("downstream"),
  toxicity: z.number().min(0).max(1).default(1),
  attributes: z.record(z.string(), z.unknown()).default({}),
  /** Only the first so many connections, requests or queries: for `morrow proxy`. */
  first: z.int().positive().optional(),
});
type Arguments = z.infer<typeof argumentsOf>;

/** What the API says of a proxy, as far as it is needed. */
const proxyAnswer = z.object({ listen: z.string(), upstream: z.string(), enabled: z.boolean() });

const patienceMs = 5000;

/** Adds a toxic to a proxy of `morrow proxy` or of Toxiproxy. With Morrow's own, the toxic has a lease and ends by itself. */
export const addToxic: Fault<Arguments> = {
  name: "add-toxic",
  summary:
    "Adds a toxic to a running fault proxy (morrow proxy or Toxiproxy): latency, little bandwidth, timeouts, resets.",
  arguments: argumentsOf,
  selects: "nothing",
  async plan({ arguments: wanted, durationMs, token }) {
    const { proxy, ours } = await findProxy(wanted);
    const toxic = `morrow_${token}`;
    const where = `${wanted.proxy} (${proxy.listen} to ${proxy.upstream})`;
    if (!ours && (wanted.first !== undefined || wanted.type === "http" || wanted.type === "dns"))
      throw new FaultRefused(
        "fault.unsupported",
        `The proxy at ${wanted.api} is not Morrow's: it has no ${wanted.first === undefined ? `${wanted.type} toxics` : "`first`"}. Start one with: morrow proxy`,
      );
    return {
      targets: [`proxy ${where} at ${wanted.api}`],
      effect: `Adds ${sayToxic(wanted)} to the proxy ${where} for ${saySeconds(durationMs)}.`,
      undo: `Takes the toxic ${toxic} out of the proxy ${wanted.proxy}.`,
      arm: async () => ({
        steps: [{ kind: "delete-toxic", api: new URL(wanted.api).origin, proxy: wanted.proxy, toxic }],
        expiry: ours ? "itself" : "expiry-process",
        apply: () => create(wanted, toxic, ours ? durationMs : undefined),
        discard: async () => undefined,
      }),
    };
  },
};

async function findProxy(wanted: Arguments): Promise<{ proxy: z.infer<typeof proxyAnswer>; ours: boolean }> {
  const answer = await ask(wanted.api, `/proxies/${encodeURIComponent(wanted.proxy)}`).catch(
    (error: unknown) => {
      throw new FaultRefused(
        "fault.unsupported",
        `No fault proxy answers at ${wanted.api}. Start one with: morrow proxy`,
        { cause: error },
      );
    },
  );
  if (answer.status === 404)
    throw new FaultRefused("selection.empty", `There is no proxy called ${wanted.proxy} at ${wanted.api}.`);
  if (answer.status === 401)
    throw new FaultRefused(
      "fault.unsupported",
      `The proxy at ${wanted.api} asks for a token: set MORROW_PROXY_TOKEN.`,
    );
  const parsed = proxyAnswer.safeParse(answer.body);
  if (!parsed.success)
    throw new FaultRefused("fault.unsupported", `What answers at ${wanted.api} is no fault proxy.`);
  return { proxy: parsed.data, ours: answer.server === "Morrow" };
}

async function create(wanted: Arguments, toxic: string, expiresIn: number | undefined) {
  const { api, proxy, type, stream, toxicity, attributes, first } = wanted;
  const body = { name: toxic, type, stream, toxicity, attributes, first, expires_in: expiresIn };
  const answer = await ask(api, `/proxies/${encodeURIComponent(proxy)}/toxics`, body).catch(
    (error: unknown) => {
      throw new FaultFailed(`The fault proxy at ${api} did not take the toxic.`, { cause: error });
    },
  );
  if (answer.status !== 200)
    throw new FaultFailed(`The fault proxy at ${api} refused the toxic: ${JSON.stringify(answer.body)}`);
  return { api, proxy, toxic, type, stream };
}

async function ask(api: string, path: string, body?: unknown) {
  const answer = await fetch(new URL(path, api), {
    method: body === undefined ? "GET" : "POST",
    headers: toxiproxyHeaders(),
    redirect: "error",
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, server: answer.headers.get("server"), body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function sayToxic({ type, stream, toxicity, attributes }: Arguments): string {
  const details = Object.entries(attributes).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const share = toxicity < 1 ? `, on ${Math.round(toxicity * 100)} % of connections` : "";
  return `${type}${details.length > 0 ? ` (${details.join(", ")})` : ""} ${stream}${share}`;
}
