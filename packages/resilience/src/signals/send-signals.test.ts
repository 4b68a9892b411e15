import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

import { expect, test } from "vitest";

import { policy, sendSignals, timeout } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { unusedOrigin } from "../testing/http-server.ts";
import { Signals } from "./signals.ts";
import { hang, receiver, status } from "./testing/receiver.ts";

const asks = (code: number, headers: Record<string, string>) => () =>
  new Response(null, { status: code, headers });

const busy = () => new Response(null, { status: 503 });

const tell = (signals: Signals, times = 1, name = "reviews") => {
  for (let told = 0; told < times; told += 1)
    signals.tell({ kind: "timeout", policy: name, key: "node-3", code: "timeout" });
};

test("what policies tell arrives as counts, with a token, once per interval", async () => {
  await using there = await receiver();
  const clock = fakeClock();
  const signals = new Signals();
  let now = 1_000;
  using sending = sendSignals({
    url: there.url,
    service: "shop",
    token: "secret",
    every: 1e4,
    signals,
    clock,
    wallTime: () => now,
  });
  let authorization: string | undefined;
  there.reply = (response, request) => {
    ({ authorization } = request.headers);
    response.writeHead(202).end();
  };
  const reviews = policy({ name: "reviews", signals, clock }, timeout(100));
  const calls = [1, 2].map(() => reviews.execute(() => new Promise(() => undefined), { key: "node-3" }));
  const settled = Promise.allSettled(calls);
  now = 2_000;
  await clock.pass(100);
  await settled;
  now = 11_000;
  await clock.pass(10_000);
  await there.received(1);
  expect(authorization).toBe("Bearer secret");
  const times = { count: 2, first: 2_000, last: 2_000 };
  expect(there.batches).toEqual([
    {
      version: 1,
      service: "shop",
      instance: expect.stringMatching(/^[0-9a-f]{32}$/),
      sequence: 1,
      from: 1e3,
      until: 11e3,
      dropped: {
        signals: 0,
        batches: 0,
      },
      series: [
        {
          kind: "timeout",
          policy: "reviews",
          key: "node-3",
          code: "timeout",
          ...times,
        },
      ],
    },
  ]);
  // Nothing happened since: nothing is sent.
  expect(await sending.flush()).toBe(true);
  expect(there.batches).toHaveLength(1);
  expect(sending.totals).toEqual({ told: 2, sent: 2, dropped: 0, pending: 0, failure: undefined });
});

test("while the receiver is away the oldest go, and the next batch says how many", async () => {
  await using there = await receiver(status(503));
  const signals = new Signals();
  using sending = sendSignals({ url: there.url, service: "shop", batches: 2, signals });
  for (const times of [1, 10, 100, 1_000]) {
    tell(signals, times);
    expect(await sending.flush()).toBe(false);
  }
  expect(sending.totals).toEqual({
    told: 1_111,
    sent: 0,
    dropped: 11,
    pending: 1_100,
    failure: "status 503",
  });
  there.reply = status(200);
  there.batches.length = 0;
  expect(await sending.flush()).toBe(true);
  expect(there.batches.map(({ sequence, dropped }) => [sequence, dropped])).toEqual([
    [3, { signals: 11, batches: 2 }],
    [4, { signals: 11, batches: 2 }],
  ]);
  expect(sending.totals).toMatchObject({ told: 1_111, sent: 1_100, dropped: 11, pending: 0 });
});

test("it tries again by itself, with longer and longer pauses, and obeys a receiver that says when", async () => {
  const clock = fakeClock();
  const signals = new Signals();
  const tries: number[] = [];
  let reply = busy;
  const receive: typeof fetch = async () => {
    tries.push(clock.now());
    return reply();
  };
  using sending = sendSignals({
    url: "http://127.0.0.1:1/",
    service: "shop",
    every: 1e4,
    random: () => 0,
    signals,
    clock,
    fetch: receive,
    wallTime: () => clock.now(),
  });
  tell(signals);
  await clock.pass(10_000 + 500 + 1_000 + 2_000 + 4_000 + 8_000 + 16_000 + 30_000 + 30_000);
  expect(tries.map((at, index) => at - (tries[index - 1] ?? 0))).toEqual([
    10_000, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  const last = clock.now();
  reply = asks(429, { "retry-after": "90" });
  await clock.pass(30_000);
  reply = asks(503, { date: new Date(0).toUTCString(), "retry-after": new Date(80_000).toUTCString() });
  await clock.pass(90_000);
  reply = asks(503, { "retry-after": "9999999999" });
  await clock.pass(80_000);
  reply = () => new Response(null, { status: 200 });
  await clock.pass(300_000);
  expect(tries.slice(9).map((at) => at - last)).toEqual([30_000, 120_000, 200_000, 500_000]);
  expect(sending.totals).toMatchObject({ sent: 1, pending: 0 });
});

test("what it refuses for good is not sent again", async () => {
  await using there = await receiver(status(413));
  const signals = new Signals();
  using sending = sendSignals({ url: there.url, service: "shop", signals });
  tell(signals, 3);
  expect(await sending.flush()).toBe(false);
  expect(sending.totals).toEqual({ told: 3, sent: 0, dropped: 3, pending: 0, failure: "status 413" });
  there.reply = status(202);
  tell(signals, 2);
  expect(await sending.flush()).toBe(true);
  expect(there.batches.at(-1)).toMatchObject({ sequence: 2, dropped: { signals: 3, batches: 1 } });
});

test("a receiver that hangs is given up, and a flush does not wait longer than it was told", async () => {
  await using there = await receiver(hang);
  const signals = new Signals();
  using slow = sendSignals({ url: there.url, service: "shop", timeout: 20, signals });
  tell(signals);
  expect(await slow.flush()).toBe(false);
  expect(slow.totals).toMatchObject({ pending: 1, failure: "no answer within 20 ms" });
  using sending = sendSignals({ url: there.url, service: "shop", timeout: 60_000, signals });
  tell(signals);
  expect(await sending.flush(20)).toBe(false);
  expect(sending.totals).toMatchObject({ told: 1, pending: 1 });
});

test("stopping gives up what is on its way and counts no more", async () => {
  await using there = await receiver(hang);
  const signals = new Signals();
  const sending = sendSignals({ url: there.url, service: "shop", timeout: 60_000, signals });
  tell(signals);
  const flushed = sending.flush(60_000);
  await there.received(1);
  tell(signals);
  sending.stop();
  expect(await flushed).toBe(false);
  tell(signals);
  expect(sending.totals).toEqual({
    told: 2,
    sent: 0,
    dropped: 0,
    pending: 2,
    failure: "sending was stopped",
  });
});

test("nobody there", async () => {
  const signals = new Signals();
  using sending = sendSignals({ url: unusedOrigin, service: "shop", signals });
  tell(signals);
  expect(await sending.flush()).toBe(false);
  expect(sending.totals.failure).toContain("ECONNREFUSED");
});

test.for([
  ["an answer that is no HTTP", "hello there\r\n\r\n"],
  [
    "a redirection, which would take the token elsewhere",
    "HTTP/1.1 307 x\r\nlocation: http://127.0.0.1:1/\r\n\r\n",
  ],
  ["headers without end", `HTTP/1.1 200 OK\r\n${"x-more: yes\r\n".repeat(20_000)}`],
])("a receiver that lies with %s", async ([, reply]) => {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.write(reply!));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const signals = new Signals();
  const { port } = server.address() as AddressInfo;
  const sending = sendSignals({ url: `http://127.0.0.1:${port}/`, service: "shop", timeout: 2_000, signals });
  tell(signals);
  expect(await sending.flush(10_000)).toBe(false);
  expect(sending.totals).toMatchObject({ told: 1, pending: 1, failure: expect.any(String) });
  sending.stop();
  server.close();
});

test("an answer without end is not read", async () => {
  let closed: Promise<unknown> | undefined;
  await using there = await receiver((response) => {
    closed = once(response, "close");
    const more = () => {
      while (response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    response.writeHead(200);
    more();
  });
  const signals = new Signals();
  using sending = sendSignals({ url: there.url, service: "shop", signals });
  tell(signals);
  expect(await sending.flush(60_000)).toBe(true);
  await closed;
  expect(sending.totals).toMatchObject({ sent: 1, pending: 0 });
});

test("what makes no sense is refused at once", () => {
  const sane = { url: "http://127.0.0.1:1/", service: "shop" };
  expect(() => sendSignals({ ...sane, url: "nowhere" })).toThrow(/http or https URL, not to nowhere/);
  expect(() => sendSignals({ ...sane, url: "file:///tmp/x" })).toThrow(/over HTTP/);
  expect(() => sendSignals({ ...sane, url: "http://me:secret@127.0.0.1/" })).toThrow(/token/);
  expect(() => sendSignals({ ...sane, service: "" })).toThrow(TypeError);
  for (const wrong of [{ every: 0 }, { timeout: Number.NaN }, { series: 0 }, { batches: 1.5 }])
    expect(() => sendSignals({ ...sane, ...wrong })).toThrow(RangeError);
});

test.for([
  ["that has nothing to send", undefined],
  ["whose receiver hangs", hang],
  ["whose receiver is busy", status(503)],
] as const)("a process %s ends by itself", async ([, reply]) => {
  await using there = await receiver(reply);
  const index = new URL("../index.ts", import.meta.url).href;
  const script = `
    import { sendSignals, signals } from ${JSON.stringify(index)};
    sendSignals({ url: ${JSON.stringify(there.url)}, service: "shop", every: 1, timeout: 100 });
    if (${reply !== undefined}) signals.tell({ kind: "timeout", policy: "reviews" });
    // Stays as long as its input is open.
    process.stdin.resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  if (reply !== undefined) await there.received(1);
  child.stdin.end();
  const [code] = await ended;
  expect(code).toBe(0);
  expect(there.batches.map(({ sequence }) => sequence)).toEqual(there.batches.map(() => 1));
  expect(there.batches.length > 0).toBe(reply !== undefined);
});
