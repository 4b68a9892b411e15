import { once } from "node:events";
import { createServer } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import { Readable } from "node:stream";
import { Agent, fetch as undiciFetch, H2CClient, request, type Dispatcher } from "undici";
import { expect, test } from "vitest";

import {
  circuitBreaker,
  totalTimeout,
  fallback,
  FaultPoints,
  lastGood,
  policy,
  retry,
  timeout,
  withDeadline,
} from "../index.ts";
import type { Policy } from "../policy/policy.ts";
import { fakeClock } from "../proof/index.ts";
import { Signals } from "../signals/signals.ts";
import { serve, serveAfterTwoFailures, unusedOrigin as down } from "../testing/http-server.ts";
import { resilience, StatusError, type ResilienceOptions } from "./index.ts";

class Client implements AsyncDisposable {
  readonly agent: Agent;
  readonly dispatcher: Dispatcher;

  constructor(used: Policy<unknown>, options?: ResilienceOptions, agentOptions?: Agent.Options) {
    this.agent = new Agent(agentOptions);
    this.dispatcher = this.agent.compose(resilience(used, options));
  }

  request(url: string, init: Omit<Dispatcher.RequestOptions, "path" | "method"> & { method?: string } = {}) {
    return request(url, { ...init, dispatcher: this.dispatcher });
  }

  [Symbol.asyncDispose]() {
    return this.agent.destroy();
  }
}

test("an answer comes through, a long one too", async () => {
  const long = "x".repeat(3_000_000);
  await using shop = await serve(
    (incoming, response) => void response.setHeader("x-method", incoming.method!).end(long),
  );
  await using client = new Client(policy("shop", retry({ attempts: 2 }), timeout(60_000)));
  const response = await client.request(shop.origin, { method: "PUT", body: "x" });
  expect([response.statusCode, response.headers["x-method"]]).toEqual([200, "PUT"]);
  expect((await response.body.text()).length).toBe(long.length);
  const web = await undiciFetch(shop.origin, { dispatcher: client.dispatcher });
  expect([web.headers.get("x-method"), (await web.text()).length]).toEqual(["GET", long.length]);
});

test("503 is tried again, and its connection is given back although nobody reads the body", async () => {
  await using shop = await serveAfterTwoFailures();
  await using client = new Client(policy("shop", retry({ attempts: 3 })));
  expect(await (await client.request(shop.origin)).body.text()).toBe("ten");
  await Promise.all(shop.closed);
});

test("what stays failed is the caller's to see; the policy sees status and how long to wait", async () => {
  await using shop = await serve((_request, response) => {
    response.writeHead(503, { "retry-after": "7" }).end("so sorry");
  });
  const seen: unknown[] = [];
  const isFailure = (error: unknown) => seen.push(error) > 0;
  await using covered = new Client(policy({ name: "shop", isFailure }, fallback([])));
  await (await covered.request(shop.origin)).body.dump();
  await using client = new Client(policy("shop", retry({ attempts: 2, maxRetryAfter: 6_000 })));
  const response = await client.request(shop.origin);
  expect([response.statusCode, await response.body.text()]).toEqual([503, "so sorry"]);
  expect(seen[0]).toBeInstanceOf(StatusError);
  expect(seen[0]).toMatchObject({ status: 503, retryAfter: 7_000 });
});

test("an order is sent once, unless it carries a key, however headers are given; a stream is never sent twice", async () => {
  const orders: string[] = [];
  await using shop = await serve((incoming, response) => {
    orders.push(incoming.url!);
    incoming.resume().on("end", () => response.writeHead(500).end());
  });
  await using client = new Client(policy("shop", retry({ attempts: 2 })));
  const post = async (path: string, init: Parameters<Client["request"]>[1]) => {
    await (await client.request(shop.origin + path, { method: "POST", body: "one", ...init })).body.dump();
  };
  await post("/plain", {});
  await post("/object", { headers: { "Idempotency-Key": "1" } });
  await post("/list", { headers: ["Idempotency-Key", "1"] });
  await post("/pairs", { headers: new Map([["Idempotency-Key", "1"]]) });
  await post("/stream", { method: "PUT", body: Readable.from([Buffer.from("one")]) });
  await post("/said", { idempotent: true });
  await post("/once", { method: "PUT", idempotent: false });
  const keyed = ["/object", "/object", "/list", "/list", "/pairs", "/pairs"];
  expect(orders).toEqual(["/plain", ...keyed, "/stream", "/said", "/said", "/once"]);
});

test("the dependency is told how long the attempt has", async () => {
  using clock = fakeClock();
  const told: unknown[] = [];
  await using shop = await serve((incoming, response) => {
    told.push([incoming.headers["request-timeout-ms"], incoming.headers["x-a"]]);
    response.end();
  });
  const bounded = policy({ name: "shop", clock }, totalTimeout(900), timeout(2_000));
  await using client = new Client(bounded);
  const shapes: (NonNullable<Dispatcher.RequestOptions["headers"]> | null)[] = [
    null,
    { "x-a": "1" },
    ["x-a", "1"],
    new Map([["x-a", "1"]]),
    { "Request-Timeout-Ms": "5" },
  ];
  for (const headers of shapes) await (await client.request(shop.origin, { headers })).body.dump();
  await withDeadline({ timeout: 300, clock }, async () => {
    await (await client.request(shop.origin)).body.dump();
  });
  await using silent = new Client(bounded, { sendsTimeout: false });
  await (await silent.request(shop.origin)).body.dump();
  expect(told).toEqual([
    ["900", undefined],
    ["900", "1"],
    ["900", "1"],
    ["900", "1"],
    ["5", undefined],
    ["300", undefined],
    [undefined, undefined],
  ]);
});

test("what stands in becomes the response: of a fallback, of an injected status, of injected data", async () => {
  await using list = new Client(policy("list", fallback([1, 2])));
  for (const _ of [1, 2]) expect(await (await list.request(down)).body.json()).toEqual([1, 2]);
  await using page = new Client(policy("page", fallback(new Response("static", { status: 203 }))));
  for (const _ of [1, 2]) {
    const response = await page.request(down);
    expect([response.statusCode, await response.body.text()]).toEqual([203, "static"]);
  }
  const web = await undiciFetch(down, { dispatcher: list.dispatcher });
  expect([web.headers.get("content-type"), await web.json()]).toEqual(["application/json", [1, 2]]);
  const points = new FaultPoints();
  await using shop = new Client(policy({ name: "shop", points }));
  const effects = [{ kind: "status", status: 503, retryAfter: 1_500 }] as const;
  points.activate({ id: "1", point: "shop", position: "instead", effects });
  const response = await shop.request(down);
  expect([response.statusCode, response.headers["retry-after"]]).toEqual([503, "2"]);
});

test("the key is the origin", async () => {
  const told: unknown[] = [];
  const signals = new Signals();
  signals.subscribe(({ key }) => told.push(key));
  await using client = new Client(policy({ name: "list", signals }, fallback([])));
  await (await client.request(`${down}/list`)).body.dump();
  expect(told).toEqual([down]);
});

test("an open circuit rejects, and nothing is sent", async () => {
  let asked = 0;
  await using shop = await serve((_request, response) => {
    asked += 1;
    response.writeHead(500).end();
  });
  await using client = new Client(policy("shop", circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 })));
  await (await client.request(shop.origin)).body.dump();
  await expect(client.request(shop.origin)).rejects.toMatchObject({ code: "circuit-open" });
  expect(asked).toBe(1);
});

test("a timeout, and a caller that gives up, end the request at the other side", async () => {
  const closed: Promise<unknown>[] = [];
  const arrived = Promise.withResolvers<void>();
  await using shop = await serve((incoming, response) => {
    closed.push(once(response, "close"));
    if (incoming.url === "/stop") arrived.resolve();
  });
  await using hasty = new Client(policy("shop", timeout(30)));
  await expect(hasty.request(shop.origin)).rejects.toMatchObject({ code: "timeout" });
  await using patient = new Client(policy("shop", timeout(60_000)));
  const stop = new AbortController();
  const call = patient.request(`${shop.origin}/stop`, { signal: stop.signal });
  await arrived.promise;
  stop.abort(new Error("the reader left"));
  await expect(call).rejects.toThrow("the reader left");
  await Promise.all(closed);
});

test("time covers the headers; the body streams on until its reader or whoever is around gives it up", async () => {
  using clock = fakeClock();
  const closed: Promise<unknown>[] = [];
  await using shop = await serve((_incoming, response) => {
    closed.push(once(response, "close"));
    response.write("first");
  });
  await using client = new Client(policy({ name: "shop", clock }, timeout(100)));
  const one = await client.request(shop.origin);
  await clock.pass(10_000);
  expect(String((await one.body[Symbol.asyncIterator]().next()).value)).toBe("first");
  one.body.on("error", () => undefined).destroy();
  const around = new AbortController();
  await withDeadline({ timeout: Infinity, signal: around.signal }, async () => {
    const two = await client.request(shop.origin);
    around.abort(new Error("gone"));
    await expect(two.body.text()).rejects.toThrow("gone");
  });
  await Promise.all(closed);
});

test("a response that breaks off in its body is an error of the body", async () => {
  await using shop = await serve((_incoming, response) => {
    response.writeHead(200, { "content-length": "10" }).write("half", () => response.destroy());
  });
  await using client = new Client(policy("shop", retry({ attempts: 2 })));
  const response = await client.request(shop.origin);
  await expect(response.body.text()).rejects.toMatchObject({ code: "UND_ERR_SOCKET" });
});

test("upgrades pass it by", async () => {
  await using shop = await serve((_incoming, response) => void response.writeHead(500).end());
  const refusing = policy("shop", circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 }));
  await using client = new Client(refusing);
  await (await client.request(shop.origin)).body.dump();
  await expect(client.dispatcher.upgrade({ path: "/", origin: shop.origin } as never)).rejects.toMatchObject({
    code: expect.stringMatching(/^UND_ERR/),
  });
});

test("a short response that nobody reads leaves its connection to the next attempt", async () => {
  const connections = new Set<Socket>();
  let asked = 0;
  await using shop = await serve((incoming, response) => {
    connections.add(incoming.socket);
    asked += 1;
    response.writeHead(asked === 3 ? 200 : 503, { "content-length": "8" }).end("so sorry");
  });
  const retrying = policy("shop", retry({ attempts: 3, backoff: 0 }));
  await using client = new Client(retrying, {}, { connections: 1 });
  expect((await client.request(shop.origin)).statusCode).toBe(200);
  expect([asked, connections.size]).toEqual([3, 1]);
});

test("over HTTP/2 failed responses are tried again and long ones come through", async () => {
  let asked = 0;
  const server = createServer((_incoming, response) => {
    asked += 1;
    response.writeHead(asked < 3 ? 503 : 200);
    response.end("x".repeat(500_000));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new H2CClient(origin);
  const dispatcher = client.compose(resilience(policy("shop", retry({ attempts: 3 }), timeout(60_000))));
  const response = await request(origin, { dispatcher });
  expect([response.statusCode, (await response.body.text()).length, asked]).toEqual([200, 500_000, 3]);
  await client.destroy();
  const closed = once(server, "close");
  server.close();
  await closed;
});

test("what stands in for the answer to a HEAD has no body", async () => {
  await using client = new Client(policy("list", fallback([1, 2])));
  const response = await client.request(down, { method: "HEAD" });
  expect([response.headers["content-type"], await response.body.text()]).toEqual(["application/json", ""]);
});

test("a stream that was to be sent and was not is let go", async () => {
  const body = Readable.from([Buffer.from("one")]);
  const list = policy("list", fallback([]), circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 }));
  await using client = new Client(list);
  await (await client.request(down)).body.dump();
  const response = await client.request(down, { method: "PUT", body });
  expect([await response.body.json(), body.destroyed]).toEqual([[], true]);
});

test("a caller that throws gives its request up and hears of it once", async () => {
  const closed = Promise.withResolvers<void>();
  await using shop = await serve((_incoming, response) => {
    response.on("close", closed.resolve).write("first");
  });
  await using client = new Client(policy("shop", timeout(60_000)));
  const told: unknown[] = [];
  client.dispatcher.dispatch(
    { origin: shop.origin, path: "/", method: "GET" },
    {
      onRequestStart: () => undefined,
      onResponseStart: () => {
        throw new Error("a mistake");
      },
      onResponseEnd: () => told.push("end"),
      onResponseError: (_controller, error) => told.push(error.message),
    },
  );
  await closed.promise;
  expect(told).toEqual(["a mistake"]);
});

test("what announces a response is told", async () => {
  await using shop = await serve((_incoming, response) => {
    response.writeEarlyHints({ link: "</style.css>; rel=preload" }, () => response.end());
  });
  await using client = new Client(policy("shop", timeout(60_000)));
  const told: number[] = [];
  const response = await client.request(shop.origin, { onInfo: ({ statusCode }) => told.push(statusCode) });
  await response.body.dump();
  expect([told, response.statusCode]).toEqual([[103], 200]);
});

test("a policy that keeps answers is refused: a response can be read only once", async () => {
  const remembering = policy("shop", lastGood());
  expect(() => resilience(remembering)).toThrow(/shop.*read only once/);
  await using agent = { dispatcher: new Agent(), [Symbol.asyncDispose]: () => agent.dispatcher.destroy() };
  const dispatcher = agent.dispatcher.compose(resilience(() => remembering));
  await expect(request(down, { dispatcher })).rejects.toThrow(TypeError);
});
