import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import { expect, test } from "vitest";

import { fallback, fault, faultPoints, isInjected, policy, timeout } from "../index.ts";
import { expectFallback, fakeClock, withFault, type Fault } from "./index.ts";

const reviews = policy("reviews", fallback([] as string[]));
const ask = () => reviews.execute(() => ["good"]);
const price = policy("price", timeout(1_000));

const greeting = async () => {
  await fault("greeting");
  return "hello";
};

test("the fault is there while the work is done, and gone whatever comes of it", async () => {
  expect(await withFault({ point: "reviews", exception: "down" }, ask)).toEqual([]);
  expect(await ask()).toEqual(["good"]);
  const failing = withFault({ point: "price", status: 503 }, () => price.execute(() => 12));
  await expect(failing).rejects.toSatisfy(isInjected);
  expect(await price.execute(() => 12)).toBe(12);
  const throwing = withFault({ point: "price", status: 503 }, () => {
    throw new Error("the test itself failed");
  });
  await expect(throwing).rejects.toThrow("the test itself failed");
  expect(faultPoints.list()).toEqual([]);
  expect(faultPoints.at("price")).toBeUndefined();
});

test.for<[string, Fault, unknown]>([
  ["latency", { point: "price", latency: 500 }, 12],
  ["an altered answer", { point: "price", data: "free" }, "free"],
  ["a hang", { point: "price", hang: true }, "timeout"],
  ["effects in full", { point: "price", effects: [{ kind: "data", value: 13 }] }, 13],
])("%s, shortly written", async ([, given, expected]) => {
  const clock = fakeClock();
  const slow = price.within({ clock });
  const answer = withFault(given, () =>
    slow.execute(() => 12).catch((error: unknown) => (error as { code: string }).code),
  );
  await clock.pass(1_000);
  expect(await answer).toBe(expected);
});

test("a fault that no call met proves nothing, and the test is told so", async () => {
  await expect(withFault({ point: "revews", exception: "down" }, ask)).rejects.toThrow(
    /No call met the fault at revews/,
  );
  expect(
    await withFault({ point: "reviews", exception: "down", labels: { region: "eu" } }, ask, {
      mayMiss: true,
    }),
  ).toEqual(["good"]);
  await expect(withFault({ point: "reviews", exception: "down", share: 2 }, ask)).rejects.toThrow(RangeError);
});

test("tests at the same time do not disturb each other, nested faults add up", async () => {
  const gate = Promise.withResolvers<void>();
  const faulty = withFault({ point: "price", status: 503 }, async () => {
    await gate.promise;
    return price.execute(() => 12).catch(() => "failed");
  });
  const well = price.execute(() => 12);
  const other = withFault({ point: "price", data: 7 }, async () => {
    await gate.promise;
    return price.execute(() => 12);
  });
  gate.resolve();
  expect(await Promise.all([faulty, well, other])).toEqual(["failed", 12, 7]);
  const both = withFault({ point: "price", data: 7 }, () =>
    withFault({ point: "reviews", exception: "down" }, async () => [
      await price.execute(() => 12),
      await ask(),
    ]),
  );
  expect(await both).toEqual([7, []]);
});

test("calls of a server in the same process are reached when the scope says so", async () => {
  const server = createServer((socket) => {
    void greeting().then(
      (words) => socket.end(words),
      () => socket.end("failed"),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const greet = () => text(connect(port, "127.0.0.1"));
  const rule = { point: "greeting", exception: "down" };
  expect(await withFault(rule, greet, { scope: "process" })).toBe("failed");
  expect(await greet()).toBe("hello");
  server.close();
});

test("a fallback that was served is expected, with its answer", async () => {
  const answer = await withFault({ point: "reviews", exception: "down" }, () =>
    expectFallback(ask, { answer: [], policy: "reviews" }),
  );
  expect(answer).toEqual([]);
});

test("what is no fallback is told from one, with what happened instead", async () => {
  await expect(expectFallback(ask)).rejects.toThrow(
    /The answer \[ 'good' \] did not come from a fallback: none was served/,
  );
  const down: Fault = { point: "reviews", exception: "down" };
  await expect(withFault(down, () => expectFallback(ask, { policy: "price" }))).rejects.toThrow(
    /the fallback of price: only those of reviews were served/,
  );
  await expect(withFault(down, () => expectFallback(ask, { answer: ["none"] }))).rejects.toThrow(
    /the answer is \[\] instead of \[ 'none' \]/,
  );
  await expect(
    withFault({ point: "price", exception: "no route" }, () => expectFallback(() => price.execute(() => 12))),
  ).rejects.toThrow(/Instead of serving a fallback the work failed: Error: no route/);
});

test("fallbacks of others at the same time are not taken for one's own", async () => {
  const gate = Promise.withResolvers<void>();
  const others = withFault({ point: "reviews", exception: "down" }, async () => {
    await gate.promise;
    return ask();
  });
  const mine = expectFallback(async () => {
    gate.resolve();
    await others;
    return ask();
  });
  await expect(mine).rejects.toThrow(/none was served/);
  expect(await others).toEqual([]);
});
