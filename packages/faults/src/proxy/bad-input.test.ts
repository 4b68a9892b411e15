import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";

import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { startProxy, startProxyServer, type ProxyServer, type RunningProxy } from "./index.ts";
import { portOf, startEcho, TestClient, type TestServer } from "./testing/tcp.ts";

/** What is thrown at the proxy from any side must leave it standing: each test ends with a use of it that works. */
const runs = { numRuns: Number(process.env["MORROW_TRIES"] ?? 60) };

let echo: TestServer;
let api: ProxyServer;
const open: { close(): Promise<unknown> }[] = [];

beforeAll(async () => {
  echo = await startEcho();
  api = await startProxyServer({ port: 0 });
  open.push(echo, api);
});
afterAll(async () => {
  for (const each of open.toReversed()) await each.close();
});

async function throwBytes(
  proxy: { host: string; port: number },
  pieces: readonly Uint8Array[],
): Promise<void> {
  const client = await TestClient.connect(proxy);
  for (const piece of pieces) client.socket.write(piece);
  client.socket.end();
  await new Promise((resolve) => setImmediate(resolve));
  client.socket.destroy();
}

const bytes = fc.uint8Array({ maxLength: 300 });
const httpPiece = fc.oneof(
  fc
    .constantFrom(
      "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab",
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
      "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: y\r\n\r\n",
      "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.0\r\n\r\n",
      "HEAD /slow HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET http://x/ HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    )
    .map((text) => Buffer.from(text)),
  bytes,
);

test("clients that speak HTTP badly, break off, or ask for what nobody has", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/slow") return;
    request.on("error", () => undefined).resume();
    response.on("error", () => undefined).end("fine");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy: RunningProxy = await startProxy({
    upstream: `127.0.0.1:${portOf(server)}`,
    protocol: "http",
    toxics: [
      { type: "http", name: "a", attributes: { path: "/a", status: 500, delay: 1 } },
      { type: "http", name: "b", toxicity: 0.5, attributes: { headers: { "X-A": "b" }, body: "changed" } },
      { type: "limit_data", toxicity: 0.3, attributes: { bytes: 30 } },
      { type: "reset_peer", stream: "upstream", toxicity: 0.2 },
    ],
  });
  await fc.assert(
    fc.asyncProperty(fc.array(httpPiece, { maxLength: 6 }), (pieces) => throwBytes(proxy, pieces)),
    runs,
  );
  const after = await startProxy({ upstream: `127.0.0.1:${portOf(server)}`, protocol: "http" });
  const answer = await fetch(`http://${after.listen}/`);
  expect(await answer.text()).toBe("fine");
  await after.close();
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

test("datagrams and streams that are no DNS", async () => {
  const proxy = await startProxy({
    upstream: echo.address,
    protocol: "dns",
    toxics: [{ type: "dns", attributes: { answer: "servfail" } }],
  });
  const udp = createSocket("udp4");
  await fc.assert(
    fc.asyncProperty(bytes, async (data) => {
      udp.send(data, proxy.port, proxy.host);
      await throwBytes(proxy, [data]);
    }),
    runs,
  );
  udp.close();
  // A question for a. A, by hand.
  const asker = createSocket("udp4");
  asker.send(
    Buffer.from("000a01000001000000000000016100000100 01".replace(" ", ""), "hex"),
    proxy.port,
    proxy.host,
  );
  const [answer] = await once(asker, "message");
  expect(answer[3] & 15).toBe(2);
  asker.close();
  await proxy.close();
});

test("bodies and paths of any kind get an answer from the API", async () => {
  const path = fc.constantFrom(
    "/proxies",
    "/populate",
    "/proxies/p",
    "/proxies/p/toxics",
    "/proxies/p/toxics/t",
    "/reset",
    "/%",
    "/%00",
    "/proxies/%E0%A4%A",
  );
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc.uint8Array().map((data) => Buffer.from(data).toString("latin1")),
    toxicBody(),
  );
  await fc.assert(
    fc.asyncProperty(path, fc.constantFrom("POST", "PATCH"), body, async (where, method, text) => {
      const asked = { method, body: text };
      const answer = await fetch(api.url + where, asked);
      await answer.text();
      expect(answer.status).toBeGreaterThanOrEqual(200);
      await fetch(`${api.url}/proxies`, {
        method: "POST",
        body: JSON.stringify({ name: "p", listen: "127.0.0.1:0", upstream: echo.address }),
      });
    }),
    runs,
  );
  const { hostname, port } = new URL(api.url);
  for (const raw of [
    "\r\n\r\n",
    "GET\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "POST /proxies HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{",
  ]) {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.end(raw);
    await new Promise((resolve) => socket.on("close", resolve).resume());
  }
  expect((await fetch(`${api.url}/version`)).status).toBe(200);
});

/** Toxics with every number that could be taken for one. */
function toxicBody(): fc.Arbitrary<string> {
  const number = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 2 ** 53, 2 ** 31, 2 ** 63, 1e21));
  return fc
    .record({
      type: fc.constantFrom(
        "latency",
        "bandwidth",
        "slow_close",
        "timeout",
        "reset_peer",
        "slicer",
        "limit_data",
        "http",
        "dns",
      ),
      name: fc.constantFrom("t", "u", "v"),
      toxicity: number,
      first: number,
      expires_in: number,
      attributes: fc.record({
        latency: number,
        jitter: number,
        rate: number,
        delay: number,
        timeout: number,
        bytes: number,
        status: number,
        average_size: number,
        size_variation: number,
      }),
    })
    .map((value) => JSON.stringify(value));
}

test.each(["latency", "bandwidth", "slow_close", "timeout", "reset_peer", "slicer", "limit_data"])(
  "%s with numbers that make no sense",
  async (type) => {
    const proxy = await startProxy({ upstream: echo.address });
    for (const value of [-1, 2 ** 31, 2 ** 53, -(2 ** 53)]) {
      const attributes = Object.fromEntries(
        ["latency", "jitter", "rate", "delay", "timeout", "bytes", "average_size", "size_variation"].map(
          (name) => [name, value],
        ),
      );
      const toxic = proxy.addToxic(JSON.parse(JSON.stringify({ type, attributes, name: `odd${value}` })));
      const client = await TestClient.connect(proxy);
      client.write(Buffer.alloc(1000));
      await new Promise((resolve) => setImmediate(resolve));
      toxic.remove();
      client.socket.destroy();
    }
    const client = await TestClient.connect(proxy);
    await client.roundTrip("fine");
    expect(client.received.toString()).toBe("fine");
    client.socket.destroy();
    await proxy.close();
  },
);
