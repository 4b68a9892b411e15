import { once } from "node:events";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, describe, expect, test } from "vitest";

import { startProxyServer, type ProxyServer, type ProxyServerSettings } from "../index.ts";
import { portOf, startEcho, TestClient } from "../testing/tcp.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function start(settings: ProxyServerSettings = {}): Promise<ProxyServer> {
  const server = await startProxyServer({ port: 0, ...settings });
  open.push(server);
  return server;
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function say(
  api: ProxyServer,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const answer = await fetch(api.url + path, {
    method,
    headers: { "User-Agent": "test", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function saysJson(api: ProxyServer, method: string, path: string, body?: unknown) {
  const { text } = await say(api, method, path, body);
  return JSON.parse(text);
}

const anyPort = "127.0.0.1:0";

describe("answers that clients of Toxiproxy rely on", () => {
  test.each([
    ["POST", "/proxies", { name: "new", listen: anyPort, upstream: "u:1" }, 201],
    ["POST", "/populate", [{ name: "new", listen: anyPort, upstream: "u:1" }], 201],
    ["GET", "/proxies", undefined, 200],
    ["GET", "/proxies/p", undefined, 200],
    ["POST", "/proxies/p", { enabled: false }, 200],
    ["PATCH", "/proxies/p", { enabled: false }, 200],
    ["DELETE", "/proxies/p", undefined, 204],
    ["GET", "/proxies/p/toxics", undefined, 200],
    ["POST", "/proxies/p/toxics", { type: "latency", name: "new" }, 200],
    ["GET", "/proxies/p/toxics/t", undefined, 200],
    ["POST", "/proxies/p/toxics/t", { toxicity: 0.5 }, 200],
    ["PATCH", "/proxies/p/toxics/t", { toxicity: 0.5 }, 200],
    ["DELETE", "/proxies/p/toxics/t", undefined, 204],
    ["POST", "/reset", undefined, 204],
    ["GET", "/version", undefined, 200],
    ["GET", "/metrics", undefined, 200],
    ["PUT", "/proxies", undefined, 405],
    ["GET", "/reset", undefined, 405],
    ["GET", "/nothing", undefined, 404],
    ["GET", "/proxies/", undefined, 404],
  ])("%s %s %j is %i", async (method, path, body, status) => {
    const api = await start();
    await say(api, "POST", "/proxies", { name: "p", listen: anyPort, upstream: "u:1" });
    await say(api, "POST", "/proxies/p/toxics", { type: "latency", name: "t" });
    const answer = await say(api, method, path, body);
    expect(answer.status).toBe(status);
    // The router's own answers have none.
    const known = status !== 404 && status !== 405;
    expect(/^[0-9a-v]{20}$/.test(answer.headers.get("x-toxiproxy-request-id") ?? "")).toBe(known);
    const isJson = answer.headers.get("content-type") === "application/json";
    expect(isJson).toBe(known && status < 204 && /^.(proxies|populate)/.test(path));
  });

  test.each([
    ["POST", "/proxies", "", 400, "bad request body: EOF"],
    ["POST", "/proxies", "{", 400, "bad request body: unexpected EOF"],
    ["POST", "/proxies", "x", 400, "bad request body: invalid character 'x' looking for beginning of value"],
    [
      "POST",
      "/proxies",
      "[]",
      400,
      "bad request body: json: cannot unmarshal array into Go value of type toxiproxy.Proxy",
    ],
    [
      "POST",
      "/proxies",
      { name: 5 },
      400,
      "bad request body: json: cannot unmarshal number into Go struct field Proxy.name of type string",
    ],
    ["POST", "/proxies", {}, 400, "missing required field: name"],
    ["POST", "/proxies", { name: "x" }, 400, "missing required field: upstream"],
    ["POST", "/proxies", { name: "p", upstream: "u" }, 409, "proxy already exists"],
    [
      "POST",
      "/proxies",
      { name: "x", upstream: "u", listen: "foo" },
      500,
      "listen tcp: address foo: missing port in address",
    ],
    ["GET", "/proxies/none", undefined, 404, "proxy not found"],
    ["POST", "/proxies/none", "", 404, "proxy not found"],
    ["DELETE", "/proxies/none", undefined, 404, "proxy not found"],
    ["POST", "/proxies/p", { listen: "foo" }, 500, "address foo: missing port in address"],
    ["GET", "/proxies/none/toxics", undefined, 404, "proxy not found"],
    ["POST", "/proxies/p/toxics", {}, 400, "invalid toxic type"],
    ["POST", "/proxies/p/toxics", { type: "x" }, 400, "invalid toxic type"],
    [
      "POST",
      "/proxies/p/toxics",
      { type: "latency", stream: "side" },
      400,
      "stream was invalid, can be either upstream or downstream",
    ],
    ["POST", "/proxies/p/toxics", { type: "bandwidth", name: "t" }, 409, "toxic already exists"],
    [
      "POST",
      "/proxies/p/toxics",
      { type: "latency", attributes: { latency: "1" } },
      400,
      "bad request body: json: cannot unmarshal string into Go struct field LatencyToxic.attributes.latency of type int64",
    ],
    ["GET", "/proxies/p/toxics/none", undefined, 404, "toxic not found"],
    ["POST", "/proxies/p/toxics/none", "", 404, "toxic not found"],
    ["DELETE", "/proxies/p/toxics/none", undefined, 404, "toxic not found"],
    [
      "POST",
      "/proxies/p/toxics/t",
      { toxicity: "x" },
      400,
      "bad request body: json: cannot unmarshal string into Go struct field .toxicity of type float32",
    ],
    ["POST", "/populate", [{ upstream: "u" }], 400, "missing required field: name at proxy 1"],
    [
      "POST",
      "/populate",
      [{ name: "x", upstream: "u" }, { name: "y" }],
      400,
      "missing required field: upstream at proxy 2",
    ],
    [
      "POST",
      "/proxies",
      { name: "x", upstream: "u", listen: anyPort, protocol: "smtp" },
      400,
      "protocol was invalid, can be tcp, http or dns",
    ],
  ])("%s %s %j is refused with %i %s", async (method, path, body, status, message) => {
    const api = await start();
    await say(api, "POST", "/proxies", { name: "p", listen: anyPort, upstream: "u:1" });
    await say(api, "POST", "/proxies/p/toxics", { type: "latency", name: "t", stream: "upstream" });
    const answer = await say(api, method, path, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ error: message, status });
    const type = path === "/populate" ? "application/json" : "text/plain; charset=utf-8";
    expect(answer.headers.get("content-type")).toBe(type);
  });

  test("browsers are kept out", async () => {
    const api = await start();
    const answer = await say(api, "GET", "/proxies", undefined, { "User-Agent": "Mozilla/5.0" });
    expect([answer.status, answer.text]).toEqual([403, "User agent not allowed\n"]);
  });

  test("an address in use says so, and the same listener can be had again once it is free", async () => {
    const api = await start();
    const busy = createServer().listen(0, "127.0.0.1");
    await once(busy, "listening");
    const listen = `127.0.0.1:${portOf(busy)}`;
    const wanted = { name: "x", listen, upstream: "u:1" };
    expect(await saysJson(api, "POST", "/proxies", wanted)).toEqual({
      error: `listen tcp ${listen}: bind: address already in use`,
      status: 500,
    });
    busy.close();
    await once(busy, "close");
    expect((await saysJson(api, "POST", "/proxies", wanted)).listen).toBe(listen);
    await say(api, "DELETE", "/proxies/x");
    expect((await say(api, "POST", "/proxies", wanted)).status).toBe(201);
  });

  test("names with slashes, blanks and markup come back as they were", async () => {
    const api = await start();
    const created = await say(api, "POST", "/proxies", { name: "a b<&>", listen: anyPort, upstream: "u:1" });
    expect(created.text).toContain('"name":"a b\\u003c\\u0026\\u003e"');
    expect((await saysJson(api, "GET", "/proxies/a%20b%3C&%3E")).name).toBe("a b<&>");
  });

  test("a body that is far too large is refused, and the client asks again on another connection", async () => {
    const api = await start();
    const agent = new Agent({ keepAlive: true });
    open.push({ close: async () => agent.destroy() });
    for (let time = 0; time < 2; time += 1) {
      const asked = request(`${api.url}/proxies`, { method: "POST", agent });
      // It may still be sending when the answer is there.
      asked.on("error", () => undefined);
      asked.end(Buffer.alloc(17 * 1024 * 1024, "x"));
      const [answer] = await once(asked, "response");
      expect(answer.statusCode).toBe(413);
      answer.resume();
      await once(answer, "end");
    }
  });
});

describe("populate", () => {
  test("leaves a proxy with the same addresses alone, with its toxics and connections", async () => {
    const api = await start();
    const echo = await startEcho();
    open.push(echo);
    const { listen } = await saysJson(api, "POST", "/proxies", {
      name: "p",
      listen: anyPort,
      upstream: echo.address,
    });
    await say(api, "POST", "/proxies/p/toxics", { type: "noop" });
    const client = await TestClient.connect(listen);
    await client.roundTrip("x");
    const same = await saysJson(api, "POST", "/populate", [
      { name: "p", listen, upstream: echo.address, enabled: false },
    ]);
    expect(same.proxies[0]).toMatchObject({ enabled: true, toxics: [{ name: "noop_downstream" }] });
    await client.roundTrip("y");
    const other = await saysJson(api, "POST", "/populate", [{ name: "p", listen, upstream: "other:1" }]);
    expect(other.proxies[0]).toMatchObject({ enabled: true, upstream: "other:1", toxics: [] });
    await client.closed;
  });

  test("says what was made when a later one fails", async () => {
    const api = await start();
    const answer = await saysJson(api, "POST", "/populate", [
      { name: "a", listen: anyPort, upstream: "u:1" },
      { name: "b", listen: "foo", upstream: "u:1" },
      { name: "c", listen: anyPort, upstream: "u:1" },
    ]);
    expect(answer).toMatchObject({
      error: "listen tcp: address foo: missing port in address",
      status: 500,
      proxies: [{ name: "a" }],
    });
    expect(Object.keys(await saysJson(api, "GET", "/proxies"))).toEqual(["a"]);
  });
});

describe("beyond Toxiproxy", () => {
  test("a proxy and its toxics are made in one request, or not at all", async () => {
    const api = await start();
    const made = await saysJson(api, "POST", "/proxies", {
      name: "p",
      listen: anyPort,
      upstream: "u:1",
      toxics: [
        { type: "latency", attributes: { latency: 5 } },
        { type: "bandwidth", attributes: { rate: 9, shared: true } },
      ],
    });
    expect(made.toxics).toMatchObject([
      { name: "latency_downstream" },
      { attributes: { rate: 9, shared: true } },
    ]);
    for (const toxics of [[{ type: "x" }], [{ type: "noop" }, { type: "noop" }], "no list"]) {
      const refused = await say(api, "POST", "/proxies", {
        name: "q",
        listen: anyPort,
        upstream: "u:1",
        toxics,
      });
      expect(refused.status).toBeGreaterThanOrEqual(400);
    }
    expect((await say(api, "GET", "/proxies/q")).status).toBe(404);
  });

  test("leases end what is not renewed", async () => {
    const api = await start();
    await say(api, "POST", "/proxies", { name: "short", listen: anyPort, upstream: "u:1", expires_in: 40 });
    const kept = await saysJson(api, "POST", "/proxies", {
      name: "kept",
      listen: anyPort,
      upstream: "u:1",
      expires_in: 60_000,
    });
    expect(kept.expires_in).toBeGreaterThan(50_000);
    expect(kept.expires_in).toBeLessThanOrEqual(60_000);
    const toxic = await saysJson(api, "POST", "/proxies/kept/toxics", { type: "noop", expires_in: 40 });
    expect(toxic.expires_in).toBeLessThanOrEqual(40);
    await say(api, "POST", "/proxies/kept/toxics", { type: "noop", name: "renewed", expires_in: 60_000 });
    await say(api, "PATCH", "/proxies/kept/toxics/renewed", { expires_in: 0 });
    await say(api, "PATCH", "/proxies/kept", { expires_in: 0 });
    while (
      (await say(api, "GET", "/proxies/short")).status !== 404 ||
      (await say(api, "GET", "/proxies/kept/toxics/noop_downstream")).status !== 404
    );
    const left = await saysJson(api, "GET", "/proxies");
    expect(Object.keys(left)).toEqual(["kept"]);
    expect(left.kept.expires_in).toBeUndefined();
    expect(left.kept.toxics).toEqual([
      { attributes: {}, name: "renewed", type: "noop", stream: "downstream", toxicity: 1 },
    ]);
  });

  test("a token, when there is one, is asked of every request", async () => {
    const api = await start({ token: "secret" });
    for (const headers of [{}, { Authorization: "Bearer wrong" }, { Authorization: "secret" }])
      expect((await say(api, "GET", "/proxies", undefined, headers)).status).toBe(401);
    expect((await say(api, "GET", "/proxies", undefined, { Authorization: "Bearer secret" })).status).toBe(
      200,
    );
  });

  test("metrics have the original's names and ours", async () => {
    const api = await start();
    const echo = await startEcho();
    open.push(echo);
    const { listen } = await saysJson(api, "POST", "/proxies", {
      name: "p",
      listen: anyPort,
      upstream: echo.address,
      toxics: [{ type: "noop" }],
    });
    const client = await TestClient.connect(listen);
    await client.roundTrip("12345");
    const { text, headers } = await say(api, "GET", "/metrics");
    expect(headers.get("content-type")).toMatch(/^text\/plain; version=0.0.4/);
    const labels = `proxy="p",listener="${listen}",upstream="${echo.address}"`;
    for (const direction of ["upstream", "downstream"]) {
      expect(text).toContain(`toxiproxy_proxy_received_bytes_total{direction="${direction}",${labels}} 5`);
      expect(text).toContain(`toxiproxy_proxy_sent_bytes_total{direction="${direction}",${labels}} 5`);
    }
    expect(text).toContain('morrow_proxy_connections{proxy="p"} 1');
    expect(text).toContain('morrow_proxy_toxic_affected{proxy="p",toxic="noop_downstream",type="noop"} 1');
    client.socket.destroy();
  });

  test("a config file is a list of proxies, with toxics; one that can't be read is said and stops nothing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "morrow-proxy-"));
    open.push({ close: () => rm(folder, { recursive: true }) });
    const config = join(folder, "toxiproxy.json");
    await writeFile(
      config,
      JSON.stringify([{ name: "p", listen: anyPort, upstream: "u:1", toxics: [{ type: "noop" }] }]),
    );
    const api = await start({ config });
    expect((await saysJson(api, "GET", "/proxies/p")).toxics).toHaveLength(1);
    await writeFile(config, "{");
    const said: string[] = [];
    const log = (event: string, details: Readonly<Record<string, string | number>>) =>
      void said.push(`${event} ${details["because"] ?? ""}`);
    const other = await start({ config, log });
    expect(await saysJson(other, "GET", "/proxies")).toEqual({});
    expect(said).toContain("config-failed bad request body: unexpected EOF");
  });

  test("what others can reach is said", async () => {
    const said: string[] = [];
    const api = await start({ host: "0.0.0.0", log: (event) => void said.push(event) });
    await say(api, "POST", "/proxies", { name: "p", listen: ":0", upstream: "u:1" });
    await say(api, "POST", "/proxies", { name: "q", listen: anyPort, upstream: "u:1" });
    expect(said.filter((event) => /open|outside/.test(event))).toEqual([
      "api-open-to-all",
      "proxy-reachable-from-outside",
    ]);
  });
});
