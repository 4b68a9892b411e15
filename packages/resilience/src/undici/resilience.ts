import { Readable } from "node:stream";

import type { Dispatcher } from "undici";

import { surroundingCall } from "../ambient.ts";
import { FailedAnswerError } from "../errors.ts";
import { timeoutHeader, formatTimeout } from "../http/timeout-header.ts";
import { isIdempotent, isReplayable } from "../http/idempotency.ts";
import { OpenAnswers } from "../http/open-answers.ts";
import { readRetryAfter } from "../http/retry-after.ts";
import { injectedResponse, refuseKeeping, standIn } from "../http/stand-in.ts";
import { isFailedStatus, StatusError } from "../http/status-error.ts";
import type { CallContext, CallOptions } from "../policy/call.ts";
import type { Policy } from "../policy/policy.ts";
import { Attempt } from "./attempt.ts";
import { errorOf, FrontController } from "./front-controller.ts";
import { addHeader, findHeader } from "./request-headers.ts";

type Request = Dispatcher.DispatchOptions;

/** Everything has a default that suits most services. */
export interface ResilienceOptions {
  /** What breakers count on its own. The origin unless given. */
  readonly key?: (request: Request) => string | undefined;
  /** What faults can be scoped by. None unless given. */
  readonly labels?: (request: Request) => Readonly<Record<string, string>>;
  /** Whether a status is a failure of the dependency. 5xx and 429 unless given. */
  readonly isFailedStatus?: (status: number) => boolean;
  /**
   * Whether a request may be sent more than once. GET, HEAD, OPTIONS, TRACE, PUT, DELETE, QUERY, and whatever carries an
   * `Idempotency-Key`, unless given; what the request itself says as `idempotent` comes first. A body that is a stream or an
   * iterator is never sent twice.
   */
  readonly isIdempotent?: (request: Request) => boolean;
  /** Whether requests say how long they will be waited for (`request-timeout-ms`). Yes unless given. */
  readonly sendsTimeout?: boolean;
}

/**
 * An interceptor for undici (`new Agent().compose(resilience(policy))`): every request goes through a policy, one for all or the
 * one that `policy` gives for each. An attempt's time covers status and headers, then the body streams to the caller. A status
 * that counts as failed is a failure to the policy, with its `Retry-After`; if nothing covers it up, the caller gets that response.
 * What a fallback gives becomes the response: a `Response` as it is, anything else as JSON. Upgrades pass it by.
 * @throws TypeError for a policy that keeps answers, as one with `lastGood` does; where `policy` is a function, for each request.
 */
export function resilience(
  policy: Policy<unknown> | ((request: Request) => Policy<unknown>),
  options: ResilienceOptions = {},
): Dispatcher.DispatcherComposeInterceptor {
  if (typeof policy !== "function") refuseKeeping(policy);
  return (dispatch) => (request, caller) => {
    if (Boolean(request.upgrade) || request.method === "CONNECT") return dispatch(request, caller);
    const used = typeof policy === "function" ? refuseKeeping(policy(request)) : policy;
    const front = new FrontController();
    caller.onRequestStart?.(front, {});
    void perform({ dispatch, request, caller, front, policy: used, options });
    return true;
  };
}

interface Performing {
  readonly dispatch: Dispatcher.Dispatch;
  readonly request: Request;
  readonly caller: Dispatcher.DispatchHandler;
  readonly front: FrontController;
  readonly policy: Policy<unknown>;
  readonly options: ResilienceOptions;
}

class FailedAttempt extends StatusError {
  readonly attempt: Attempt;

  constructor(attempt: Attempt) {
    super(
      attempt.status,
      readRetryAfter((name) => attempt.headers[name]),
    );
    this.attempt = attempt;
  }
}

async function perform(performing: Performing): Promise<void> {
  const { caller, front } = performing;
  const around = surroundingCall();
  try {
    const answer = await outcome(performing);
    if (!(answer instanceof Attempt)) return await give(answer, performing);
    // The policy is done with it; whoever is around the call can still give the body up.
    const unfollow = around?.whenGivenUp(() => front.abort(errorOf(around.reason)));
    answer.forward(caller, () => unfollow?.());
  } catch (error) {
    caller.onResponseError?.(front, errorOf(error));
  }
}

/** The attempt that became the answer, or what stands in for one. */
async function outcome(performing: Performing): Promise<Attempt | Response> {
  const { policy, options, request } = performing;
  const attempts = new OpenAnswers<Attempt>(discard);
  const work = async (context: CallContext) => {
    attempts.discardBefore(context.attempt);
    const attempt = await send(context, performing);
    attempts.add(attempt, context.attempt);
    const isFailed = options.isFailedStatus ?? isFailedStatus;
    if (isFailed(attempt.status)) throw new FailedAttempt(attempt);
    return attempt;
  };
  let answer: Attempt | Response | undefined;
  try {
    const given: unknown = await policy.execute(work, callOptions(performing));
    answer = given instanceof Attempt ? given : standIn(given, request.method);
  } catch (error) {
    answer = failedAnswer(error);
    if (answer === undefined) throw error;
  } finally {
    attempts.end(answer instanceof Attempt ? answer : undefined);
  }
  return answer;
}

function failedAnswer(error: unknown): Attempt | Response | undefined {
  if (error instanceof FailedAttempt) return error.attempt;
  if (error instanceof FailedAnswerError && error.answer instanceof Attempt) return error.answer;
  return injectedResponse(error);
}

/** In bytes: it is cheaper to read so much than to connect anew. */
const shortBody = 65_536;

function discard(attempt: Attempt): void {
  attempt.discard(Number(attempt.headers["content-length"]) <= shortBody);
}

function callOptions({ request, front, options }: Performing): CallOptions {
  const key = options.key === undefined ? request.origin?.toString() : options.key(request);
  const labels = options.labels?.(request);
  return {
    signal: front.signal,
    idempotent: mayRepeat(request, options),
    ...(key !== undefined && { key }),
    ...(labels !== undefined && { labels }),
  };
}

function mayRepeat(request: Request, options: ResilienceOptions): boolean {
  if (!isReplayable(request.body)) return false;
  if (request.idempotent !== undefined) return request.idempotent;
  if (options.isIdempotent !== undefined) return options.isIdempotent(request);
  return isIdempotent(request.method, (name) => findHeader(request.headers, name) !== undefined);
}

/** Resolves with the attempt when its status and headers are there. */
function send(
  context: CallContext,
  { dispatch, request, caller, front, policy, options }: Performing,
): Promise<Attempt> {
  const { signal } = context;
  return new Promise((resolve, reject) => {
    const giveUp = () => attempt.abort(errorOf(signal.reason));
    const attempt = new Attempt(front, caller, (error) => {
      signal.removeEventListener("abort", giveUp);
      if (error === undefined) resolve(attempt);
      else reject(error);
    });
    signal.addEventListener("abort", giveUp, { once: true });
    if (signal.aborted) giveUp();
    else dispatch(withTimeLeft(request, context.deadline - policy.clock.now(), options), attempt);
  });
}

function withTimeLeft(request: Request, left: number, { sendsTimeout = true }: ResilienceOptions): Request {
  const says = sendsTimeout && left !== Infinity && findHeader(request.headers, timeoutHeader) === undefined;
  return says
    ? { ...request, headers: addHeader(request.headers, timeoutHeader, formatTimeout(left)) }
    : request;
}

async function give(response: Response, { request, caller, front }: Performing): Promise<void> {
  // Where no attempt was made nobody has let go of what was to be sent.
  if (request.body instanceof Readable) request.body.destroy();
  const body = Buffer.from(await response.arrayBuffer());
  front.standIn(response.headers);
  caller.onResponseStart?.(front, response.status, Object.fromEntries(response.headers), response.statusText);
  if (body.length > 0) caller.onResponseData?.(front, body);
  caller.onResponseEnd?.(front, {});
}
