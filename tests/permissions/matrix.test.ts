import { knowledgeRoutes } from "@morrow/contract/knowledge";
import type { Route } from "@morrow/contract/route";
import { operationRoutes } from "@morrow/contract/operation";
import { routes } from "@morrow/contract/routes";
import { timelineRoutes } from "@morrow/contract/timeline";
import { incidentRoutes } from "@morrow/contract/incidents";
import { permissions, may } from "@morrow/domain/people";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../apps/server/src/testing/app.ts";
import { addressOf, speak } from "../support/speak.ts";
import { type Attempt, attemptsOf, entries } from "./entries.ts";
import { makeWorld, perspectiveCanary, sees, type Who, type World } from "./world.ts";

const all: Route[] = Object.values(routes).flatMap((group) => Object.values<Route>(group));
/** Reading first: what is written later must not change what there is to read. */
const inOrder = [...all.filter(reads), ...all.filter((route) => !reads(route))];

function reads(route: Route): boolean {
  return route.method === "get" || route.id === "knowledge.similar";
}

let app: TestApp;
let world: World;
/** The position of a last event that everyone may hear of. */
let last: number;
beforeAll(async () => {
  app = await openTestApp({ now: () => "2026-05-01T10:00:00.000Z" });
  world = await makeWorld(app);
  const ref = world.things[0]!.ref;
  await (await app.as("admin")).call(timelineRoutes.add, { params: { ref }, body: { body: "the last" } });
  last = await app.spine.head();
});
afterAll(() => app.close());

/** What the answer must be: a refusal, or null where it is the route's own matter. */
function refusalFor(who: Who, route: Route, attempt: Attempt): string | null {
  if (route.access === "public") return null;
  if (who.viewer === null) return "session.required";
  if (route.access === "signed-in") {
    const needed = route.method === "get" ? "read" : "write";
    if (who.viewer.scopes?.includes(needed) === false) return "permission.denied";
  } else if (!may(who.viewer, route.access)) return "permission.denied";
  const { about } = attempt;
  return about === null || sees(who, about.thing, about.part) ? null : "not_found";
}

/** Words, ids and references that nobody may be told who may not see what they belong to. */
function secretsFrom(who: Who): RegExp {
  const hidden = world.things.flatMap((thing) => {
    const incident = sees(who, thing, "incident");
    const retrospective = sees(who, thing, "retrospective");
    const countermeasure = sees(who, thing, "countermeasure");
    return [
      ...(incident ? [] : [thing.id, `${thing.ref}\\b`, thing.eventId, thing.attachmentId, thing.writeupId]),
      ...(retrospective ? [] : [thing.retrospectiveId, thing.commentId]),
      ...(countermeasure ? [] : [thing.countermeasure.id, `${thing.countermeasure.ref}\\b`]),
      ...(incident ? [] : [thing.canary ?? "-never-"]),
      // The draft of an open incident hides its own words, not the incident's.
      ...(incident && !retrospective && thing.canary !== null ? draftWords(thing.canary) : []),
    ];
  });
  const known = hidden.filter((word) => word !== "");
  return new RegExp([perspectiveCanary, ...known].join("|"), "i");
}

function draftWords(canary: string): string[] {
  const places = [
    "place",
    "stakeholder",
    "note",
    "lesson",
    "narrative",
    "factor",
    "well",
    "confusing",
    "lucky",
  ];
  return [
    ...places,
    "countermeasure",
    "cmbody",
    "ticket",
    "saw",
    "knew",
    "did",
    "sense",
    "quote",
    "comment",
  ].map((place) => canary + place);
}

/** All that was answered. A stream is read until everything that there is must have come. */
async function textOf(attempt: Attempt, response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    const body = Buffer.from(await response.arrayBuffer());
    const headers = JSON.stringify([...response.headers]);
    return `${headers}${decodeURIComponent(headers.replaceAll("%", "%25"))}${body.toString("utf8")}`;
  }
  const reader = response.body!.getReader();
  let text = "";
  const whole = attempt.about === null ? `id: ${last}\n` : ": welcome";
  while (!text.includes(whole)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += Buffer.from(value).toString("utf8");
  }
  await reader.cancel();
  return text;
}

/** The caller's own words may come back to them. */
function withoutOwnWords(attempt: Attempt, text: string): string {
  const own = [attempt.query?.["q"], attempt.about === null ? undefined : attempt.query?.["format"]];
  return own.reduce<string>((rest, word) => (word === undefined ? rest : rest.replaceAll(word, "")), text);
}

async function tryIt(who: Who, route: Route, attempt: Attempt) {
  const before = await app.spine.head();
  const response = await speak(app.request, route, attempt, who.secret);
  const text = await textOf(attempt, response);
  const json = response.headers.get("content-type")?.includes("json") === true && response.status >= 400;
  const code: unknown = json ? JSON.parse(text.slice(text.indexOf('{"error"'))).error.code : null;
  return { status: response.status, code, text, wrote: (await app.spine.head()) !== before };
}

/** What is wrong with one answer, in words; empty where it is as the rule says. */
async function faultsOf(who: Who, route: Route, attempt: Attempt): Promise<string[]> {
  const refusal = refusalFor(who, route, attempt);
  const answer = await tryIt(who, route, attempt);
  const called = `${who.name}: ${route.method} ${addressOf(route, attempt)} (${attempt.about?.thing.name ?? "-"})`;
  const faults: string[] = [];
  if (answer.status >= 500) faults.push(`${called} failed: ${answer.text}`);
  if (refusal !== null && answer.code !== refusal)
    faults.push(`${called} said ${answer.status} ${String(answer.code)} instead of ${refusal}`);
  if (refusal !== null && answer.wrote) faults.push(`${called} wrote something`);
  if (refusal === null && route.access !== "public" && refusesReaders(answer.code, attempt))
    faults.push(`${called} said ${String(answer.code)}, which this reader may do`);
  if (refusal === null && route.method === "get" && attempt.about !== null && answer.status !== 200)
    faults.push(`${called} said ${answer.status} ${String(answer.code)} to a reader of it`);
  // A backup is everything, and only an administrator's.
  const leak = secretsFrom(who).exec(withoutOwnWords(attempt, answer.text));
  if (leak !== null && route.id !== "operation.backup")
    faults.push(
      `${called} leaks “${leak[0]}”: …${answer.text.slice(Math.max(0, leak.index - 80), leak.index + 80)}`,
    );
  return faults;
}

function refusesReaders(code: unknown, attempt: Attempt): boolean {
  return (
    code === "session.required" ||
    code === "permission.denied" ||
    (code === "not_found" && attempt.about !== null)
  );
}

test("every route of the contract has an entry, and every entry a route", () => {
  expect(Object.keys(entries).toSorted()).toEqual(all.map((route) => route.id).toSorted());
  const accesses = new Set(all.map((route) => route.access));
  expect(["public", "signed-in", ...Object.keys(permissions)]).toEqual(expect.arrayContaining([...accesses]));
});

describe("role × route × thing", () => {
  test.each(inOrder.map((route) => [route.id, route] as const))("%s", async (id, route) => {
    const faults: string[] = [];
    for (const who of world.who)
      for (const attempt of attemptsOf(id, world)) faults.push(...(await faultsOf(who, route, attempt)));
    expect(faults).toEqual([]);
  });
});

test("those with the right are told: the canaries are really there", async () => {
  const named = world.who.find((who) => who.name === "named")!;
  const told: string[] = [];
  for (const id of [
    "incidents.show",
    "incidents.history",
    "timeline.list",
    "retrospectives.export",
    "countermeasures.show",
  ]) {
    const route = all.find((one) => one.id === id)!;
    for (const attempt of attemptsOf(id, world)) told.push((await tryIt(named, route, attempt)).text);
  }
  for (const q of ["kanarirestrevent", "kanarilaterlesson", "kanaridraftlesson"])
    told.push((await tryIt(named, knowledgeRoutes.search, { query: { q }, about: null })).text);
  const text = told.join("\n");
  const places = [
    "title",
    "summary",
    "service",
    "tag",
    "label",
    "event",
    "metric",
    "reason",
    "handover",
    "waiver",
  ];
  for (const place of [...places, "lesson", "narrative", "factor", "countermeasure"])
    expect(text).toContain(`kanarirestr${place}`);
  expect(text).toContain("kanarilaterheading");
  expect(text).toContain("kanarilatersaw");
});

test("the stream tells everyone only what they may see, from the first position on", async () => {
  const route = operationRoutes.stream;
  for (const who of world.who.filter((one) => one.viewer !== null)) {
    const attempt = { query: { after: "0" }, about: null };
    const { text } = await tryIt(who, route, attempt);
    expect(text).toContain(`id: ${last}\n`);
    expect([who.name, secretsFrom(who).exec(text)?.[0]]).toEqual([who.name, undefined]);
    for (const thing of world.things)
      expect([who.name, thing.name, text.includes(thing.id)]).toEqual([
        who.name,
        thing.name,
        sees(who, thing, "incident"),
      ]);
  }
});

test("pasted text finds only what its reader may see, however near it comes to what is hidden", async () => {
  const texts = [
    "The queue ran full after knarirestrevent and kanarilaterlessons.",
    "kanaridraftfactors in a full queue",
  ];
  for (const who of world.who.filter((one) => one.viewer !== null && one.viewer.scopes === null))
    for (const text of texts) {
      const attempt = { body: { text, limit: 50 }, about: null };
      const answer = (await tryIt(who, knowledgeRoutes.similar, attempt)).text;
      expect([who.name, secretsFrom(who).exec(answer)?.[0]]).toEqual([who.name, undefined]);
    }
});

test("facets count what the reader may see, and nothing else", async () => {
  for (const who of world.who.filter((one) => one.viewer !== null)) {
    const { text } = await tryIt(who, knowledgeRoutes.search, {
      query: { q: "kind:incident", limit: "100" },
      about: null,
    });
    const { items, facets } = JSON.parse(text.slice(text.indexOf('{"items"')));
    const counted = facets.kind.reduce((sum: number, one: { count: number }) => sum + one.count, 0);
    expect([who.name, counted]).toEqual([who.name, items.length]);
  }
});

test("a key that somebody else used opens nothing", async () => {
  const ref = world.things.find((thing) => thing.name === "restricted")!.ref;
  const [named, member] = ["named", "member"].map((name) => world.who.find((who) => who.name === name)!);
  const headers = { "idempotency-key": "shared" };
  const attempt = { params: { ref }, body: { body: "kanarirestr note" }, headers, about: null };
  expect((await tryIt(named!, timelineRoutes.add, attempt)).status).toBe(201);
  const stolen = await tryIt(member!, timelineRoutes.add, attempt);
  expect([stolen.code, stolen.wrote]).toEqual(["not_found", false]);
});

test("guessing at images, people and references of hidden things answers as for things that do not exist", async () => {
  const { things, who } = world;
  const hidden = things.find((thing) => thing.name === "restricted")!;
  const open = things.find((thing) => thing.name === "open")!;
  const member = who.find((one) => one.name === "member")!;
  const say = async (route: Route, spoken: Omit<Attempt, "about">) => {
    const { status, text } = await tryIt(member, route, { ...spoken, about: null });
    return [status, text.replaceAll(/"date","[^"]*"/g, "")];
  };
  const nothing = "01890000-0000-7000-8000-000000000000";
  const image = (attachmentId: string) =>
    say(timelineRoutes.add, {
      params: { ref: open.ref },
      body: { body: "x", evidence: [{ kind: "image", attachmentId }] },
    });
  expect(await image(hidden.attachmentId)).toEqual(await image(nothing));
  const shown = (ref: string) => say(incidentRoutes.show, { params: { ref } });
  expect(await shown(hidden.ref)).toEqual(await shown("INC-99999"));
  expect(await shown(hidden.id)).toEqual(await shown(nothing));
  expect(await shown("../../etc")).toEqual(await shown(nothing));
});
