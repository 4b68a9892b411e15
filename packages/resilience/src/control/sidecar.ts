import { Agent, request as requestHttp, type IncomingMessage } from "node:http";
import { Agent as TlsAgent, request as requestHttps } from "node:https";

import type { Labels } from "../faults/scope.ts";
import type { Clock } from "../time/clock.ts";

/** How long an answer may take, in ms, as in the SDKs of Failure Flags. */
const patience = 1000;
/** Characters of an answer. */
const longestAnswer = 64 * 1024;
/** Connections at once. They are kept open for the next question and never keep the process alive. */
const connections = 4;

/** A sidecar of Failure Flags. */
export interface Sidecar {
  /** The experiments for a flag as JSON that was parsed; undefined when there are none. Rejects when it gave no answer. */
  ask(name: string, labels: Labels): Promise<unknown>;
  /** Ends every connection. */
  close(): void;
}

export function sidecarAt(url: URL, clock: Clock): Sidecar {
  const secure = url.protocol === "https:";
  const agent = new (secure ? TlsAgent : Agent)({ keepAlive: true, maxSockets: connections });
  const request = secure ? requestHttps : requestHttp;
  return {
    ask: (name, labels) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify({ name, labels });
        const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
        const asked = request(url, { method: "POST", agent, headers });
        const timer = clock.start(patience, () => asked.destroy(new Error("The sidecar gave no answer.")));
        asked.on("socket", (socket) => socket.unref());
        asked.on("error", reject);
        asked.on("close", () => timer.stop());
        asked.on("response", (response) => {
          read(response).then(resolve, reject);
        });
        asked.end(body);
      }),
    close: () => agent.destroy(),
  };
}

async function read(response: IncomingMessage): Promise<unknown> {
  let text = "";
  response.setEncoding("utf8");
  for await (const part of response) {
    text += part;
    // Leaving the loop ends the connection.
    if (text.length > longestAnswer) throw new Error("The sidecar's answer is too long.");
  }
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) throw new Error(`The sidecar answered with status ${status}.`);
  return text.trim() === "" ? undefined : JSON.parse(text);
}
