import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

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
import { fakeClock } from "../proof/index.ts";
import { Signals } from "../signals/signals.ts";
import { serve, serveAfterTwoFailures, unusedOrigin } from "../testing/http-server.ts";
import { resilientFetch, StatusError } from "./index.ts";

test("an answer comes through as fetch gives it", async () => {
  await using shop = await serve((request, response) => {
    response.setHeader("x-method", request.method ?? "").end("ten");
  });
  const fetch = resilientFetch(policy("shop", retry({ attempts: 3 }), timeout(5_000)));
  const response = await fetch(`${shop.origin}/price`, { method: "put", body: "x" });
  expect([response.url, response.status, response.headers.get("x-method")]).toEqual([
    `${shop.origin}/price`,
    200,
    "PUT",
  ]);
  expect(await response.text()).toBe("ten");
});

test("503 is a failure: it is tried again, and its connection is given back although nobody reads the body", async () => {
  await using shop = await serveAfterTwoFailures();
  const fetch = resilientFetch(policy("shop", retry({ attempts: 3 })));
  expect(await (await fetch(shop.origin)).text()).toBe("ten");
  await Promise.all(shop.closed);
});

test("what stays failed is the caller's to see, as it is with fetch", async () => {
  await using shop = await serve((_request, response) => void response.writeHead(503).end("so sorry"));
  const response = await resilientFetch(policy("shop", retry({ attempts: 2 })))(shop.origin);
  expect([response.status, await response.text()]).toEqual([503, "so sorry"]);
});

test("404 is an answer, no failure; what a failure is can be said otherwise", async () => {
  let asked = 0;
  await using shop = await serve((_request, response) => {
    asked += 1;
    response.writeHead(404).end();
  });
  const shopPolicy = policy("shop", retry({ attempts: 2 }));
  expect((await resilientFetch(shopPolicy)(shop.origin)).status).toBe(404);
  expect(asked).toBe(1);
  const strict = resilientFetch(shopPolicy, { isFailedResponse: ({ ok }) => !ok });
  expect((await strict(shop.origin)).status).toBe(404);
  expect(asked).toBe(3);
});

test("the policy sees the status and how long to wait", async () => {
  await using shop = await serve((_request, response) => {
    response.writeHead(429, { "retry-after": "7" }).end();
  });
  const seen: unknown[] = [];
  const isFailure = (error: unknown) => seen.push(error) > 0;
  await resilientFetch(policy({ name: "shop", isFailure }, fallback([])))(shop.origin);
  expect(seen[0]).toBeInstanceOf(StatusError);
  expect(seen[0]).toMatchObject({ status: 429, retryAfter: 7_000 });
});

test("an order is sent once, unless it carries a key; a stream is never sent twice", async () => {
  const orders: string[] = [];
  await using shop = await serve((request, response) => {
    orders.push(request.url ?? "");
    request.resume().on("end", () => response.writeHead(500).end());
  });
  const fetch = resilientFetch(policy("shop", retry({ attempts: 2 })));
  await fetch(`${shop.origin}/plain`, { method: "POST", body: "one" });
  const headers = { "Idempotency-Key": "8e03" };
  await fetch(`${shop.origin}/keyed`, { method: "POST", body: "one", headers });
  await fetch(new Request(`${shop.origin}/request`, { method: "PUT", body: "one" }));
  const stream = { method: "PUT", body: new Blob(["one"]).stream(), duplex: "half" as const };
  await fetch(`${shop.origin}/stream`, stream);
  expect(orders).toEqual(["/plain", "/keyed", "/keyed", "/request", "/request", "/stream"]);
});

test("a fallback becomes the response, again and again", async () => {
  const sorry = new Response("static list", { status: 203 });
  const fetch = resilientFetch(policy("list", fallback(sorry)));
  for (const _ of [1, 2]) {
    const response = await fetch(unusedOrigin);
    expect([response.status, await response.text()]).toEqual([203, "static list"]);
  }
  const json = await resilientFetch(policy("list", fallback([1, 2])))(unusedOrigin);
  expect(await json.json()).toEqual([1, 2]);
});

test("the key is the origin, or what is said", async () => {
  await using shop = await serve((_request, response) => void response.writeHead(500).end());
  const told: unknown[] = [];
  const own = new Signals();
  own.subscribe(({ key }) => told.push(key));
  const list = policy({ name: "list", signals: own }, fallback([]));
  await resilientFetch(list)(`${shop.origin}/list`);
  await resilientFetch(list, { key: ({ url }) => url.pathname })(new URL(`${shop.origin}/list`));
  expect(told).toEqual([shop.origin, "/list"]);
});

test("an open circuit is a rejection, and nothing is sent", async () => {
  let asked = 0;
  await using shop = await serve((_request, response) => {
    asked += 1;
    response.writeHead(500).end();
  });
  const fetch = resilientFetch(policy("shop", circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 })));
  expect((await fetch(shop.origin)).status).toBe(500);
  await expect(fetch(shop.origin)).rejects.toMatchObject({ code: "circuit-open" });
  expect(asked).toBe(1);
});

test("the dependency is told how long the attempt has", async () => {
  using clock = fakeClock();
  const told: unknown[] = [];
  await using shop = await serve((request, response) => {
    told.push(request.headers["request-timeout-ms"]);
    response.end();
  });
  const bounded = policy({ name: "shop", clock }, totalTimeout(900), timeout(2_000));
  const unbounded = policy("shop", retry({ attempts: 2 }));
  await resilientFetch(bounded)(shop.origin);
  await bounded.execute(async () => {
    await clock.pass(300);
    return resilientFetch(bounded)(shop.origin);
  });
  await resilientFetch(unbounded)(shop.origin);
  await resilientFetch(bounded, { sendsTimeout: false })(shop.origin);
  await resilientFetch(bounded)(shop.origin, { headers: { "Request-Timeout-MS": "5" } });
  expect(told).toEqual(["900", "600", undefined, undefined, "5"]);
});

test("a timeout ends the request at the other side", async () => {
  using clock = fakeClock();
  const arrived = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  await using shop = await serve((_request, response) => {
    response.on("close", closed.resolve);
    arrived.resolve();
  });
  const call = resilientFetch(policy({ name: "shop", clock }, timeout(30)))(shop.origin);
  await arrived.promise;
  await Promise.all([expect(call).rejects.toMatchObject({ code: "timeout" }), clock.pass(30)]);
  await closed.promise;
});

test("time covers the headers; the body may stream on, and the caller can still give it up", async () => {
  using clock = fakeClock();
  const closed = Promise.withResolvers<void>();
  const more = Promise.withResolvers<void>();
  await using shop = await serve((_request, response) => {
    response.on("close", closed.resolve).write("first ");
    void more.promise.then(() => response.write("second"));
  });
  const fetch = resilientFetch(policy({ name: "shop", clock }, timeout(100)));
  const stop = new AbortController();
  const response = await fetch(shop.origin, { signal: stop.signal });
  await clock.pass(10_000);
  more.resolve();
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("second")) text += (await reader.read()).value;
  stop.abort(new Error("enough"));
  await expect(reader.read()).rejects.toThrow("enough");
  await closed.promise;
});

test("with covers: body an attempt whose body breaks off or hangs has failed", async () => {
  using clock = fakeClock();
  const begun = Promise.withResolvers<void>();
  let asked = 0;
  await using shop = await serve((_request, response) => {
    asked += 1;
    if (asked === 1)
      response.writeHead(200, { "content-length": "100" }).write("half", () => begun.resolve());
    else response.end("whole");
  });
  const hasty = policy({ name: "shop", clock }, retry({ attempts: 2, backoff: 0 }), timeout(50));
  const call = resilientFetch(hasty, { covers: "body" })(shop.origin);
  await begun.promise;
  await clock.pass(50);
  const response = await call;
  expect([response.url, await response.text(), asked]).toEqual([`${shop.origin}/`, "whole", 2]);
});

test("the caller's signal ends the call with the caller's reason", async () => {
  const arrived = Promise.withResolvers<void>();
  await using shop = await serve(() => arrived.resolve());
  const stop = new AbortController();
  const call = resilientFetch(policy("shop", timeout(60_000)))(shop.origin, { signal: stop.signal });
  await arrived.promise;
  stop.abort(new Error("the reader left"));
  await expect(call).rejects.toThrow("the reader left");
});

test("an address that is none is refused as fetch does", async () => {
  await expect(resilientFetch(policy("shop"))("not an address")).rejects.toThrow(TypeError);
});

test("an injected status is a response to the caller and a failure to the policy", async () => {
  const points = new FaultPoints();
  const retryAfter = 1_500;
  points.activate({
    id: "1",
    point: "shop",
    position: "instead",
    effects: [{ kind: "status", status: 503, retryAfter }],
  });
  const response = await resilientFetch(policy({ name: "shop", points }))(unusedOrigin);
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
  const covered = await resilientFetch(policy({ name: "shop", points }, fallback(["tea"])))(unusedOrigin);
  expect(await covered.json()).toEqual(["tea"]);
});

test("injected data is the response", async () => {
  const points = new FaultPoints();
  points.activate({
    id: "1",
    point: "shop",
    position: "instead",
    effects: [{ kind: "data", value: { price: -1 } }],
  });
  const response = await resilientFetch(policy({ name: "shop", points }))(unusedOrigin);
  expect(await response.json()).toEqual({ price: -1 });
});

const isFailedAnswer = (answer: unknown) => answer instanceof Response && answer.status === 404;

test("a policy's own idea of a failed answer leaves the response to the caller", async () => {
  await using shop = await serve((_request, response) => void response.writeHead(404).end("no tea"));
  const response = await resilientFetch(policy({ name: "shop", isFailedAnswer }, retry({ attempts: 2 })))(
    shop.origin,
  );
  expect([response.status, await response.text()]).toEqual([404, "no tea"]);
});

test("a request as the settings of another is taken as fetch takes it", async () => {
  await using shop = await serve((request, response) => {
    request.setEncoding("utf8").once("data", (body) => response.end(`${request.method} ${body}`));
  });
  const order = new Request("http://elsewhere.example/", { method: "POST", body: "one tea" });
  const response = await resilientFetch(policy("shop", retry({ attempts: 2 })))(shop.origin, order);
  expect(await response.text()).toBe("POST one tea");
});

test("what stands in for the answer to a HEAD has no body", async () => {
  const list = resilientFetch(policy("list", fallback([1, 2])));
  const response = await list(unusedOrigin, { method: "HEAD" });
  expect([response.headers.get("content-type"), await response.text()]).toEqual(["application/json", ""]);
});

test("a stream that was to be sent and was not is let go", async () => {
  const down = unusedOrigin;
  const cancelled = Promise.withResolvers<unknown>();
  const body = new ReadableStream({ cancel: cancelled.resolve });
  const list = policy("list", fallback([]), circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 }));
  const fetch = resilientFetch(list);
  await fetch(down);
  expect(await (await fetch(down, { method: "PUT", body, duplex: "half" })).json()).toEqual([]);
  await cancelled.promise;
});

test("a policy that keeps answers is refused: a response can be read only once", async () => {
  const remembering = policy("shop", lastGood());
  expect(() => resilientFetch(remembering)).toThrow(/shop.*read only once/);
  await expect(resilientFetch(() => remembering)("http://shop.example/")).rejects.toThrow(TypeError);
});

test("inside another call that call gives the body up, too", async () => {
  const closed = Promise.withResolvers<void>();
  await using shop = await serve((_request, response) => {
    response.on("close", closed.resolve).write("first");
  });
  const [around, own] = [new AbortController(), new AbortController()];
  const fetch = resilientFetch(policy("shop", timeout(60_000)));
  await withDeadline({ timeout: Infinity, signal: around.signal }, async () => {
    const response = await fetch(shop.origin, { signal: own.signal });
    const text = response.text();
    around.abort(new Error("the page left"));
    await expect(text).rejects.toThrow("the page left");
  });
  await closed.promise;
});

test("a signal that outlives its requests keeps no listener of bodies that are gone", async () => {
  await using shop = await serve((_request, response) => void response.end("ten"));
  const fetch = resilientFetch(policy("shop", timeout(60_000)));
  const { signal } = new AbortController();
  for (let count = 0; count < 200; count += 1) await (await fetch(shop.origin, { signal })).text();
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const listeners = () => getEventListeners(signal, "abort").length;
  // Collected bodies are told of in a later turn, and in no turn that is known.
  for (let round = 0; round < 1_000 && listeners() > 20; round += 1) {
    collect();
    await setImmediate();
  }
  expect(listeners()).toBeLessThanOrEqual(20);
});
