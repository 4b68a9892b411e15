import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestDatabase, type TestDatabase } from "../db/testing.ts";
import { type Actor, IdempotencyKeyReused, type NewEvent, openSpine, type Spine } from "./index.ts";

const somebody: Actor = { kind: "person", personId: "0190a000-0000-7000-8000-000000000001" };

let database: TestDatabase;
let spine: Spine;

beforeAll(async () => {
  database = await openTestDatabase();
  spine = await openSpine(database.db);
});

afterAll(async () => {
  await spine.stop();
  await database.close();
});

function event(what: string, overrides: Partial<NewEvent> = {}): NewEvent {
  return {
    what,
    subjectKind: "thing",
    subjectId: "1",
    incidentId: null,
    audience: "everyone",
    data: null,
    ...overrides,
  };
}

test("a change and its events are stored together, and read in order", async () => {
  const before = await spine.head();
  await spine.write({ actor: somebody }, async (work) => {
    work.record(event("thing.made", { data: { after: { name: "Größe 🚨", list: [1, null] } } }));
    work.record(event("thing.named"));
  });
  const events = await spine.read(before, 10);
  expect(events.map((e) => [e.position, e.what])).toEqual([
    [before + 1, "thing.made"],
    [before + 2, "thing.named"],
  ]);
  expect(events[0]).toMatchObject({
    actorKind: "person",
    actorId: somebody.personId,
    data: { after: { name: "Größe 🚨", list: [1, null] } },
  });
  expect(events[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test("a change that fails leaves neither rows nor events nor a hole", async () => {
  const before = await spine.head();
  const failing = spine.write({ actor: somebody }, async (work) => {
    work.record(event("thing.made"));
    throw new Error("the rule says no");
  });
  await expect(failing).rejects.toThrow("the rule says no");
  await spine.write({ actor: somebody }, async (work) => work.record(event("thing.made")));
  expect(await spine.head()).toBe(before + 1);
});

test("many writers at once get positions without a hole", async () => {
  const before = await spine.head();
  const writers = Array.from({ length: 60 }, (_, index) =>
    spine.write({ actor: somebody }, async (work) => {
      for (let n = 0; n <= index % 3; n += 1)
        work.record(event("thing.counted", { subjectId: String(index) }));
    }),
  );
  await Promise.all(writers);
  const events = await spine.read(before, 1000);
  expect(events.map((e) => e.position)).toEqual(Array.from({ length: 120 }, (_, n) => before + 1 + n));
});

test("readers see only their audiences", async () => {
  const before = await spine.head();
  await spine.write({ actor: somebody }, async (work) => {
    work.record(event("a", { audience: "everyone" }));
    work.record(event("b", { audience: "members" }));
    work.record(event("c", { audience: "incident:0190a000-0000-7000-8000-00000000000a" }));
  });
  const seen = async (audiences: string[]) =>
    (await spine.read(before, 10, { kind: "list", audiences })).map((e) => e.what);
  expect(await seen(["everyone"])).toEqual(["a"]);
  expect(await seen(["everyone", "members"])).toEqual(["a", "b"]);
  expect(await seen([])).toEqual([]);
});

test("the same request twice is done once and answered the same", async () => {
  const request = { actor: somebody, idempotencyKey: "k1", fingerprint: "f1" };
  let runs = 0;
  const run = () =>
    spine.write(request, async (work) => {
      runs += 1;
      work.record(event("thing.made"));
      return { id: work.newId(), run: runs };
    });
  const [first, ...others] = await Promise.all([run(), run(), run()]);
  expect(runs).toBe(1);
  for (const other of others) expect(other).toEqual(first);
});

test("the same key for another request is refused", async () => {
  const request = { actor: somebody, idempotencyKey: "k2" };
  await spine.write({ ...request, fingerprint: "f1" }, async () => null);
  const other = spine.write({ ...request, fingerprint: "f2" }, async () => null);
  await expect(other).rejects.toBeInstanceOf(IdempotencyKeyReused);
});

test("a failed request may be tried again with its key", async () => {
  const request = { actor: somebody, idempotencyKey: "k3", fingerprint: "f" };
  await expect(spine.write(request, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await spine.write(request, async () => 7)).toBe(7);
});

test("news carries the newest position after the commit", async () => {
  const before = await spine.head();
  const heard: number[] = [];
  const stop = spine.subscribe((position) => heard.push(position));
  await spine.write({ actor: somebody }, async (work) => work.record(event("thing.made")));
  stop();
  await spine.write({ actor: somebody }, async (work) => work.record(event("thing.made")));
  expect(heard).toEqual([before + 1]);
});

test("a follower gets every event once, from the first on, and goes on where it was", async () => {
  const seen: number[] = [];
  const follow = () =>
    spine.follow("test-follower", async (_trx, events) => {
      for (const e of events) seen.push(e.position);
    });
  const first = follow();
  await first.reached(await spine.head());
  await first.stop();
  await spine.write({ actor: somebody }, async (work) => work.record(event("thing.made")));
  const second = follow();
  await second.reached(await spine.head());
  expect(seen).toEqual(Array.from({ length: await spine.head() }, (_, n) => n + 1));
});

test("a follower whose effects fail says so, and carries on when they succeed", async () => {
  let broken = true;
  const follower = spine.follow("sometimes-broken", async () => {
    if (broken) throw new Error("the index is away");
  });
  const head = await spine.head();
  await expect.poll(() => follower.state().kind).toBe("failing");
  broken = false;
  await follower.reached(head);
  expect(follower.state()).toEqual({ kind: "following", position: head });
});
