import { isDeepStrictEqual } from "node:util";

import { Failure } from "@morrow/client";
import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import { policyRoutes } from "@morrow/contract/policy";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { timelineRoutes } from "@morrow/contract/timeline";
import { emptyDocument } from "@morrow/domain/retrospectives";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { chosenDialect, type TestDialect, whyNoPostgres } from "../apps/server/src/platform/db/testing.ts";
import { openTestApp, type TestApp, type TestPerson } from "../apps/server/src/testing/app.ts";

const noPostgres = await whyNoPostgres();
const dialects: TestDialect[] = chosenDialect() === "postgres" ? ["postgres"] : ["embedded", "postgres"];

/** What somebody got who was too late. */
interface Lost {
  code: string;
  status: number;
  current: unknown;
}

async function racedBy<T>(attempts: readonly Promise<T>[]): Promise<{ won: T[]; lost: Lost[] }> {
  const ended = await Promise.allSettled(attempts);
  const won = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const lost = ended.flatMap((one) => (one.status === "rejected" ? [lostOf(one.reason)] : []));
  return { won, lost };
}

function lostOf(reason: unknown): Lost {
  if (!(reason instanceof Failure)) throw reason;
  return { code: reason.code, status: reason.status, current: reason.current };
}

/** What of the race is not as it must be: exactly one wins, and every other is told what is stored now. */
function unfair(
  { won, lost }: { won: { revision: number }[]; lost: Lost[] },
  count: number,
  current: object,
): Lost[] {
  expect([won.length, lost.length]).toEqual([1, count - 1]);
  return lost.filter(({ code, status, current: told }) => {
    const parts = Object.entries(current).map(([name, value]) => [value, Reflect.get(Object(told), name)]);
    return code !== "conflict.revision" || status !== 409 || parts.some(([a, b]) => !isDeepStrictEqual(a, b));
  });
}

/** The same request, five times at once, under one key. */
function fiveTimes<T>(send: (once: { idempotencyKey: string }) => Promise<T>): Promise<T[]> {
  const once = { idempotencyKey: crypto.randomUUID() };
  return Promise.all(Array.from({ length: 5 }, () => send(once)));
}

describe.each(dialects)("writers at once on %s", (dialect) => {
  const cannot = dialect === "postgres" && noPostgres !== null;
  let app: TestApp;
  let people: TestPerson[];
  beforeAll(async () => {
    if (cannot) return;
    app = await openTestApp({ dialect });
    const names = Array.from({ length: 5 }, (_, n) => `writer-${n}`);
    people = await Promise.all(names.map((name) => app.as("member", name)));
  });
  afterAll(() => app?.close());

  /** `count` attempts, by as many of the people in turn. */
  function together<T>(count: number, attempt: (by: TestPerson, n: number) => Promise<T>) {
    return racedBy(Array.from({ length: count }, (_, n) => attempt(people[n % people.length]!, n)));
  }

  async function declared(): Promise<string> {
    const body = { title: "The queue ran full", severity: 3 as const };
    return (await people[0]!.call(incidentRoutes.declare, { body })).ref;
  }

  async function started(): Promise<string> {
    const ref = await declared();
    await people[0]!.call(retrospectiveRoutes.start, { params: { ref }, body: {} });
    return ref;
  }

  test.skipIf(cannot).each([2, 10])("%i on one document: one text wins, the others get it", async (count) => {
    const ref = await started();
    for (let revision = 1; revision <= 3; revision += 1) {
      const raced = await together(count, (by, n) =>
        by.call(retrospectiveRoutes.save, {
          params: { ref },
          body: { revision, document: { ...emptyDocument, narrative: `text ${n} on ${revision}` } },
        }),
      );
      expect(unfair(raced, count, { revision: revision + 1, document: raced.won[0]!.document })).toEqual([]);
    }
    const stored = await people[0]!.call(retrospectiveRoutes.show, { params: { ref } });
    expect(stored.revision).toBe(4);
  });

  test.skipIf(cannot).each([2, 10])("%i on one incident", async (count) => {
    const ref = await declared();
    const raced = await together(count, (by, n) =>
      by.call(incidentRoutes.change, { params: { ref }, body: { revision: 1, summary: `summary ${n}` } }),
    );
    expect(unfair(raced, count, { revision: 2, summary: raced.won[0]!.summary })).toEqual([]);
  });

  test.skipIf(cannot).each([2, 10])("%i on one countermeasure, changing and moving it", async (count) => {
    const incident = await declared();
    const { ref } = await people[0]!.call(countermeasureRoutes.add, { body: { title: "An idea", incident } });
    const raced = await together(count, (by, n) =>
      n % 2 === 0
        ? by.call(countermeasureRoutes.change, { params: { ref }, body: { revision: 1, title: `Idea ${n}` } })
        : by.call(countermeasureRoutes.move, {
            params: { ref },
            body: { revision: 1, to: "declined", reason: `no ${n}` },
          }),
    );
    const { revision, title, state } = raced.won[0]!;
    expect(unfair(raced, count, { revision, title, state })).toEqual([]);
    expect(revision).toBe(2);
  });

  test.skipIf(cannot).each([2, 10])("%i on the policy", async (count) => {
    const admin = await app.as("admin");
    const before = await admin.call(policyRoutes.show, {});
    const raced = await racedBy(
      Array.from({ length: count }, (_, n) =>
        admin.call(policyRoutes.change, {
          body: { version: before.version, policy: { ...before.policy, holidays: [`2026-12-${10 + n}`] } },
        }),
      ),
    );
    expect([raced.won.length, raced.lost.length]).toEqual([1, count - 1]);
    const { version, policy } = raced.won[0]!;
    expect(version).toBe(before.version + 1);
    for (const one of raced.lost)
      expect(one).toMatchObject({ code: "conflict.revision", status: 409, current: { version, policy } });
  });

  test.skipIf(cannot).each([2, 10])("%i saves of one person's account, in as many windows", async (count) => {
    const ref = await started();
    const account = { knew: "", did: "", madeSense: "" };
    for (const revision of [null, 1]) {
      const raced = await racedBy(
        Array.from({ length: count }, (_, n) =>
          people[0]!.call(retrospectiveRoutes.writePerspective, {
            params: { ref },
            body: { ...account, revision, saw: `window ${n}` },
          }),
        ),
      );
      expect(unfair(raced, count, { revision: (revision ?? 0) + 1, saw: raced.won[0]!.saw })).toEqual([]);
    }
  });

  test.skipIf(cannot)("ten people start one retrospective: there is one", async () => {
    const ref = await declared();
    const raced = await together(10, (by) =>
      by.call(retrospectiveRoutes.start, { params: { ref }, body: {} }),
    );
    expect(raced.won).toHaveLength(1);
    expect(new Set(raced.lost.map((one) => one.code))).toEqual(new Set(["retrospective.exists"]));
  });

  test.skipIf(cannot)("ten people write into one timeline at once: every entry is there", async () => {
    const ref = await declared();
    const raced = await together(10, (by, n) =>
      by.call(timelineRoutes.add, { params: { ref }, body: { body: `entry ${n}` } }),
    );
    expect(raced.lost).toEqual([]);
    const { items } = await people[0]!.call(timelineRoutes.list, { params: { ref } });
    const bodies = items.map((event) => event.body).filter((body) => body.startsWith("entry"));
    expect(bodies.toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `entry ${n}`));
  });

  test.skipIf(cannot)(
    "ten people correct one event: one correction stands, nobody's is swallowed",
    async () => {
      const ref = await declared();
      const { id } = await people[0]!.call(timelineRoutes.add, {
        params: { ref },
        body: { body: "about five" },
      });
      const raced = await together(10, (by, n) =>
        by.call(timelineRoutes.correct, { params: { ref, event: id }, body: { body: `exactly ${n}` } }),
      );
      expect([raced.won.length, raced.lost.length]).toEqual([1, 9]);
      for (const one of raced.lost) expect(one).toMatchObject({ code: "conflict.revision", status: 409 });
    },
  );

  test.skipIf(cannot)("one request sent five times at once with one key is carried out once", async () => {
    const by = people[0]!;
    const ref = await declared();
    const answers = [
      await fiveTimes((once) =>
        by.call(incidentRoutes.declare, { body: { title: "Once", severity: 5 } }, once),
      ),
      await fiveTimes((once) =>
        by.call(timelineRoutes.add, { params: { ref }, body: { body: "once" } }, once),
      ),
      await fiveTimes((once) =>
        by.call(countermeasureRoutes.add, { body: { title: "Once", incident: ref } }, once),
      ),
    ];
    for (const same of answers) expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const incidents = await by.call(incidentRoutes.list, { query: { text: "Once" } });
    const timeline = await by.call(timelineRoutes.list, { params: { ref } });
    const ideas = await by.call(countermeasureRoutes.list, { query: { incident: ref } });
    expect(incidents.items).toHaveLength(1);
    expect(timeline.items.filter((event) => event.body === "once")).toHaveLength(1);
    expect(ideas.items).toHaveLength(1);
  });

  test.skipIf(cannot)(
    "a key that was used for something else is refused, and another person's is another key",
    async () => {
      const once = { idempotencyKey: "the-same" };
      const say = (by: TestPerson, title: string) =>
        by.call(incidentRoutes.declare, { body: { title, severity: 5 } }, once);
      const first = await say(people[0]!, "This");
      await expect(say(people[0]!, "That")).rejects.toMatchObject({ code: "conflict.idempotency_key" });
      const others = await say(people[1]!, "That");
      expect(others.ref).not.toBe(first.ref);
    },
  );

  test.skipIf(cannot)(
    "a request that was refused may be sent again with its key, and is then carried out",
    async () => {
      const by = people[0]!;
      const ref = await declared();
      const once = { idempotencyKey: "refused-first" };
      const close = () => by.call(incidentRoutes.close, { params: { ref }, body: {} }, once);
      await expect(close()).rejects.toMatchObject({ code: "incident.not_resolved" });
      await by.call(incidentRoutes.setSeverity, { params: { ref }, body: { severity: 5 } });
      await by.call(timelineRoutes.add, { params: { ref }, body: { body: "Over.", milestone: "resolved" } });
      expect(await close()).toMatchObject({ state: "closed" });
    },
  );
});
