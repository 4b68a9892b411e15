import { z } from "zod";

import { ruleSchema } from "../control/rule-schema.ts";
import { ControllerError, errorCatalogue, type ControllerErrorCode } from "./errors.ts";
import type { HeldRule, RuleRequest } from "./held-rules.ts";

/** Where a controller is, and what it was started with. */
export interface ControllerAddress {
  /** Its origin, for example http://127.0.0.1:5032. */
  readonly url: string;
  readonly token?: string | undefined;
}

/** Nothing that answers there is a controller. Whether a change was made is not known. */
export class ControllerUnreachable extends Error {
  override readonly name = "ControllerUnreachable";
}

/** What is active, and how many services hear of it. */
export interface ControllerState {
  readonly rules: readonly HeldRule[];
  /** Services that follow the controller now; SDKs of Failure Flags ask and are not counted. */
  readonly following: number;
}

/** Asks a controller. Everything rejects with a `ControllerError` for what it refuses, or with a `ControllerUnreachable`. */
export interface ControllerClient {
  list(): Promise<ControllerState>;
  /** Sets a rule under an id of the caller's choice, or sets it anew. */
  hold(id: string, request: RuleRequest): Promise<HeldRule>;
  /** From now on it has so many ms. */
  renew(id: string, lease: number): Promise<HeldRule>;
  remove(id: string): Promise<void>;
  /** Removes all rules, whoever set them, and says how many there were. */
  clear(): Promise<number>;
}

/** How long an answer may take, in ms. */
const patience = 5000;

const heldRule = z.object({
  id: z.string(),
  owner: z.string(),
  service: z.string().exactOptional(),
  expiresIn: z.number(),
  rule: ruleSchema,
});
const state = z.object({ rules: z.array(heldRule), following: z.number() });
const removed = z.object({ removed: z.number() });
const refusal = z.object({
  error: z.object({
    code: z.string().refine((code): code is ControllerErrorCode => Object.hasOwn(errorCatalogue, code)),
    fields: z.array(z.object({ path: z.array(z.string()), message: z.string() })),
  }),
});

/** @throws TypeError when the URL is none of HTTP. */
export function controllerAt(address: ControllerAddress): ControllerClient {
  if (!URL.canParse(address.url) || !/^https?:/i.test(address.url))
    throw new TypeError(`The address of a controller is an http or https URL, not ${address.url}.`);
  const ask = <Value>(schema: z.ZodType<Value>, method: string, path: string, body?: unknown) =>
    askController(address, schema, method, path, body);
  return {
    list: () => ask(state, "GET", "/rules"),
    hold: (id, request) => ask(heldRule, "PUT", `/rules/${encodeURIComponent(id)}`, request),
    renew: (id, lease) => ask(heldRule, "PATCH", `/rules/${encodeURIComponent(id)}`, { lease }),
    remove: (id) => ask(z.undefined(), "DELETE", `/rules/${encodeURIComponent(id)}`),
    clear: async () => (await ask(removed, "DELETE", "/rules")).removed,
  };
}

async function askController<Value>(
  { url, token }: ControllerAddress,
  schema: z.ZodType<Value>,
  method: string,
  path: string,
  body: unknown,
): Promise<Value> {
  const { ok, said } = await exchange(new URL(path, url), method, token, body).catch((error: unknown) => {
    throw new ControllerUnreachable(`No controller answers at ${url}.`, { cause: error });
  });
  const answer = ok ? schema.safeParse(said) : undefined;
  if (answer?.success === true) return answer.data;
  const refused = refusal.safeParse(said);
  if (refused.success) throw new ControllerError(refused.data.error.code, refused.data.error.fields);
  throw new ControllerUnreachable(`What answers at ${url} is no controller.`);
}

async function exchange(
  url: URL,
  method: string,
  token: string | undefined,
  body: unknown,
): Promise<{ readonly ok: boolean; readonly said: unknown }> {
  const response = await fetch(url, {
    method,
    redirect: "error",
    signal: AbortSignal.timeout(patience),
    headers: {
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { ok: response.ok, said: text === "" ? undefined : JSON.parse(text) };
}
