import { afterEach, describe, expect, test } from "vitest";

import { startProxy, type RunningProxy, type StartProxySettings, type ToxicRequest } from "../index.ts";
import { startEcho, startTcpServer, TestClient, type TestServer } from "../testing/tcp.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function behind(server: TestServer, settings: Partial<StartProxySettings> = {}): Promise<RunningProxy> {
  open.push(server);
  const proxy = await startProxy({ upstream: server.address, ...settings });
  open.push(proxy);
  return proxy;
}

async function echoBehind(...toxics: ToxicRequest[]): Promise<{ proxy: RunningProxy; client: TestClient }> {
  const proxy = await behind(await startEcho(), { toxics, seed: 1 });
  return { proxy, client: await TestClient.connect(proxy) };
}

/** Milliseconds until `work` is done. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

describe("latency", () => {
  test("delays each direction that it is on, and never delivers early", async () => {
    const { proxy, client } = await echoBehind({ type: "latency", attributes: { latency: 60 } });
    expect(await client.roundTrip("x")).toBeGreaterThanOrEqual(60);
    proxy.addToxic({ type: "latency", stream: "upstream", attributes: { latency: 60 } });
    expect(await client.roundTrip("y")).toBeGreaterThanOrEqual(120);
  });

  test("lets chunks wait side by side: many take as long as one", async () => {
    const { client } = await echoBehind({ type: "latency", attributes: { latency: 400 } });
    const spent = await timed(async () => {
      for (let index = 0; index < 50; index += 1) {
        client.write("x");
        await new Promise((resolve) => setImmediate(resolve));
      }
      await client.until(50);
    });
    expect(spent).toBeGreaterThanOrEqual(400);
    // One after the other they would take 20 s, which no busy machine makes of half a second.
    expect(spent).toBeLessThan(15_000);
  });

  test("jitter spreads, within its range", async () => {
    const { client } = await echoBehind({ type: "latency", attributes: { latency: 40, jitter: 40 } });
    const times: number[] = [];
    for (let index = 0; index < 15; index += 1) times.push(await client.roundTrip("x"));
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(10);
  });

  test("taken out, what waits comes at once and in order", async () => {
    const { proxy, client } = await echoBehind();
    const latency = proxy.addToxic({ type: "latency", attributes: { latency: 600_000 } });
    client.write("one ");
    client.write("two ");
    await new Promise((resolve) => setImmediate(resolve));
    const other = await TestClient.connect(proxy);
    other.write("!");
    latency.remove();
    await client.until(8);
    expect(client.received.toString()).toBe("one two ");
    await other.until(1);
  });

  test("changed, it applies to what comes next", async () => {
    const { proxy, client } = await echoBehind();
    const latency = proxy.addToxic({ type: "latency", attributes: { latency: 50 } });
    expect(await client.roundTrip("x")).toBeGreaterThanOrEqual(50);
    latency.update({ attributes: { latency: 150 } });
    expect(await client.roundTrip("x")).toBeGreaterThanOrEqual(150);
  });
});

describe("bandwidth", () => {
  test("passes rate × 1000 bytes a second", async () => {
    const { client } = await echoBehind({ type: "bandwidth", attributes: { rate: 500 } });
    const spent = await client.roundTrip(Buffer.alloc(100_000));
    expect(spent).toBeGreaterThanOrEqual(198);
    // A rate of bytes instead of kilobytes would take 200 s.
    expect(spent).toBeLessThan(20_000);
  });

  test("a rate of zero stalls, and taken out lets go", async () => {
    const { proxy, client } = await echoBehind();
    const bandwidth = proxy.addToxic({ type: "bandwidth", attributes: { rate: 0 } });
    client.write("stalled");
    await waitUntil(() => bandwidth.affected === 1);
    const free = await TestClient.connect(await behind(await startEcho()));
    await free.roundTrip("x");
    expect(client.received.length).toBe(0);
    bandwidth.remove();
    await client.until(7);
  });

  test("each connection has the rate for itself; shared, all have it together", async () => {
    const half = Buffer.alloc(50_000);
    const { proxy, client } = await echoBehind();
    const other = await TestClient.connect(proxy);
    const both = () => timed(() => Promise.all([client.roundTrip(half), other.roundTrip(half)]));
    const bandwidth = proxy.addToxic({ type: "bandwidth", attributes: { rate: 250 } });
    const apart = await both();
    bandwidth.update({ attributes: { shared: true } });
    const together = await both();
    expect(apart).toBeGreaterThanOrEqual(198);
    expect(together).toBeGreaterThanOrEqual(398);
  });
});

test("slicer cuts bytes into small pieces and keeps them in order", async () => {
  const { client } = await echoBehind({
    type: "slicer",
    attributes: { average_size: 50, size_variation: 20, delay: 1000 },
  });
  const data = Buffer.from(Array.from({ length: 2000 }, (_, index) => index % 251));
  const spent = await client.roundTrip(data);
  expect(client.received.equals(data)).toBe(true);
  expect(client.chunks.length).toBeGreaterThan(10);
  // 2000 bytes in pieces of at most 70 are 29 or more; a millisecond lies after each but the last.
  expect(spent).toBeGreaterThanOrEqual(28);
});

test.each([
  { average_size: 0, size_variation: 0 },
  { average_size: 1, size_variation: 100 },
  { average_size: -5, size_variation: -5 },
])("slicer with odd sizes $average_size ± $size_variation loses nothing", async (attributes) => {
  const { client } = await echoBehind({ type: "slicer", attributes });
  await client.roundTrip("some bytes");
  expect(client.received.toString()).toBe("some bytes");
});

describe("limit_data", () => {
  test("closes after so many bytes, on each connection", async () => {
    const proxy = await behind(await startEcho(), {
      toxics: [{ type: "limit_data", attributes: { bytes: 10 } }],
    });
    for (const message of ["0123456789abc", "0123456789"]) {
      const client = await TestClient.connect(proxy);
      client.write(message);
      await client.closed;
      expect(client.received.toString()).toBe("0123456789");
      expect(client.events).toEqual(["end", "close"]);
    }
  });

  test("counts on when it is changed", async () => {
    const { proxy, client } = await echoBehind();
    const limit = proxy.addToxic({ type: "limit_data", attributes: { bytes: 8 } });
    await client.roundTrip("12345");
    limit.update({ attributes: { bytes: 6 } });
    client.write("67");
    await client.closed;
    expect(client.received.toString()).toBe("123456");
  });
});

test("slow_close holds the end back", async () => {
  const server = await startTcpServer((socket) => socket.end("bye"));
  const proxy = await behind(server, { toxics: [{ type: "slow_close", attributes: { delay: 120 } }] });
  // From before there is an end that could be held back.
  const spent = await timed(async () => {
    const client = await TestClient.connect(proxy);
    await client.until("end");
    expect(client.received.toString()).toBe("bye");
  });
  expect(spent).toBeGreaterThanOrEqual(120);
});

describe("timeout", () => {
  test("lets nothing through and closes after a time without a byte", async () => {
    const proxy = await behind(await startEcho(), {
      toxics: [{ type: "timeout", attributes: { timeout: 100 } }],
    });
    // From before the connection, with which the time begins.
    const spent = await timed(async () => {
      const client = await TestClient.connect(proxy);
      client.write("lost");
      await client.closed;
      expect(client.received.length).toBe(0);
    });
    expect(spent).toBeGreaterThanOrEqual(100);
  });

  test("begins anew with each chunk", async () => {
    const server = await startTcpServer();
    const proxy = await behind(server, {
      toxics: [{ type: "timeout", stream: "upstream", attributes: { timeout: 150 } }],
    });
    const client = await TestClient.connect(proxy);
    await server.accepted();
    const written: number[] = [];
    while (written.length < 12 && client.events.length === 0) {
      written.push(performance.now());
      client.write("x");
      await wake(25);
    }
    await client.closed;
    // Where this process stood still for so long that the time was over, the last two may have been on their way.
    expect(performance.now() - (written.at(-3) ?? Infinity)).toBeGreaterThanOrEqual(150);
  });

  test("of zero never closes; taken out, it closes what it applied to", async () => {
    const { proxy, client } = await echoBehind();
    const timeout = proxy.addToxic({ type: "timeout", attributes: { timeout: 0 } });
    client.write("lost");
    const second = await TestClient.connect(proxy);
    second.write("lost too");
    await waitUntil(() => timeout.affected === 2);
    expect(client.events).toEqual([]);
    timeout.remove();
    await client.closed;
    await second.closed;
    expect([client.received.length, second.received.length]).toEqual([0, 0]);
  });

  test("with a toxicity of zero does nothing, not even when it is taken out", async () => {
    const { proxy, client } = await echoBehind();
    const timeout = proxy.addToxic({ type: "timeout", toxicity: 0, attributes: { timeout: 1 } });
    await client.roundTrip("one");
    timeout.remove();
    await client.roundTrip("two");
    expect(client.events).toEqual([]);
    expect(timeout.affected).toBe(0);
  });
});

describe("reset_peer", () => {
  test.each(["upstream", "downstream"] as const)("resets both sides, %s", async (stream) => {
    const servedEvents: string[] = [];
    // Listens from the start: the reset may come before the client is looked at.
    const server = await startTcpServer((socket) => {
      socket.on("error", (error: NodeJS.ErrnoException) => servedEvents.push(error.code ?? ""));
      socket.resume().write("greeting");
    });
    const proxy = await behind(server, {
      toxics: [{ type: "reset_peer", stream, attributes: { timeout: 20 } }],
    });
    const client = await TestClient.connect(proxy);
    const served = await server.accepted();
    client.write("x");
    await client.closed;
    await new Promise((resolve) => (served.closed ? resolve(null) : served.once("close", resolve)));
    expect(client.events).toEqual(["ECONNRESET", "close"]);
    expect(servedEvents).toEqual(["ECONNRESET"]);
  });

  test("resets a connection that was there before it", async () => {
    const { proxy, client } = await echoBehind();
    await client.roundTrip("fine");
    proxy.addToxic({ type: "reset_peer" });
    client.write("x");
    await client.closed;
    expect(client.events).toEqual(["ECONNRESET", "close"]);
  });

  test("with a toxicity of zero leaves an ordinary close an ordinary close", async () => {
    const server = await startTcpServer((socket) => socket.end("bye"));
    const proxy = await behind(server, { toxics: [{ type: "reset_peer", toxicity: 0 }] });
    const client = await TestClient.connect(proxy);
    await client.closed;
    expect(client.events).toEqual(["end", "close"]);
  });
});

describe("which connections", () => {
  test("the first few fail, then it recovers", async () => {
    const proxy = await behind(await startEcho());
    const toxic = proxy.addToxic({ type: "limit_data", attributes: { bytes: 0 }, first: 2 });
    expect(await refusedOf(proxy, 4)).toEqual([true, true, false, false]);
    expect(toxic.affected).toBe(2);
  });

  test("a toxicity of a half meets some, and the same ones with the same seed", async () => {
    const toxics: ToxicRequest[] = [{ type: "limit_data", attributes: { bytes: 0 }, toxicity: 0.5 }];
    const runs: boolean[][] = [];
    for (const seed of [7, 7, 8])
      runs.push(await refusedOf(await behind(await startEcho(), { toxics, seed }), 40));
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]).not.toEqual(runs[2]);
    const met = runs[0]?.filter(Boolean).length ?? 0;
    expect(met).toBeGreaterThan(8);
    expect(met).toBeLessThan(32);
  });

  test("directions are rolled apart", async () => {
    const toxics: ToxicRequest[] = (["upstream", "downstream"] as const).map((stream) => ({
      type: "noop",
      name: stream,
      stream,
      toxicity: 0.5,
    }));
    const proxy = await behind(await startEcho(), { toxics: [], seed: 3 });
    const [up, down] = toxics.map((toxic) => proxy.addToxic(toxic));
    await refusedOf(proxy, 40);
    expect(up?.affected).not.toBe(down?.affected);
  });

  test("a toxic with a lease takes itself out", async () => {
    const { proxy, client } = await echoBehind();
    // From before the lease begins.
    const spent = await timed(() => {
      proxy.addToxic({ type: "latency", attributes: { latency: 600_000 }, expires_in: 80 });
      return client.roundTrip("x");
    });
    expect(spent).toBeGreaterThanOrEqual(80);
  });
});

/** For each of so many connections, one after the other, whether it gave nothing back. */
async function refusedOf(proxy: RunningProxy, count: number): Promise<boolean[]> {
  const refused: boolean[] = [];
  for (let index = 0; index < count; index += 1) {
    const client = await TestClient.connect(proxy);
    client.write("x");
    await Promise.race([client.until(1).catch(() => undefined), client.closed]);
    refused.push(client.received.length === 0);
    client.socket.destroy();
  }
  return refused;
}

/** For what nothing announces: looks again whenever the loop comes round. */
async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** A pause that is part of what is tested: bytes with time between them. */
function wake(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
