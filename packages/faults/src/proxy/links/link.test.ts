import { createHash } from "node:crypto";
import { once } from "node:events";

import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";

import {
  startProxy,
  type ActiveToxic,
  type RunningProxy,
  type StartProxySettings,
  type ToxicRequest,
} from "../index.ts";
import { deadAddress, startEcho, startTcpServer, TestClient, type TestServer } from "../testing/tcp.ts";

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

describe("a proxy without toxics", () => {
  test("passes bytes both ways", async () => {
    const proxy = await behind(await startEcho());
    const client = await TestClient.connect(proxy);
    await client.roundTrip("hello");
    expect(client.received.toString()).toBe("hello");
    client.socket.destroy();
  });

  test("passes the end of one direction on and keeps the other open", async () => {
    const server = await startTcpServer();
    const proxy = await behind(server);
    const client = await TestClient.connect(proxy);
    const served = await server.accepted();
    served.resume();
    client.socket.end("question");
    await once(served, "end");
    served.end("answer");
    await client.closed;
    expect(client.received.toString()).toBe("answer");
    expect(client.events).toEqual(["end", "close"]);
  });

  test("accepts and closes when nobody listens upstream", async () => {
    const proxy = await startProxy({ upstream: deadAddress });
    open.push(proxy);
    const client = await TestClient.connect(proxy);
    await client.closed;
    expect(client.events).toEqual(["end", "close"]);
  });

  test("closes the client when the server goes away, and the server when the client does", async () => {
    const server = await startTcpServer();
    const proxy = await behind(server);
    const first = await TestClient.connect(proxy);
    const firstServed = await server.accepted();
    firstServed.destroy();
    await first.until("end");
    first.socket.destroy();
    const second = await TestClient.connect(proxy);
    const served = await server.accepted();
    served.on("end", () => served.end()).resume();
    second.socket.destroy();
    await once(served, "close");
    expect(first.events).toContain("end");
  });

  test("stops reading from a side whose other side does not read, and goes on when it does", async () => {
    const server = await startTcpServer((socket) => socket.pause());
    const proxy = await behind(server);
    const client = await TestClient.connect(proxy);
    const served = await server.accepted();
    const total = 128 * 1024 * 1024;
    const chunk = Buffer.alloc(1024 * 1024);
    let written = 0;
    const pump = () => {
      while (written < total) {
        written += chunk.length;
        if (!client.socket.write(chunk)) return;
      }
      client.socket.end();
    };
    client.socket.on("drain", pump);
    pump();
    // Buffers of the kernel and of the proxy take some. It is over when nothing more goes out for a while.
    let before = -1;
    for (let unchanged = 0; unchanged < 300; unchanged += 1) {
      if (written !== before) unchanged = 0;
      before = written;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(written).toBeLessThan(total / 2);
    let length = 0;
    served.on("data", (data) => (length += data.length)).resume();
    await once(served, "end");
    expect(length).toBe(total);
    client.socket.destroy();
  });

  test("closing and disabling cut connections; enabling listens at the same address", async () => {
    const proxy = await behind(await startEcho());
    const client = await TestClient.connect(proxy);
    await client.roundTrip("x");
    await proxy.disable();
    await client.closed;
    const refused = await TestClient.connect(proxy);
    await refused.closed;
    expect(refused.events).toContain("ECONNREFUSED");
    await proxy.enable();
    const again = await TestClient.connect(proxy);
    await again.roundTrip("y");
    again.socket.destroy();
  });

  test("listens on IPv6 as well", async () => {
    const proxy = await behind(await startEcho(), { listen: "[::1]:0" });
    expect(proxy.listen).toMatch(/^\[::1\]:\d+$/);
    const client = await TestClient.connect(proxy);
    await client.roundTrip("six");
    client.socket.destroy();
  });
});

const toxicRequest: fc.Arbitrary<ToxicRequest> = fc.oneof(
  fc.record({
    type: fc.constant("latency" as const),
    attributes: fc.record({ latency: fc.nat(12), jitter: fc.nat(5) }),
  }),
  fc.record({
    type: fc.constant("bandwidth" as const),
    attributes: fc.record({ rate: fc.integer({ min: 5000, max: 90_000 }), shared: fc.boolean() }),
  }),
  fc.record({
    type: fc.constant("slicer" as const),
    attributes: fc.record({
      average_size: fc.integer({ min: 2000, max: 9000 }),
      size_variation: fc.nat(9500),
      delay: fc.nat(30),
    }),
  }),
  fc.record({ type: fc.constant("slow_close" as const), attributes: fc.record({ delay: fc.nat(10) }) }),
  fc.record({ type: fc.constant("noop" as const) }),
);

const step = fc.oneof(
  fc.record({
    do: fc.constant("add" as const),
    toxic: toxicRequest,
    stream: fc.constantFrom("upstream" as const, "downstream" as const),
    toxicity: fc.constantFrom(0, 0.5, 1),
  }),
  fc.record({ do: fc.constant("remove" as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant("update" as const), which: fc.nat(5), toxicity: fc.constantFrom(0, 0.5, 1) }),
);

test("whatever toxics come and go, the bytes that arrive are those that were sent", async () => {
  const proxy = await behind(await startEcho());
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ size: fc.integer({ min: 1, max: 90_000 }), steps: fc.array(step, { maxLength: 3 }) }),
        { minLength: 1, maxLength: 12 },
      ),
      async (parts) => {
        const client = await TestClient.connect(proxy);
        const active: ActiveToxic[] = [];
        const sent = createHash("sha256");
        let length = 0;
        let names = 0;
        for (const { size, steps } of parts) {
          const data = Buffer.alloc(size, 1 + (length % 251));
          data.writeUInt8(length % 256, size - 1);
          sent.update(data);
          length += size;
          client.write(data);
          // Lets the bytes be under way while the toxics change.
          await new Promise((resolve) => setImmediate(resolve));
          for (const each of steps) {
            if (each.do === "add") {
              names += 1;
              active.push(
                proxy.addToxic({
                  ...each.toxic,
                  stream: each.stream,
                  toxicity: each.toxicity,
                  name: `t${names}`,
                }),
              );
            } else {
              const toxic = active[each.which % Math.max(1, active.length)];
              if (toxic === undefined) continue;
              if (each.do === "update") toxic.update({ toxicity: each.toxicity });
              else active.splice(active.indexOf(toxic), 1)[0]?.remove();
            }
          }
        }
        client.socket.end();
        await client.until("end");
        for (const toxic of active) toxic.remove();
        expect(client.received.length).toBe(length);
        expect(createHash("sha256").update(client.received).digest("hex")).toBe(sent.digest("hex"));
        client.socket.destroy();
      },
    ),
    { numRuns: Number(process.env["MORROW_TRIES"] ?? 40) },
  );
});
