import { action, experiment, http, hypothesis, mends, probe, type RunCase } from "./case.ts";

const get = (name: string, path: string, more = {}): RunCase => ({
  name,
  experiment: experiment({
    method: [probe("call", http(path, more)), probe("next", http("/json"))],
    rollbacks: [mends],
  }),
});
const json = { "Content-Type": "application/json" };

/** HTTP against the test server, whose /echo tells what it was asked. */
export const calls: readonly RunCase[] = [
  get("http: JSON", "/json"),
  get("http: JSON with a charset stays text", "/json-charset"),
  get("http: JSON that is none ends the method", "/json-broken"),
  get("http: text", "/text"),
  get("http: text without charset is Latin-1", "/latin"),
  get("http: no content type", "/untyped"),
  get("http: compressed", "/gzip"),
  get("http: nothing", "/empty"),
  get("http: not found is a success", "/missing"),
  get("http: an error of the server is a success", "/error"),
  get("http: query", "/echo", {
    arguments: { a: 1, list: ["x", "y z"], none: null, yes: true, f: 1.5, odd: "ä&=+/" },
  }),
  get("http: query beside a query", "/echo?here=1", { arguments: { a: "b" } }),
  get("http: query as text", "/echo", { arguments: "a=b&c=d" }),
  get("http: form", "/echo", {
    method: "POST",
    arguments: { a: 1, list: ["x", "y z"], none: null, yes: true },
  }),
  get("http: form as text", "/echo", { method: "post", arguments: "plain text" }),
  get("http: JSON body", "/echo", {
    method: "POST",
    headers: json,
    arguments: { a: 1, list: [1, null, "ü"], nested: { b: true } },
  }),
  get("http: JSON body needs the exact header", "/echo", {
    method: "POST",
    headers: { "content-type": "application/json" },
    arguments: { a: 1 },
  }),
  get("http: JSON body of nothing", "/echo", { method: "POST", headers: json }),
  get("http: PUT", "/echo", { method: "PUT", arguments: { a: 1 } }),
  get("http: DELETE", "/echo", { method: "DELETE" }),
  get("http: HEAD", "/echo", { method: "HEAD" }),
  get("http: headers", "/echo", { headers: { "X-One": "1", "X-Two": "zwei" } }),
  get("http: a header that is a number ends the method", "/echo", { headers: { "X-One": 1 } }),
  get("http: redirect", "/redirect"),
  get("http: POST becomes GET after 302", "/redirect", { method: "POST", arguments: { a: 1 } }),
  get("http: POST stays POST after 307", "/redirect-307", { method: "POST", arguments: { a: 1 } }),
  get("http: redirects without end", "/loop"),
  get("http: too slow", "/slow", { timeout: 0.3 }),
  get("http: too slow, with two timeouts", "/slow", { timeout: [1, 0.3] }),
  get("http: a timeout that makes no sense", "/json", { timeout: [1, 2, 3] }),
  get("http: connection closed", "/close"),
  get("http: cookies", "/cookie"),
  {
    name: "http: nobody listens",
    experiment: experiment({
      method: [probe("call", { type: "http", url: "@CLOSED@/" }), probe("next", http("/json"))],
    }),
  },
  {
    name: "http: no such host",
    experiment: experiment({ method: [probe("call", { type: "http", url: "http://nobody.invalid/" })] }),
  },
  {
    name: "http: no scheme",
    experiment: experiment({
      method: [probe("call", { type: "http", url: "127.0.0.1/x" })],
      rollbacks: [mends],
    }),
  },
  {
    name: "http: variables",
    experiment: experiment({
      configuration: { path: "echo", value: "v", wait: 2 },
      secrets: { s: { token: "tok-12345" } },
      method: [
        probe("call", {
          type: "http",
          url: "@HTTP@/${path}",
          timeout: "${wait}",
          headers: { "X-Test": "${value}" },
          arguments: { q: "${value}" },
        }),
      ],
    }),
  },
  {
    name: "http: tolerance on the status",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(probe("up", http("/json"), { tolerance: 200 })),
      method: [action("call", http("/error"))],
    }),
  },
  {
    name: "http: tolerance on the body",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("up", http("/json"), {
          tolerance: { type: "jsonpath", target: "body", path: "$.list[?(@ > 1)]", count: 2 },
        }),
      ),
    }),
  },
  {
    name: "http: nobody listens at the gate",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("up", { type: "http", url: "@CLOSED@/" }, { tolerance: 200 }),
      ),
      rollbacks: [mends],
    }),
  },
];
