import { Toxiproxy, type ToxicType } from "toxiproxy-node-client";

/** What its methods gave, step by step; ports that the kernel chose are blotted out. */
export type Transcript = readonly (readonly [step: string, result: unknown])[];

/** Walks through the whole API of the unmodified client. @param url origin of the server */
export async function useWholeClient(url: string): Promise<Transcript> {
  const transcript: [string, unknown][] = [];
  const note = async (step: string, work: () => Promise<unknown>) => {
    transcript.push([step, blot(await work().catch((error: unknown) => explain(error)))]);
  };
  const client = new Toxiproxy(url);
  const listen = "127.0.0.1:0";
  await note("reset", () => client.reset());
  await note("version", async () => JSON.parse(await client.getVersion()));
  const proxy = await client.createProxy({ name: "one", listen, upstream: "127.0.0.1:9" });
  await note("created", async () => proxy.toJson());
  await note("again", () => client.createProxy({ name: "one", listen, upstream: "127.0.0.1:9" }));
  await note("no name", () => client.createProxy({ name: "", listen, upstream: "127.0.0.1:9" }));
  await note("get", async () => (await client.get("one")).toJson());
  await note("get none", () => client.get("none"));
  await note("populate", async () => {
    const made = await client.populate([
      { name: "one", listen: proxy.listen, upstream: "127.0.0.1:9" },
      { name: "two", listen, upstream: "127.0.0.1:9", enabled: false },
    ]);
    return Object.values(made).map((each) => each.toJson());
  });
  await note("all", async () => Object.values(await client.getAll()).map((each) => each.toJson()));
  await note("disable", async () =>
    (await proxy.update({ enabled: false, listen: proxy.listen, upstream: proxy.upstream })).toJson(),
  );
  await note("enable", async () =>
    (await proxy.update({ enabled: true, listen: proxy.listen, upstream: "127.0.0.1:10" })).toJson(),
  );
  await note("listen where it can't", () =>
    proxy.update({ enabled: true, listen: "nowhere", upstream: "127.0.0.1:10" }),
  );
  const kinds: [ToxicType, Record<string, number>][] = [
    ["latency", { latency: 10, jitter: 2 }],
    ["bandwidth", { rate: 100 }],
    ["slow_close", { delay: 5 }],
    ["timeout", { timeout: 50 }],
    ["reset_peer", { timeout: 5 }],
    ["slicer", { average_size: 10, size_variation: 2, delay: 5 }],
    ["limit_data", { bytes: 100 }],
  ];
  for (const [type, attributes] of kinds) {
    const body = { type, attributes, name: `a ${type}`, stream: "upstream", toxicity: 0.5 } as const;
    const toxic = await proxy.addToxic(body);
    await note(`${type} added`, async () => toxic.toJson());
    await note(`${type} changed`, async () => (await toxic.update({ ...body, toxicity: 0.25 })).toJson());
    await note(`${type} found`, async () => (await proxy.getToxic(`a ${type}`)).toJson());
    await note(`${type} out`, () => toxic.remove());
    await note(`${type} out again`, () => toxic.remove());
  }
  // What a program without types would send.
  await note("no such toxic", () => proxy.addToxic(JSON.parse('{"type":"fire"}')));
  await note("toxic with defaults", async () =>
    (await proxy.addToxic(JSON.parse('{"type":"latency","attributes":{"latency":1}}'))).toJson(),
  );
  await note("reset at the end", () => client.reset());
  await note("toxic after reset", () => proxy.getToxic("latency_downstream"));
  await note("removed", () => proxy.remove());
  await note("removed again", () => proxy.remove());
  return transcript;
}

function explain(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function blot(value: unknown): unknown {
  if (value === undefined) return null;
  return JSON.parse(JSON.stringify(value).replace(/127\.0\.0\.1:\d{4,5}/g, "127.0.0.1:<port>"));
}
