import { surroundingCall } from "../ambient.ts";
import { FailedAnswerError } from "../errors.ts";
import { timeoutHeader, formatTimeout } from "../http/timeout-header.ts";
import { isIdempotent, isReplayable } from "../http/idempotency.ts";
import { OpenAnswers } from "../http/open-answers.ts";
import { readRetryAfter } from "../http/retry-after.ts";
import { injectedResponse, isResponse, refuseKeeping, standIn } from "../http/stand-in.ts";
import { isFailedStatus, StatusError } from "../http/status-error.ts";
import { outerOf, type CallContext, type CallOptions } from "../policy/call.ts";
import type { Outer } from "../policy/outer.ts";
import type { Policy } from "../policy/policy.ts";
import { followBody } from "./follow-body.ts";
import {
  describe,
  isCrossOrigin,
  plainInit,
  requestOf,
  type FetchInput,
  type RequestDescription,
} from "./request-description.ts";

/** Everything has a default that suits most services. */
export interface ResilientFetchOptions {
  /** What sends the requests. The platform's `fetch` at the time of the call unless given. */
  readonly fetch?: typeof globalThis.fetch;
  /** What breakers count on its own. The origin unless given. */
  readonly key?: (request: RequestDescription) => string | undefined;
  /** What faults can be scoped by. None unless given. */
  readonly labels?: (request: RequestDescription) => Readonly<Record<string, string>>;
  /** Whether a response is a failure of the dependency. Status 5xx and 429 unless given. */
  readonly isFailedResponse?: (response: Response) => boolean;
  /**
   * Whether a request may be sent more than once. GET, HEAD, OPTIONS, TRACE, PUT, DELETE, QUERY, and whatever carries an
   * `Idempotency-Key`, unless given. A body that is a stream is never sent twice.
   */
  readonly isIdempotent?: (request: RequestDescription) => boolean;
  /**
   * What an attempt's time covers. `headers` (the default): it ends when status and headers are there, and the body streams as
   * long as it likes. `body`: until the body has arrived too; it is kept in memory until it is read.
   */
  readonly covers?: "headers" | "body";
  /**
   * Whether requests say how long they will be waited for (`request-timeout-ms`). Unless given: yes, but not from a page to
   * another origin, where an unknown header makes the browser ask for permission first.
   */
  readonly sendsTimeout?: boolean;
}

/**
 * A `fetch` whose requests go through a policy: one for all, or the one that `policy` gives for each request.
 * It takes and gives what `fetch` does. An injected `status` fault is a response with that status. A response that counts as failed is a failure to the policy, with its `Retry-After`; if
 * nothing covers it up, the caller gets that response. What a fallback gives becomes the response: a `Response` is copied,
 * anything else goes as JSON. Rejects as `fetch` does, and with a `ResilienceError` where the policy refused or timed out.
 */
export function resilientFetch(
  policy: Policy<unknown> | ((request: RequestDescription) => Policy<unknown>),
  options: ResilientFetchOptions = {},
): typeof globalThis.fetch {
  if (typeof policy !== "function") refuseKeeping(policy);
  return async (...given) => {
    const [input, init] = plainInit(...given);
    const request = describe(input, init);
    const used = typeof policy === "function" ? refuseKeeping(policy(request)) : policy;
    const signal = (init?.signal === undefined ? requestOf(input)?.signal : init.signal) ?? undefined;
    const outer = outerOf(signal, surroundingCall());
    const repeats = mayRepeat(request, init, options);
    const responses = new OpenAnswers<Response>(discard);
    let sent = false;
    const attempt = async (context: CallContext) => {
      sent = true;
      responses.discardBefore(context.attempt);
      const source = repeats ? (requestOf(input)?.clone() ?? input) : input;
      const response = await send(source, init, request, { context, outer, policy: used, options });
      responses.add(response, context.attempt);
      if (options.covers === "body") await arrival(response);
      if (isFailed(response, options)) throw new FailedResponse(response);
      return response;
    };
    let kept: Response | undefined;
    try {
      const answer: unknown = await used.execute(attempt, {
        ...callOptions(request, options),
        idempotent: repeats,
        signal,
      });
      kept = isResponse(answer) && responses.has(answer) ? answer : standIn(answer, request.method);
    } catch (error) {
      kept = failedResponse(error);
      if (kept === undefined) throw error;
    } finally {
      responses.end(kept);
      if (!sent) letGo(init?.body);
    }
    return kept;
  };
}

class FailedResponse extends StatusError {
  readonly response: Response;

  constructor(response: Response) {
    super(
      response.status,
      readRetryAfter((name) => response.headers.get(name)),
    );
    this.response = response;
  }
}

function callOptions(request: RequestDescription, options: ResilientFetchOptions): CallOptions {
  const key = options.key === undefined ? request.url.origin : options.key(request);
  const labels = options.labels?.(request);
  return { ...(key !== undefined && { key }), ...(labels !== undefined && { labels }) };
}

interface Sending {
  readonly context: CallContext;
  /** Who can give the request up: also its body, after the policy is done with it. */
  readonly outer: Outer | undefined;
  readonly policy: Policy<unknown>;
  readonly options: ResilientFetchOptions;
}

async function send(
  input: FetchInput,
  init: RequestInit | undefined,
  request: RequestDescription,
  { context, outer, policy, options }: Sending,
): Promise<Response> {
  const headers = new Headers(request.headers);
  const left = context.deadline - policy.clock.now();
  const says = options.sendsTimeout ?? !isCrossOrigin(request.url);
  if (says && left !== Infinity && !headers.has(timeoutHeader))
    headers.set(timeoutHeader, formatTimeout(left));
  const { fetch = globalThis.fetch } = options;
  const { signal } = context;
  if (outer === undefined || options.covers === "body") return fetch(input, { ...init, headers, signal });
  signal.throwIfAborted();
  const stop = new AbortController();
  signal.addEventListener("abort", () => stop.abort(signal.reason), { once: true });
  const response = await fetch(input, { ...init, headers, signal: stop.signal });
  followBody(response, outer, (reason) => stop.abort(reason));
  return response;
}

function isFailed(response: Response, { isFailedResponse }: ResilientFetchOptions): boolean {
  return isFailedResponse === undefined ? isFailedStatus(response.status) : isFailedResponse(response);
}

function mayRepeat(
  request: RequestDescription,
  init: RequestInit | undefined,
  { isIdempotent: given }: ResilientFetchOptions,
): boolean {
  if (!isReplayable(init?.body)) return false;
  if (given !== undefined) return given(request);
  return isIdempotent(request.method, (name) => request.headers.has(name));
}

/** Reads a copy to its end; the caller's own then waits in memory. */
async function arrival(response: Response): Promise<void> {
  const reader = response.clone().body?.getReader();
  if (reader === undefined) return;
  while (!(await reader.read()).done);
}

/** The response that failed, or the status that a fault plays; undefined where it was no response that failed. */
function failedResponse(error: unknown): Response | undefined {
  if (error instanceof FailedResponse) return error.response;
  if (error instanceof FailedAnswerError && isResponse(error.answer)) return error.answer;
  return injectedResponse(error);
}

/** Where no attempt was made nobody has taken what was to be sent. */
function letGo(body: RequestInit["body"]): void {
  if (body instanceof ReadableStream && !body.locked) body.cancel().catch(() => undefined);
}

/** A body that broke off by itself needs no cancelling, and who reads it elsewhere goes on. */
function discard(response: Response): void {
  if (!response.bodyUsed && response.body?.locked === false) response.body.cancel().catch(() => undefined);
}
