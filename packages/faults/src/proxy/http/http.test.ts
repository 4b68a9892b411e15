import { once } from "node:events";
import {
  Agent,
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createInterface } from "node:readline";

import { afterEach, describe, expect, test } from "vitest";

import { startProxy, type RunningProxy, type StartProxySettings } from "../index.ts";
import { portOf, TestClient } from "../testing/tcp.ts";

const open: { close(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

/** Answers with what it was asked; counts its requests. */
async function startHttp(
  serve?: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ server: Server; asked: string[]; address: string }> {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    if (serve !== undefined) {
      serve(incoming, response);
      return;
    }
    let body = "";
    incoming
      .on("data", (data) => (body += String(data)))
      .on("end", () => {
        response.setHeader("X-Real", "yes");
        response.end(`${incoming.method} ${incoming.url} ${body}`);
      });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { server, asked, address: `127.0.0.1:${portOf(server)}` };
}

async function proxyTo(upstream: string, settings: Partial<StartProxySettings> = {}): Promise<RunningProxy> {
  const proxy = await startProxy({ upstream, protocol: "http", ...settings });
  open.push(proxy);
  return proxy;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(
  proxy: RunningProxy,
  path: string,
  options: { method?: string; body?: string; agent?: Agent; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const { method = "GET", body, agent, headers = {} } = options;
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: proxy.host, port: proxy.port, path, method, headers, agent: agent ?? false },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (data: string) => (text += data));
        answer
          .on("error", reject)
          .on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
      },
    );
    asked.on("error", reject).end(body);
  });
}

/** One connection for all requests. */
function keepAlive(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  open.push({ close: () => agent.destroy() });
  return agent;
}

describe("without a fault", () => {
  test("requests and answers pass as they are", async () => {
    const { address, asked } = await startHttp();
    const proxy = await proxyTo(address);
    const agent = keepAlive();
    const answer = await ask(proxy, "/a?b=c", { method: "POST", body: "hello", agent });
    expect(answer).toMatchObject({ status: 200, body: "POST /a?b=c hello" });
    expect(answer.headers["x-real"]).toBe("yes");
    await ask(proxy, "/again", { agent });
    expect(asked).toEqual(["POST /a?b=c", "GET /again"]);
  });

  test("chunked bodies both ways, HEAD, empty answers and trailers", async () => {
    const { address } = await startHttp((incoming, response) => {
      if (incoming.method === "HEAD") response.setHeader("Content-Length", "1234").end();
      else if (incoming.url === "/empty") response.writeHead(204).end();
      else {
        response.setHeader("Trailer", "X-Sum");
        incoming.pipe(response, { end: false });
        incoming.on("end", () => {
          response.addTrailers({ "X-Sum": "42" });
          response.end();
        });
      }
    });
    const proxy = await proxyTo(address);
    const agent = keepAlive();
    const chunked = await ask(proxy, "/", {
      method: "POST",
      body: "x".repeat(200_000),
      headers: { "Transfer-Encoding": "chunked" },
      agent,
    });
    expect(chunked.body.length).toBe(200_000);
    expect((await ask(proxy, "/", { method: "HEAD", agent })).headers["content-length"]).toBe("1234");
    expect((await ask(proxy, "/empty", { agent })).status).toBe(204);
  });

  test("pipelined requests are answered in their order", async () => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address);
    proxy.addToxic({ type: "http", attributes: { path: "/2", status: 503, body: "no" } });
    const client = await TestClient.connect(proxy);
    client.write(
      ["/1", "/2", "/3"]
        .map(
          (path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n${path === "/3" ? "Connection: close\r\n" : ""}\r\n`,
        )
        .join(""),
    );
    await client.closed;
    const text = client.received.toString();
    expect(text.match(/GET \/1|503 Service Unavailable|GET \/3/g)).toEqual([
      "GET /1",
      "503 Service Unavailable",
      "GET /3",
    ]);
  });

  test("a client that waits for 100 gets it", async () => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address);
    const asked = request({
      host: proxy.host,
      port: proxy.port,
      method: "PUT",
      headers: { Expect: "100-continue" },
      agent: false,
    });
    asked.flushHeaders();
    await once(asked, "continue");
    asked.end("body");
    const [answer] = await once(asked, "response");
    expect(answer.statusCode).toBe(200);
    answer.resume();
  });

  test("an upgraded connection passes bytes both ways", async () => {
    const { address, server } = await startHttp();
    server.on("upgrade", (_request, socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
      socket.on("error", () => undefined);
      socket.pipe(socket);
    });
    const proxy = await proxyTo(address);
    const asked = request({
      host: proxy.host,
      port: proxy.port,
      headers: { Connection: "Upgrade", Upgrade: "echo" },
      agent: false,
    });
    asked.end();
    const [, socket] = await once(asked, "upgrade");
    socket.write("ping\n");
    expect((await once(createInterface(socket), "line"))[0]).toBe("ping");
    socket.destroy();
  });

  test("a server that is down closes the client", async () => {
    const { address, server } = await startHttp();
    server.close();
    const proxy = await proxyTo(address);
    await expect(ask(proxy, "/")).rejects.toThrow(/hang up|ECONNRESET/);
  });

  test("a server that closes in the middle of an answer cuts the answer off", async () => {
    const { address } = await startHttp((_incoming, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("part", () => response.socket?.destroy());
    });
    const proxy = await proxyTo(address);
    await expect(ask(proxy, "/")).rejects.toThrow(/aborted|ECONNRESET/);
  });
});

describe("a fault", () => {
  test("answers instead of the server, by path and method, on a live connection", async () => {
    const { address, asked } = await startHttp();
    const proxy = await proxyTo(address);
    const agent = keepAlive();
    await ask(proxy, "/api/orders", { agent });
    const toxic = proxy.addToxic({
      type: "http",
      attributes: {
        method: "post",
        path: "/api/*",
        status: 503,
        body: "later",
        headers: { "Retry-After": "3" },
      },
    });
    const failed = await ask(proxy, "/api/orders?x=1", { method: "POST", body: "order", agent });
    expect(failed).toMatchObject({ status: 503, body: "later" });
    expect(failed.headers["retry-after"]).toBe("3");
    expect((await ask(proxy, "/api/orders", { agent })).status).toBe(200);
    expect((await ask(proxy, "/other", { method: "POST", agent })).status).toBe(200);
    toxic.remove();
    expect((await ask(proxy, "/api/orders", { method: "POST", agent })).status).toBe(200);
    expect(asked.filter((line) => line.startsWith("POST /api"))).toHaveLength(1);
    expect(toxic.affected).toBe(1);
  });

  test("after the server has done its work: the fault that finds out what a retry does", async () => {
    const { address, asked } = await startHttp();
    const proxy = await proxyTo(address, {
      toxics: [{ type: "http", attributes: { status: 500, ask_upstream: true } }],
    });
    const answer = await ask(proxy, "/pay", { method: "POST", body: "once" });
    expect(answer.status).toBe(500);
    expect(asked).toEqual(["POST /pay"]);
  });

  test("changes headers and body of the server's answer", async () => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address, {
      toxics: [{ type: "http", attributes: { headers: { "x-real": "", "X-Fake": "1" }, body: "{broken" } }],
    });
    const answer = await ask(proxy, "/");
    expect(answer).toMatchObject({ status: 200, body: "{broken" });
    expect(answer.headers).toMatchObject({ "x-fake": "1", "content-length": "7" });
    expect(answer.headers["x-real"]).toBeUndefined();
  });

  test("for the first requests, then it recovers", async () => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address, {
      toxics: [{ type: "http", first: 2, attributes: { status: 503 } }],
    });
    const agent = keepAlive();
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await ask(proxy, "/", { agent })).status);
    expect(statuses).toEqual([503, 503, 200, 200]);
  });

  test("later: waits before it answers", async () => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address, {
      toxics: [{ type: "http", attributes: { path: "/slow", delay: 80 } }],
    });
    const started = performance.now();
    expect((await ask(proxy, "/slow")).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(80);
  });

  test("goes together with toxics of bytes", async () => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address, {
      toxics: [
        { type: "http", attributes: { path: "/no", status: 418 } },
        { type: "latency", attributes: { latency: 70 } },
      ],
    });
    const started = performance.now();
    expect((await ask(proxy, "/yes")).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(70);
    expect((await ask(proxy, "/no")).status).toBe(418);
    proxy.addToxic({ type: "reset_peer" });
    await expect(ask(proxy, "/yes")).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("on a proxy for any TCP: connections that open while it is there", async () => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address, { protocol: "tcp" });
    expect((await ask(proxy, "/")).status).toBe(200);
    proxy.addToxic({ type: "http", attributes: { status: 503 } });
    expect((await ask(proxy, "/")).status).toBe(503);
  });

  test.each([
    { status: 99 },
    { status: 600 },
    { headers: { "bad name": "x" } },
    { headers: { good: "line\nbreak" } },
  ])("that can't be sent is refused: %j", async (attributes) => {
    const { address } = await startHttp();
    const proxy = await proxyTo(address);
    expect(() => proxy.addToxic({ type: "http", attributes })).toThrow(/bad request body/);
  });
});
