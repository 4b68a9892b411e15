import type { IncomingMessage, ServerResponse } from "node:http";

import { ignoreLateAnswer, serveNode } from "../request/node-request.ts";
import {
  deadlineAnswer,
  isDeadlineError,
  isOfAnswer,
  serving,
  type ServingOptions,
} from "../request/served-request.ts";

type Next = (error?: unknown) => void;

/** Requests that were answered with 504. */
const answered = new WeakSet<ServerResponse>();

/**
 * Middleware for Express and whatever takes the same functions: reads how long the caller waits, so that policies in the handlers
 * have no more time than that, and are given up when the client goes away. When the time is over and nothing was sent, the
 * client gets status 504 and `{"code":"deadline-exceeded", …}`; what the handler answers later goes nowhere. What policies had
 * to degrade is in the header `degraded`. Goes before the routes; `deadlineErrors` goes after them.
 * @throws RangeError when requests would get no time, or more than the maximum.
 */
export function resilience(options: ServingOptions = {}) {
  const every = serving(options);
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const served = serveNode(request, response, every);
    served.whenOver(() => answerLate(response));
    served.run(() => next());
  };
}

/**
 * Error middleware, after the routes and before your own: a handler that failed since the time was over becomes the same 504, and
 * what it threw after that is not answered again.
 */
export function deadlineErrors() {
  return (error: unknown, _request: IncomingMessage, response: ServerResponse, next: Next): void => {
    if (isDeadlineError(error)) answerLate(response);
    if (!answered.has(response)) next(error);
  };
}

function answerLate(response: ServerResponse): void {
  if (response.headersSent || answered.has(response)) return;
  answered.add(response);
  for (const name of response.getHeaderNames()) if (isOfAnswer(name)) response.removeHeader(name);
  response.statusCode = 504;
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(deadlineAnswer));
  ignoreLateAnswer(response);
}
