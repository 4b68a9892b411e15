import { describe, expect, test } from "vitest";

import { resilientFetch } from "../fetch/index.ts";
import { currentCall, totalTimeout, fallback, featureGroup, policy, timeLeft, timeout } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { frameworks } from "../testing/framework-servers.ts";

const json = { "content-type": "application/json" };

describe.each(frameworks)("%s", (_name, start) => {
  test.each([
    [{}, 30_000],
    [{ "request-timeout-ms": "850" }, 850],
    [{ "grpc-timeout": "2S" }, 2_000],
    [{ "x-envoy-expected-rq-timeout-ms": "700" }, 700],
    [{ "request-timeout-ms": "soon" }, 30_000],
    [{ "request-timeout-ms": "600000" }, 45_000],
  ])("a request with %j has %d ms", async (headers, expected) => {
    using clock = fakeClock();
    await using server = await start(async () => timeLeft(clock), { maxTimeout: 45_000, clock });
    const response = await fetch(server.origin, { headers });
    expect([response.status, await response.json()]).toEqual([200, expected]);
  });

  test("over two hops less and less is left, also where the body had to be read first", async () => {
    using clock = fakeClock();
    await using inner = await start(
      async ({ header }) => {
        await clock.pass(500);
        return [header("request-timeout-ms"), timeLeft(clock)];
      },
      { clock },
    );
    const call = resilientFetch(policy({ name: "inner", clock }, timeout(60_000)));
    await using outer = await start(
      async ({ body }) => {
        await clock.pass(1_000);
        return [body, timeLeft(clock), await (await call(inner.origin)).json(), timeLeft(clock)];
      },
      { clock },
    );
    const headers = { ...json, "request-timeout-ms": "5000" };
    const response = await fetch(outer.origin, { method: "POST", body: '{"a":1}', headers });
    expect(await response.json()).toEqual([{ a: 1 }, 4_000, ["4000", 3_500], 3_500]);
  });

  test("a client that goes away ends the calls behind it", async () => {
    const arrived = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<unknown>();
    await using inner = await start(() => {
      const { signal } = currentCall()!;
      signal.addEventListener("abort", () => ended.resolve(signal.reason));
      arrived.resolve();
      return ended.promise;
    });
    const failed = Promise.withResolvers<unknown>();
    await using outer = await start(async () => {
      await resilientFetch(policy("inner", timeout(60_000)))(inner.origin).catch(failed.resolve);
    });
    const leave = new AbortController();
    const request = fetch(outer.origin, { signal: leave.signal });
    await arrived.promise;
    leave.abort(new Error("gone"));
    await expect(request).rejects.toThrow("gone");
    expect(await ended.promise).toMatchObject({ name: "AbortError" });
    expect(await failed.promise).toMatchObject({ name: "AbortError" });
  });

  test.each(["answers", "fails"])(
    "when the time is over the client gets 504; that the handler %s then goes nowhere",
    async (then) => {
      using clock = fakeClock();
      const arrived = Promise.withResolvers<void>();
      const work = Promise.withResolvers<unknown>();
      let signal: AbortSignal | undefined;
      await using server = await start(
        async ({ header }) => {
          if (header("x-slow") === undefined) return ["quick"];
          signal = currentCall()!.signal;
          arrived.resolve();
          return work.promise;
        },
        { clock },
      );
      const headers = { "x-slow": "yes", "request-timeout-ms": "50" };
      const slow = fetch(server.origin, { headers });
      await arrived.promise;
      await clock.pass(50);
      const response = await slow;
      expect(response.status).toBe(504);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(await response.json()).toMatchObject({ code: "deadline-exceeded" });
      expect(signal?.reason).toMatchObject({ code: "deadline-exceeded" });
      if (then === "answers") work.resolve("too late");
      else work.reject(new Error("too late"));
      expect(await (await fetch(server.origin)).json()).toEqual(["quick"]);
    },
  );

  test("the time is over with the head: what is streamed after it has no deadline, until the client goes away", async () => {
    using clock = fakeClock();
    const goOn = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<unknown>();
    const reviews = policy({ name: "reviews", clock }, timeout(60_000));
    await using server = await start(
      async ({ header }) => {
        await goOn.promise;
        const { signal } = currentCall()!;
        signal.addEventListener("abort", () => gone.resolve(signal.reason));
        if (header("x-endless") !== undefined) return gone.promise;
        return [timeLeft(clock) === Infinity, await reviews.execute(async () => "good")];
      },
      { clock, timeout: 50 },
    );
    const response = await fetch(`${server.origin}/stream`);
    await clock.pass(100);
    goOn.resolve();
    expect([response.status, await response.json()]).toEqual([200, [true, "good"]]);
    const leave = new AbortController();
    const headers = { "x-endless": "yes" };
    await fetch(`${server.origin}/stream`, { headers, signal: leave.signal });
    leave.abort();
    expect(await gone.promise).toMatchObject({ name: "AbortError" });
  });

  test("a handler that fails since there was not enough time is the same 504", async () => {
    await using server = await start(() =>
      policy("reviews", totalTimeout(1)).execute(() => new Promise<never>(() => undefined)),
    );
    const response = await fetch(server.origin);
    expect([response.status, await response.json()]).toMatchObject([504, { code: "deadline-exceeded" }]);
  });

  test("other failures are the framework's own affair", async () => {
    await using server = await start(() => Promise.reject(new Error("a mistake")));
    expect((await fetch(server.origin)).status).toBe(500);
  });

  test("the response says what was degraded in it, and only in it", async () => {
    const both = Promise.withResolvers<void>();
    let arrived = 0;
    const reviews = policy("reviews", fallback([]));
    const list = policy('list of "best" ½', fallback([]));
    await using server = await start(async ({ header }) => {
      arrived += 1;
      if (arrived === 2) both.resolve();
      await both.promise;
      const fails = header("x-fails") !== undefined;
      const work = async () => (fails ? Promise.reject(new Error("down")) : ["good"]);
      return [await reviews.execute(work), await list.execute(work)];
    });
    const [degraded, whole] = await Promise.all([
      fetch(server.origin, { headers: { "x-fails": "yes" } }),
      fetch(server.origin),
    ]);
    expect(degraded.headers.get("degraded")).toBe(
      '"reviews";by=fallback, %"list of %22best%22 %c2%bd";by=fallback',
    );
    expect(whole.headers.has("degraded")).toBe(false);
  });

  test("a stand-in for a removed feature is told as such", async () => {
    const group = featureGroup({ slow: 1, share: 1, of: 1, for: 60_000 });
    const reviews = policy("reviews", fallback([]), group.feature({ importance: 1 }));
    group.observe(5);
    await using server = await start(() => reviews.execute(async () => ["good"]));
    expect((await fetch(server.origin)).headers.get("degraded")).toBe('"reviews";by=removal');
  });

  test("a default that is more than the maximum is refused", async () => {
    await expect(start(async () => 1, { timeout: 10, maxTimeout: 5 })).rejects.toThrow(RangeError);
  });
});
