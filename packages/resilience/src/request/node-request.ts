import type { IncomingMessage, ServerResponse } from "node:http";

import { degradedHeader } from "../http/degraded-header.ts";
import { ServedRequest, type Serving } from "./served-request.ts";

/**
 * A request to a server of Node. It is over when its response is closed: sent to the end, or the client went away. What was
 * degraded goes into the head as late as possible, since fallbacks are served until the answer is there; then the time is over.
 */
export function serveNode(
  request: IncomingMessage,
  response: ServerResponse,
  options: Serving,
): ServedRequest {
  const served = new ServedRequest((name) => request.headers[name], options);
  const closed = () => {
    if (!response.writableFinished) served.leave();
    served.close();
  };
  // What ran before may have waited until the client had gone.
  if (response.closed) closed();
  else response.once("close", closed);
  const writeHead = response.writeHead;
  const withDegraded = (...head: unknown[]): ServerResponse => {
    const { degraded } = served;
    if (degraded !== undefined && !response.headersSent) response.setHeader(degradedHeader, degraded);
    served.stop();
    return Reflect.apply(writeHead, response, head);
  };
  Object.assign(response, { writeHead: withDegraded });
  return served;
}

const nothing = () => undefined;

/** What is written from now on goes nowhere: the client has its answer, and whoever still works on one need not know. */
export function ignoreLateAnswer(response: ServerResponse): void {
  const ignored = () => response;
  Object.assign(response, {
    setHeader: ignored,
    appendHeader: ignored,
    writeHead: ignored,
    write: (...chunk: unknown[]) => {
      soon(chunk);
      return true;
    },
    end: (...chunk: unknown[]) => {
      soon(chunk);
      return response;
    },
    removeHeader: nothing,
    flushHeaders: nothing,
  });
}

/** Whoever waits until something is written goes on. */
function soon(given: readonly unknown[]): void {
  const written = given.at(-1);
  if (typeof written === "function") process.nextTick(written);
}
