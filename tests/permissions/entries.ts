import { emptyDocument } from "@morrow/domain/retrospectives";

import type { Spoken } from "../support/speak.ts";
import type { Part, Thing, World } from "./world.ts";

/** One way to take a route. `about`: what only its readers may reach by it; null: nothing in particular. */
export interface Attempt extends Spoken {
  about: { thing: Thing; part: Part } | null;
}

/** Every route has one: how it is tried, on each thing or once in the world. `own` is about the caller alone. */
type Entry =
  | { on: "thing"; part: Part; say: (thing: Thing, world: World) => Spoken | Spoken[] }
  | { on: "world"; say: (world: World) => Spoken[] }
  | { on: "own" };

const never = 999;
const nobody = "00000000-0000-7000-8000-000000000000";
const plain = (thing: Thing): Spoken => ({ params: { ref: thing.ref } });
const byId = (thing: Thing): Spoken => ({ params: { ref: thing.id } });
const openOf = (world: World) => world.things.find((thing) => thing.canary === null);

function incident(body?: unknown): Entry {
  return { on: "thing", part: "incident", say: (thing) => ({ ...plain(thing), body }) };
}
function retrospective(spoken: Spoken = {}): Entry {
  return { on: "thing", part: "retrospective", say: (thing) => ({ ...plain(thing), ...spoken }) };
}
function countermeasure(body?: unknown): Entry {
  const say = (thing: Thing) => ({ params: { ref: thing.countermeasure.ref }, body });
  return { on: "thing", part: "countermeasure", say };
}
function event(body: unknown): Entry {
  const say = (thing: Thing) => ({ params: { ref: thing.ref, event: thing.eventId }, body });
  return { on: "thing", part: "incident", say };
}
function once(...spoken: Spoken[]): Entry {
  return { on: "world", say: () => spoken };
}

/** Words that come near to what is secret: unfinished, mistyped, quoted, filtered, and common to all things. */
const searches = [
  "queue",
  "queue ran full",
  "plainevent",
  '"queue ran full"',
  "kanari",
  "kanarirest",
  "kanarirestreven",
  "kanarirestrevetn",
  "knarilaterlesson",
  "kanarilaterlesso",
  "kanaridraftlessen",
  "kanarirestrtag",
  "tag:kanarirestrtag",
  "service:kanarilaterservice queue",
  "team:Vault",
  "kind:timeline queue",
  "kind:countermeasure alert",
  "INC-3",
  "kanaripers",
].map((q): Spoken => ({ query: { q, limit: "100" } }));

const someFile = { path: "a.md", text: "# A failure\n\nSomething failed on 2026-01-01 at 10:00 UTC.\n" };

/** By the route's id. */
export const entries: Record<string, Entry> = {
  "setup.state": once({}),
  "setup.complete": once({
    body: { token: "mru_no", organisation: "x", name: "x", email: "x@example.test", password: "0123456789" },
  }),
  "session.sign_in": once({ body: { email: "x@example.test", password: "0123456789" } }),
  "session.show": once({}),
  "session.sign_out": { on: "own" },
  "session.change_password": { on: "own" },
  "session.rename": { on: "own" },
  "people.list": once({}),
  "people.create": once({
    body: { name: "New", email: "new@example.test", role: "reader", password: "0123456789" },
  }),
  "people.change": { on: "world", say: ({ spareId }) => [{ params: { id: spareId }, body: {} }] },
  "invitations.list": once({}),
  "invitations.create": once({ body: { role: "reader" } }),
  "invitations.withdraw": once({ params: { id: nobody } }),
  "invitations.show": once({ params: { token: "mri_no" } }),
  "invitations.accept": once({
    params: { token: "mri_no" },
    body: { name: "x", email: "y@example.test", password: "0123456789" },
  }),
  "teams.list": once({}),
  "teams.create": once({ body: { name: "Vault" } }),
  "teams.change": { on: "world", say: ({ team }) => [{ params: { id: team.id }, body: {} }] },
  "tokens.list": once({}),
  "tokens.create": once({ body: { name: "x", scopes: ["read"] } }),
  "tokens.withdraw": once({ params: { id: nobody } }),
  "policy.show": once({}),
  "policy.history": once({}),
  "policy.change": { on: "own" },

  "incidents.list": once(
    {},
    { query: { text: "queue", limit: "200" } },
    { query: { tag: "kanarirestrtag,kanarilatertag" } },
    { query: { service: "kanarirestrservice" } },
    { query: { needsRetrospective: "true" } },
    { query: { needsRetrospective: "false" } },
    { query: { state: "closed", severity: "SEV1" } },
  ),
  "incidents.declare": once({ body: { title: "Something else", severity: 4 } }),
  "incidents.show": { on: "thing", part: "incident", say: (thing) => [plain(thing), byId(thing)] },
  "incidents.change": incident({ revision: never, title: "x" }),
  "incidents.set_severity": incident({ severity: 1 }),
  "incidents.assume_role": incident({ role: "scribe", personId: nobody }),
  "incidents.relinquish_role": {
    on: "thing",
    part: "incident",
    say: (thing) => ({ params: { ref: thing.ref, assignment: thing.assignmentId }, body: {} }),
  },
  "incidents.set_access": incident({ revision: never, restricted: false }),
  "incidents.close": incident({}),
  "incidents.reopen": incident({ reason: "x" }),
  "incidents.history": { on: "thing", part: "incident", say: (thing) => [plain(thing), byId(thing)] },
  "incidents.facets": once({}),

  "timeline.list": {
    on: "thing",
    part: "incident",
    say: (thing) => [
      plain(thing),
      { ...plain(thing), query: { withSuperseded: "true" } },
      { ...byId(thing), query: { ids: thing.eventId } },
    ],
  },
  "timeline.add": incident({ body: "x" }),
  "timeline.correct": event({ body: "x" }),
  "timeline.withdraw": event({ reason: "x" }),
  "timeline.star": event({ starred: true }),

  "retrospectives.list": once(
    {},
    { query: { state: "draft" } },
    { query: { state: "published" } },
    { query: { overdue: "true" } },
    { query: { mine: "true" } },
    { query: { tag: "kanarirestrtag" } },
    { query: { service: "kanarilaterservice" } },
  ),
  "retrospectives.start": incident({}),
  "retrospectives.show": { on: "thing", part: "retrospective", say: (thing) => [plain(thing), byId(thing)] },
  "retrospectives.plan": retrospective({ body: { revision: never } }),
  "retrospectives.propose_stakeholders": retrospective(),
  "retrospectives.save": retrospective({ body: { revision: never, document: emptyDocument } }),
  "retrospectives.revisions": retrospective(),
  "retrospectives.revision": {
    on: "thing",
    part: "retrospective",
    say: (thing) => ({ params: { ref: thing.ref, number: "3" } }),
  },
  "retrospectives.restore": {
    on: "thing",
    part: "retrospective",
    say: (thing) => ({ params: { ref: thing.ref, number: "3" }, body: { revision: never } }),
  },
  "retrospectives.publish": retrospective({ body: { revision: never } }),
  "retrospectives.read": retrospective(),
  "retrospectives.perspectives": retrospective(),
  "retrospectives.write_perspective": retrospective({
    body: { revision: never, saw: "", knew: "", did: "", madeSense: "" },
  }),
  "retrospectives.comments": retrospective(),
  "retrospectives.comment": retrospective({ body: { section: "narrative", body: "x" } }),
  "retrospectives.change_comment": {
    on: "thing",
    part: "retrospective",
    say: (thing) => ({
      params: { ref: thing.ref, comment: thing.commentId },
      body: { revision: never, settled: true },
    }),
  },
  "retrospectives.agenda": retrospective(),
  "retrospectives.export": {
    on: "thing",
    part: "retrospective",
    say: (thing) => [
      { ...plain(thing), query: { format: "markdown" } },
      { ...plain(thing), query: { format: "json" } },
      ...(thing.published ? [{ ...byId(thing), query: { format: "original" } }] : []),
      ...(thing.name === "restricted later" ? [{ ...plain(thing), query: { format: "html" } }] : []),
    ],
  },
  "retrospectives.calendar": retrospective(),
  "coach.check": once({ body: { markdown: "He should have known." } }),

  "countermeasures.list": {
    on: "world",
    say: ({ things }) => [
      { query: { limit: "200" } },
      { query: { text: "alert" } },
      { query: { owner: "me" } },
      { query: { overdue: "true" } },
      { query: { state: "idea" } },
      ...things.filter((thing) => thing.canary === null).map(({ ref }) => ({ query: { incident: ref } })),
    ],
  },
  "countermeasures.add": {
    on: "thing",
    part: "incident",
    say: (thing) => ({ body: { title: "x", incident: thing.ref } }),
  },
  "countermeasures.show": {
    on: "thing",
    part: "countermeasure",
    say: ({ countermeasure: { id, ref } }) => [{ params: { ref } }, { params: { ref: id } }],
  },
  "countermeasures.change": countermeasure({ revision: never, title: "x" }),
  "countermeasures.move": countermeasure({ revision: never, to: "declined", reason: "x" }),
  "countermeasures.merge": {
    on: "thing",
    part: "countermeasure",
    say: (thing, all) => [
      { params: { ref: thing.countermeasure.ref }, body: { into: thing.countermeasure.ref } },
      // Draft and open ones may become one, which would change what the rest of the matrix asks about.
      ...(thing.restricted
        ? [
            {
              params: { ref: openOf(all)?.countermeasure.ref ?? "" },
              body: { into: thing.countermeasure.ref },
            },
          ]
        : []),
    ],
  },
  "countermeasures.vote": countermeasure({ effect: 2, effort: 2 }),

  "knowledge.search": once(...searches),
  "knowledge.similar": {
    on: "thing",
    part: "incident",
    say: (thing) => [{ body: { ref: thing.ref, limit: 50 } }, { body: { ref: thing.id, limit: 50 } }],
  },
  "knowledge.home": once({ query: { today: "2026-05-01" } }, { query: { today: "2027-03-04" } }),
  "knowledge.feed": once({}),

  "writeups.read": once({ body: { files: [someFile] } }),
  "writeups.import": once({ body: { files: [someFile], dryRun: true } }),
  "writeups.list": once({}, { query: { limit: "200" } }),
  "writeups.original": {
    on: "thing",
    part: "incident",
    say: (thing) => (thing.writeupId === "" ? [] : { params: { id: thing.writeupId } }),
  },

  "attachments.add": {
    on: "thing",
    part: "incident",
    say: (thing) => ({
      ...plain(thing),
      bytes: {
        type: "image/gif",
        body: new Uint8Array(Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACADs=", "base64")),
      },
    }),
  },
  "attachments.show": {
    on: "thing",
    part: "incident",
    say: (thing) => ({ params: { id: thing.attachmentId } }),
  },

  "operation.health": once({}),
  "operation.stream": {
    on: "thing",
    part: "incident",
    say: (thing) => ({ query: { incident: thing.ref, after: "0" } }),
  },
  "operation.backup": once({}),
  "operation.restore": once({ bytes: { type: "application/gzip", body: "x" } }),
  "operation.metrics": once({}),
};

export function attemptsOf(id: string, all: World): Attempt[] {
  const entry = entries[id];
  if (entry === undefined || entry.on === "own") return [];
  if (entry.on === "world") return entry.say(all).map((spoken) => ({ ...spoken, about: null }));
  return all.things.flatMap((thing) =>
    [entry.say(thing, all)].flat().map((spoken) => ({ ...spoken, about: { thing, part: entry.part } })),
  );
}
