import { validateHeaderName, validateHeaderValue } from "node:http";

import { GoJsonError } from "../go-json/index.ts";
import type { HttpToxic } from "../toxics/toxic.ts";

const fields = {
  method: "string",
  path: "string",
  status: "int",
  headers: "headers",
  body: "string",
  delay: "int64",
  ask_upstream: "bool",
} as const;

/**
 * Answers requests instead of the server, or changes the server's answers. With a status, the server is not asked unless `ask_upstream` says
 * so: asking first and failing then is the fault that finds out whether a retry does the work twice.
 */
export const httpToxic: HttpToxic<typeof fields> = {
  name: "http",
  goName: "HttpToxic",
  affects: "http",
  fields,
  added: ["method", "path", "status", "headers", "body", "delay", "ask_upstream"],
  fault: (attributes) => {
    checkStatus(attributes.status);
    checkHeaders(attributes.headers);
    return {
      method: attributes.method.toUpperCase(),
      path: attributes.path,
      status: attributes.status,
      headers: attributes.headers,
      body: attributes.body === "" && attributes.status === 0 ? undefined : attributes.body,
      delay: attributes.delay,
      askUpstream: attributes.ask_upstream || attributes.status === 0,
    };
  },
};

function checkStatus(status: number): void {
  if (status !== 0 && (status < 200 || status > 599))
    throw new GoJsonError(`status ${status} is not between 200 and 599`);
}

function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch (error) {
      throw new GoJsonError(`header ${name} can't be sent: ${String(error)}`, { cause: error });
    }
  }
}
