import { afterEach, expect, test } from "vitest";

import { startProxyServer, type ProxyServer } from "../proxy/index.ts";
import { startEcho, TestClient } from "../proxy/testing/tcp.ts";
import { planFault } from "../testing/plan-fault.ts";
import { takeStep } from "../undo/take/index.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function startProxied(): Promise<{ server: ProxyServer; client: TestClient }> {
  const echo = await startEcho();
  const server = await startProxyServer({ port: 0 });
  open.push(echo, server);
  const made = await fetch(`${server.url}/proxies`, {
    method: "POST",
    body: JSON.stringify({ name: "db", listen: "127.0.0.1:0", upstream: echo.address }),
  });
  const { listen } = JSON.parse(await made.text());
  return { server, client: await TestClient.connect(listen) };
}

async function toxicsOf(server: ProxyServer): Promise<{ name: string; expires_in?: number }[]> {
  const answer = await fetch(`${server.url}/proxies/db/toxics`);
  return JSON.parse(await answer.text());
}

test("delays a live connection, and the undo step takes the delay out", async () => {
  const { server, client } = await startProxied();
  const plan = await planFault("add-toxic", {
    arguments: { api: server.url, proxy: "db", type: "latency", attributes: { latency: 80 } },
    durationMs: 60_000,
  });
  expect(plan.effect).toMatch(
    /^Adds latency \(latency 80\) downstream to the proxy db \(127.0.0.1:\d+ to 127.0.0.1:\d+\) for 60 s\.$/,
  );
  const armed = await plan.arm();
  expect(armed.expiry).toBe("itself");
  expect(await toxicsOf(server)).toEqual([]);
  await armed.apply();
  expect(await client.roundTrip("x")).toBeGreaterThanOrEqual(80);
  expect((await toxicsOf(server))[0]?.expires_in).toBeGreaterThan(50_000);
  for (const step of armed.steps) {
    await takeStep(step);
    // Again, as any step may be.
    await takeStep(step);
  }
  expect(await toxicsOf(server)).toEqual([]);
  await client.roundTrip("y");
});

test("ends by itself when nobody undoes it", async () => {
  const { server } = await startProxied();
  const plan = await planFault("add-toxic", {
    arguments: { api: server.url, proxy: "db", type: "timeout" },
    durationMs: 60,
  });
  await (await plan.arm()).apply();
  let left = await toxicsOf(server);
  while (left.length > 0) left = await toxicsOf(server);
  expect(left).toEqual([]);
});

test("is refused before anything happens where it can't be made", async () => {
  const { server } = await startProxied();
  const refused = async (args: object) =>
    planFault("add-toxic", { arguments: { api: server.url, proxy: "db", type: "latency", ...args } }).then(
      () => "planned",
      (error: { code?: string }) => error.code,
    );
  expect(await refused({ proxy: "other" })).toBe("selection.empty");
  expect(await refused({ type: "fire" })).toBe("fault.arguments");
  expect(await refused({ toxicity: 2 })).toBe("fault.arguments");
  expect(await refused({ api: "http://127.0.0.1:9" })).toBe("fault.unsupported");
  expect(await refused({ api: "file:///etc/passwd" })).toBe("fault.arguments");
});

test("says why a proxy did not take the toxic", async () => {
  const { server } = await startProxied();
  const plan = await planFault("add-toxic", {
    arguments: { api: server.url, proxy: "db", type: "latency", attributes: { latency: "long" } },
  });
  await expect((await plan.arm()).apply()).rejects.toThrow(/cannot unmarshal string/);
});
