import type { IncomingMessage, ServerResponse } from "node:http";

import { admit } from "./admission.ts";
import { ControllerError } from "./errors.ts";
import { experimentOf, parseFlagCall } from "./experiment.ts";
import type { HeldRules } from "./held-rules.ts";
import { readJson } from "./read-json.ts";
import { parseRenewal, parseRuleRequest } from "./rule-request.ts";
import type { RuleStreams } from "./rule-streams.ts";

/** What requests are answered from. */
export interface Answering {
  readonly rules: HeldRules;
  readonly streams: RuleStreams;
  readonly token: string | undefined;
  readonly random: () => number;
}

/** Without a body it is 204. */
interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

const nothing: JsonAnswer = { status: 204, body: undefined };

/** What a request is answered with. */
export function answerWith(answering: Answering) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
    const answer = async (): Promise<void> => {
      admit(request, path, answering.token);
      if (request.method === "GET" && path === "/stream")
        answering.streams.open(response, new URLSearchParams(query).get("service") ?? undefined);
      else send(response, await route(answering, request, path));
    };
    answer().catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, error);
    });
  };
}

async function route(
  { rules, streams, random }: Answering,
  request: IncomingMessage,
  path: string,
): Promise<JsonAnswer> {
  const [, id] = /^\/rules\/([\w-]{1,100})$/.exec(path) ?? [];
  const asked = `${request.method} ${id === undefined ? path : "/rules/:id"}`;
  switch (asked) {
    case "POST /experiment": {
      const call = parseFlagCall(await readJson(request));
      const experiment = experimentOf(rules.take(call, random), random);
      return experiment === undefined ? nothing : { status: 200, body: experiment };
    }
    case "GET /rules":
      return { status: 200, body: { rules: rules.list(), following: streams.size } };
    case "DELETE /rules":
      return { status: 200, body: { removed: rules.clear() } };
    case "PUT /rules/:id":
      return { status: 200, body: rules.hold(id ?? "", parseRuleRequest(await readJson(request))) };
    case "PATCH /rules/:id":
      return { status: 200, body: rules.renew(id ?? "", parseRenewal(await readJson(request)).lease) };
    case "DELETE /rules/:id":
      rules.remove(id ?? "");
      return nothing;
    default:
      throw new ControllerError("route.unknown");
  }
}

/** With the length and the plain type: SDKs of Failure Flags take no chunks, and some no parameters of the type. */
function send(response: ServerResponse, { status, body }: JsonAnswer): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { "Content-Type": "application/json", "Content-Length": bytes.length });
  response.end(bytes);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (!(error instanceof ControllerError)) {
    // The other side went while it was being read; or a fault of our own, which must not end the process.
    response.destroy();
    return;
  }
  // What was not read of a body that is too large is not worth reading.
  if (error.code === "input.too_large") response.setHeader("Connection", "close");
  if (error.code === "token.needed") response.setHeader("WWW-Authenticate", "Bearer");
  send(response, { status: error.status, body: error.body });
}
