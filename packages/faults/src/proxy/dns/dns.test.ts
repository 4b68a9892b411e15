import { createSocket, type Socket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";

import { decode, encode } from "dns-packet";
import { afterEach, describe, expect, test } from "vitest";

import { startProxy, type RunningProxy } from "../index.ts";
import { portOf } from "../testing/tcp.ts";
import { frame, Frames } from "./frames.ts";

const open: { close(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

/** A resolver that knows 192.0.2.1 for every name, by UDP and by TCP. */
async function startResolver(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const answer = (message: Buffer, way: string): Buffer => {
    const { id, questions = [] } = decode(message);
    const question = questions[0];
    asked.push(`${way} ${question?.type} ${question?.name}`);
    return encode({
      type: "response",
      id: id ?? 0,
      questions,
      answers: question?.type === "A" ? [{ type: "A", name: question.name, ttl: 60, data: "192.0.2.1" }] : [],
    });
  };
  const { tcp, udp, port } = await bindBoth();
  tcp.on("connection", (socket) => {
    const frames = new Frames();
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      for (const message of frames.push(data)) socket.write(frame(answer(message, "tcp")));
    });
  });
  udp.on("message", (message, from) => udp.send(answer(message, "udp"), from.port, from.address));
  open.push({ close: () => void udp.close() }, { close: () => void tcp.close() });
  return { address: `127.0.0.1:${port}`, asked };
}

/** A port that is free for TCP may be taken for UDP: then another. */
async function bindBoth(): Promise<{ tcp: Server; udp: Socket; port: number }> {
  for (;;) {
    const tcp = createServer().listen(0, "127.0.0.1");
    await once(tcp, "listening");
    const udp = createSocket("udp4");
    try {
      const port = portOf(tcp);
      const bound = once(udp, "listening");
      udp.bind(port, "127.0.0.1");
      await bound;
      return { tcp, udp, port };
    } catch {
      udp.close();
      tcp.close();
    }
  }
}

/** `resolver` waits as long as a busy machine needs, `hasty` gives up soon. */
async function behind(
  upstream: string,
): Promise<{ proxy: RunningProxy; resolver: Resolver; hasty: Resolver }> {
  const proxy = await startProxy({ upstream, protocol: "dns" });
  open.push(proxy);
  const resolverWithin = (timeout: number): Resolver => {
    const resolver = new Resolver({ timeout, tries: 1 });
    resolver.setServers([proxy.listen]);
    return resolver;
  };
  return { proxy, resolver: resolverWithin(60_000), hasty: resolverWithin(300) };
}

test("passes questions and answers on", async () => {
  const { address, asked } = await startResolver();
  const { resolver } = await behind(address);
  expect(await resolver.resolve4("db.example.com")).toEqual(["192.0.2.1"]);
  expect(asked).toEqual(["udp A db.example.com"]);
});

describe("a fault for names", () => {
  test.each([
    ["nxdomain", "ENOTFOUND"],
    ["servfail", "ESERVFAIL"],
    ["refused", "EREFUSED"],
    ["timeout", "ETIMEOUT"],
  ] as const)("%s is %s to its clients, for those names only", async (answer, code) => {
    const { address, asked } = await startResolver();
    const { proxy, resolver, hasty } = await behind(address);
    const toxic = proxy.addToxic({ type: "dns", attributes: { name: "*.example.com", answer } });
    const asking = answer === "timeout" ? hasty : resolver;
    await expect(asking.resolve4("DB.example.com")).rejects.toMatchObject({ code });
    expect(await resolver.resolve4("example.org")).toEqual(["192.0.2.1"]);
    expect(asked).toEqual(["udp A example.org"]);
    expect(toxic.affected).toBe(1);
    toxic.remove();
    expect(await resolver.resolve4("db.example.com")).toEqual(["192.0.2.1"]);
  });

  test("a wrong address, also for IPv6", async () => {
    const { address } = await startResolver();
    const { proxy, resolver } = await behind(address);
    proxy.addToxic({
      type: "dns",
      name: "four",
      attributes: { record_type: "A", answer: "address", address: "198.51.100.7" },
    });
    proxy.addToxic({
      type: "dns",
      name: "six",
      attributes: { record_type: "AAAA", answer: "address", address: "2001:db8::7" },
    });
    expect(await resolver.resolve4("db.example.com")).toEqual(["198.51.100.7"]);
    expect(await resolver.resolve6("db.example.com")).toEqual(["2001:db8::7"]);
  });

  test("late answers", async () => {
    const { address } = await startResolver();
    const { proxy, resolver } = await behind(address);
    proxy.addToxic({ type: "dns", attributes: { delay: 60 } });
    const started = performance.now();
    expect(await resolver.resolve4("db.example.com")).toEqual(["192.0.2.1"]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(60);
  });

  test("the first questions fail, then it recovers", async () => {
    const { address } = await startResolver();
    const { proxy, resolver } = await behind(address);
    proxy.addToxic({ type: "dns", first: 1, attributes: { answer: "servfail" } });
    await expect(resolver.resolve4("a.example.com")).rejects.toMatchObject({ code: "ESERVFAIL" });
    expect(await resolver.resolve4("a.example.com")).toEqual(["192.0.2.1"]);
  });

  test("by TCP as well, with several questions on one connection", async () => {
    const { address, asked } = await startResolver();
    const { proxy } = await behind(address);
    proxy.addToxic({ type: "dns", attributes: { name: "no.example.com", answer: "nxdomain" } });
    const socket = connect(proxy.port, proxy.host);
    socket.write(Buffer.concat([questionFrame(1, "yes.example.com"), questionFrame(2, "no.example.com")]));
    const frames = new Frames();
    const answers = new Map<number, number>();
    for await (const data of socket) {
      for (const message of frames.push(data)) {
        const packet = decode(message);
        answers.set(packet.id ?? 0, (packet.flags ?? 0) & 15);
      }
      if (answers.size === 2) break;
    }
    expect([answers.get(1), answers.get(2)]).toEqual([0, 3]);
    expect(asked).toEqual(["tcp A yes.example.com"]);
  });

  test("other toxics do not fit, and neither do these elsewhere", async () => {
    const { address } = await startResolver();
    const { proxy } = await behind(address);
    expect(() => proxy.addToxic({ type: "latency" })).toThrow("does not fit a proxy with protocol dns");
    expect(() => proxy.addToxic({ type: "dns", attributes: { answer: "address", address: "x" } })).toThrow(
      "neither IPv4 nor IPv6",
    );
    const tcp = await startProxy({ upstream: address });
    open.push(tcp);
    expect(() => tcp.addToxic({ type: "dns" })).toThrow("does not fit a proxy with protocol tcp");
  });
});

function questionFrame(id: number, name: string): Buffer {
  return frame(encode({ type: "query", id, questions: [{ type: "A", name }] }));
}
