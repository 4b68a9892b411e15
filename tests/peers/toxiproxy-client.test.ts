import { startProxyServer } from "@morrow/faults/proxy";
import { expect, test } from "vitest";

import { useWholeClient } from "./toxiproxy-client.ts";

const one = { enabled: true, listen: "127.0.0.1:<port>", name: "one", upstream: "127.0.0.1:9" };

test("the unmodified client of Toxiproxy works through its whole API", async () => {
  const server = await startProxyServer({ port: 0 });
  const transcript = new Map(await useWholeClient(server.url));
  await server.close();
  const gave = (step: string) => transcript.get(step);
  expect(gave("version")).toEqual({ version: "2.12.0" });
  expect(gave("created")).toEqual(one);
  expect(gave("again")).toMatch(/409/);
  expect(gave("no name")).toMatch(/400/);
  expect(gave("get")).toEqual(one);
  expect(gave("get none")).toMatch(/404/);
  const two = { ...one, enabled: false, listen: "127.0.0.1:0", name: "two" };
  expect(gave("populate")).toEqual([one, two]);
  expect(gave("all")).toEqual([one, two]);
  expect(gave("disable")).toMatchObject({ enabled: false });
  expect(gave("enable")).toMatchObject({ enabled: true, upstream: "127.0.0.1:10" });
  expect(gave("listen where it can't")).toMatch(/500/);
  for (const type of [
    "latency",
    "bandwidth",
    "slow_close",
    "timeout",
    "reset_peer",
    "slicer",
    "limit_data",
  ]) {
    const added = { name: `a ${type}`, type, stream: "upstream", toxicity: 0.5 };
    expect(gave(`${type} added`)).toMatchObject(added);
    expect(gave(`${type} changed`)).toMatchObject({ ...added, toxicity: 0.25 });
    expect(gave(`${type} found`)).toEqual(gave(`${type} changed`));
    expect(gave(`${type} out`)).toBeNull();
    expect(gave(`${type} out again`)).toMatch(/404/);
  }
  expect(gave("no such toxic")).toMatch(/400/);
  expect(gave("toxic with defaults")).toMatchObject({ name: "latency_downstream", toxicity: 1 });
  expect(gave("reset at the end")).toBeNull();
  expect(gave("toxic after reset")).toMatch(/404/);
  expect(gave("removed")).toBeNull();
  expect(gave("removed again")).toMatch(/404/);
});
