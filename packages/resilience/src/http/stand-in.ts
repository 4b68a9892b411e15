import { FaultStatusError } from "../faults/errors.ts";
import type { Policy } from "../policy/policy.ts";

/** Servers put classes of their own in place of the global one (as @hono/node-server does), so its instances say little. */
export function isResponse(answer: unknown): answer is Response {
  return typeof answer === "object" && answer !== null && "clone" in answer && "headers" in answer;
}

/**
 * What a fallback or an injected fault answers, as a response: other than a response goes as JSON. A fallback may give the same
 * response again and again, and its body can be read only once, so it is copied.
 */
export function standIn(answer: unknown, method: string): Response {
  const response = isResponse(answer) ? answer.clone() : Response.json(answer ?? null);
  if (method !== "HEAD") return response;
  const { status, statusText, headers } = response;
  return new Response(null, { status, statusText, headers });
}

/**
 * A policy whose answers are responses must not keep them (`lastGood`): the body of a response can be read only once, and who got
 * it first has read it. @throws TypeError
 */
export function refuseKeeping(policy: Policy<unknown>): Policy<unknown> {
  if (policy.keepsAnswers)
    throw new TypeError(
      `The policy ${policy.name} keeps answers (lastGood), but a response can be read only once. Put it around the request and the reading of its response together.`,
    );
  return policy;
}

/** The response that an injected status is; undefined for other errors, and where no response can have that status. */
export function injectedResponse(error: unknown): Response | undefined {
  if (!(error instanceof FaultStatusError)) return undefined;
  const { status, retryAfter } = error;
  // https://fetch.spec.whatwg.org/#dom-response
  if (status < 200 || status > 599) return undefined;
  const headers = retryAfter === undefined ? {} : { "retry-after": String(Math.ceil(retryAfter / 1_000)) };
  return new Response(null, { status, headers });
}
