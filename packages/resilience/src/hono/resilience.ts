import type { Context, MiddlewareHandler } from "hono";

import { degradedHeader } from "../http/degraded-header.ts";
import {
  deadlineAnswer,
  isDeadlineError,
  isOfAnswer,
  ServedRequest,
  serving,
  type ServingOptions,
} from "../request/served-request.ts";

/**
 * Middleware for Hono: reads how long the caller waits, so that policies in the handlers have no more time than that, and are
 * given up when the client goes away. When the time is over before there is a response, or the handler failed for that, the
 * client gets status 504 and `{"code":"deadline-exceeded", …}`. What policies had to degrade is in the header `degraded`.
 * @throws RangeError when requests would get no time, or more than the maximum.
 */
export function resilience(options: ServingOptions = {}): MiddlewareHandler {
  const every = serving(options);
  return async (context, next) => {
    const header = (name: string) => context.req.header(name);
    const served = new ServedRequest(header, every);
    const { signal } = context.req.raw;
    // Servers differ in the reason they give.
    if (signal.aborted) served.leave();
    else signal.addEventListener("abort", () => served.leave(), { once: true });
    const over = new Promise<"over">((resolve) => served.whenOver(() => resolve("over")));
    const answered = served.run(next);
    try {
      if ((await Promise.race([answered, over])) === "over") {
        // What the handler still does is nobody's any more.
        answered.catch(() => undefined);
        answerLate(context, served);
      } else if (isDeadlineError(context.error) && context.res.status >= 500) answerLate(context, served);
      else if (served.degraded !== undefined) context.header(degradedHeader, served.degraded);
    } finally {
      served.stop();
    }
  };
}

/** With a response of its own: one that is put in the place of another takes over that one's headers. */
function answerLate(context: Context, { degraded }: ServedRequest): void {
  const headers = new Headers(context.res.headers);
  for (const name of context.res.headers.keys()) if (isOfAnswer(name)) headers.delete(name);
  headers.set("cache-control", "no-store");
  if (degraded !== undefined) headers.set(degradedHeader, degraded);
  context.res = undefined;
  context.res = Response.json(deadlineAnswer, { status: 504, headers });
}
