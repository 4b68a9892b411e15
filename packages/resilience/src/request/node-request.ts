import type { IncomingMessage, ServerResponse } from "node:http";

import { degradedHeader } from "../http/degraded-header.ts";
import { clientGone, ServedRequest, type Serving } from "./served-request.ts";

/** A request to a server of Node. It is over when its response is closed: sent to the end, or the client went away. */
export function serveNode(
  request: IncomingMessage,
  response: ServerResponse,
  options: Serving,
): ServedRequest {
  const gone = new AbortController();
  const served = new ServedRequest((name) => request.headers[name], gone.signal, options);
  response.once("close", () => {
    if (!response.writableFinished) gone.abort(clientGone());
    served.close();
  });
  return served;
}

/** Adds the header as late as possible: fallbacks are served until the answer is there. */
export function addDegradedHeader(response: ServerResponse, served: ServedRequest): void {
  const writeHead = response.writeHead;
  const withHeader = (...head: unknown[]): ServerResponse => {
    const { degraded } = served;
    if (degraded !== undefined && !response.headersSent) response.setHeader(degradedHeader, degraded);
    return Reflect.apply(writeHead, response, head);
  };
  Object.assign(response, { writeHead: withHeader });
}

const nothing = () => undefined;

/** What is written from now on goes nowhere: the client has its answer, and whoever still works on one need not know. */
export function ignoreLateAnswer(response: ServerResponse): void {
  const ignored = () => response;
  Object.assign(response, {
    setHeader: ignored,
    appendHeader: ignored,
    writeHead: ignored,
    write: () => true,
    end: ignored,
    removeHeader: nothing,
    flushHeaders: nothing,
  });
}
