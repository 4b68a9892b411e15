/**
 * A cache in Redis through a policy: while it hangs or is gone, the service answers without it, quickly, and finds it again.
 * It needs a `redis-server` (Debian: `apt-get install redis-server`); MORROW_REDIS_SERVER names one elsewhere. There is none among
 * the packages of npm that would work without a download of its own, so without it these tests are skipped.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { circuitBreaker, fallback, policy, timeout } from "@morrow/resilience";
import { fakeClock } from "@morrow/resilience/proof";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";

const program = process.env["MORROW_REDIS_SERVER"] ?? "redis-server";
const isHere = spawnSync(program, ["--version"]).status === 0;

/** A server on a socket of its own, without anything on disk. */
async function startRedis(path: string) {
  const server = spawn(program, ["--port", "0", "--unixsocket", path, "--save", ""], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const text of server.stdout) {
    said += String(text);
    if (/ready to accept connections/i.test(said)) break;
  }
  return {
    /** The process stands still: connections stay open, and nothing is answered. */
    hang: () => server.kill("SIGSTOP"),
    goOn: () => server.kill("SIGCONT"),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
  };
}

/** A client that leaves waiting and trying again to the policy. */
function connect(path: string): Redis {
  const redis = new Redis({
    path,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => 10,
    lazyConnect: true,
  });
  redis.on("error", () => undefined);
  return redis;
}

/** Connecting fails now and then on the way: `once` of Node would take that for the end. */
function next(redis: Redis, event: "close" | "ready"): Promise<void> {
  return new Promise((resolve) => redis.once(event, () => resolve()));
}

async function cache() {
  const folder = await mkdtemp(join(tmpdir(), "morrow-redis-"));
  const path = join(folder, "socket");
  const server = await startRedis(path);
  const redis = connect(path);
  onTestFinished(async () => {
    redis.disconnect();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await redis.connect();
  return { server, redis, path };
}

describe.skipIf(!isHere)("a cache in Redis", () => {
  test("that hangs costs its timeout and no more, and is used again when it goes on", async () => {
    const { server, redis } = await cache();
    using clock = fakeClock();
    const prices = policy({ name: "price cache", clock }, fallback(undefined), timeout(50));
    const price = () => prices.execute(() => redis.get("tea"));
    await redis.set("tea", "7");
    expect(await price()).toBe("7");
    server.hang();
    const hanging = price();
    await clock.pass(50);
    expect(await hanging).toBeUndefined();
    server.goOn();
    // Answers come in the order of the questions: when this one is there, the cache goes on.
    await redis.ping();
    expect(await price()).toBe("7");
  });

  test("that is gone is not asked any more until its circuit tries again", async () => {
    const { server, redis, path } = await cache();
    using clock = fakeClock();
    const breaker = circuitBreaker({ opensAfter: 2, halfOpenAfter: 5_000 });
    const prices = policy({ name: "price cache", clock }, fallback(undefined), breaker);
    let asked = 0;
    const price = () =>
      prices.execute(() => {
        asked += 1;
        return redis.get("tea");
      });
    const closed = next(redis, "close");
    await server.stop();
    await closed;
    for (let customer = 0; customer < 10; customer += 1) expect(await price()).toBeUndefined();
    expect(asked).toBe(2);
    const ready = next(redis, "ready");
    const again = await startRedis(path);
    onTestFinished(again.stop);
    await ready;
    expect(await price()).toBeUndefined();
    await clock.pass(5_000);
    expect([await price(), asked]).toEqual([null, 3]);
  });
});
