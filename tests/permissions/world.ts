import { attachmentRoutes } from "@morrow/contract/attachments";
import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import { peopleRoutes, teamRoutes, tokenRoutes } from "@morrow/contract/people";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { timelineRoutes } from "@morrow/contract/timeline";
import { writeupRoutes } from "@morrow/contract/writeups";
import {
  type Audience,
  audiencesOf,
  countermeasureAudience,
  incidentAudience,
  maySee,
  retrospectiveAudience,
  type Viewer,
} from "@morrow/domain/people";

import type { TestApp, TestPerson } from "../../apps/server/src/testing/app.ts";

/** Somebody who asks. `viewer` is null for those who are nobody to Morrow. */
export interface Who {
  name: string;
  secret: string | undefined;
  viewer: Viewer | null;
  /** Whether the restricted incidents name them or their team. */
  named: boolean;
}

/** The parts of a thing that have readers of their own. */
export type Part = "incident" | "retrospective" | "countermeasure";

/** An incident with everything that can belong to one, told in words that stand nowhere else. */
export interface Thing {
  name: string;
  restricted: boolean;
  published: boolean;
  /** Begins every word of it that a person wrote. Null: for everybody's eyes. */
  canary: string | null;
  id: string;
  ref: string;
  eventId: string;
  attachmentId: string;
  assignmentId: string;
  retrospectiveId: string;
  commentId: string;
  countermeasure: { id: string; ref: string };
  writeupId: string;
}

/** Begins every word of an account that others may not read before they wrote their own. */
export const perspectiveCanary = "kanaripersp";

export interface World {
  who: Who[];
  things: Thing[];
  team: { id: string; name: string };
  /** Somebody to change: nobody of `who`. */
  spareId: string;
}

export function sees(who: Who, thing: Thing, part: Part): boolean {
  if (who.viewer === null) return false;
  const granted = who.named && thing.restricted ? [thing.id] : [];
  return maySee(audiencesOf(who.viewer, granted), audienceOf(thing, part));
}

function audienceOf(thing: Thing, part: Part): Audience {
  switch (part) {
    case "incident":
      return incidentAudience(thing);
    case "retrospective":
      return retrospectiveAudience(thing, thing.published ? "published" : "draft");
    case "countermeasure":
      return countermeasureAudience([thing]);
  }
}

export async function makeWorld(app: TestApp): Promise<World> {
  const admin = await app.as("admin");
  const [owner, named, teammate, namedReader, spare] = await Promise.all([
    app.as("lead", "owner"),
    app.as("member", "named"),
    app.as("member", "teammate"),
    app.as("reader", "named-reader"),
    app.as("member", "spare"),
  ]);
  const gone = await app.as("member", "gone");
  const team = await owner.call(teamRoutes.create, { body: { name: "Vault", memberIds: [teammate.id] } });
  const reading = { body: { name: "reporting", scopes: ["read" as const] } };
  const token = (await named.call(tokenRoutes.create, reading)).secret;
  const teller = { owner, member: await app.as("member"), named };
  const access = { personIds: [named.id, namedReader.id, gone.id], teamIds: [team.id] };
  const things = [
    await tell(teller, { name: "open", canary: null, published: true }),
    await tell(teller, { name: "draft", canary: "kanaridraft", published: false }),
    await tell(teller, { name: "restricted", canary: "kanarirestr", published: false, from: access }),
    await tell(teller, { name: "restricted later", canary: "kanarilater", published: true, later: access }),
  ];
  await admin.call(peopleRoutes.change, { params: { id: gone.id }, body: { active: false } });
  const who = async (name: string, role: Viewer["role"], isNamed = false, teamIds: string[] = []) => {
    const person = await app.as(role, name);
    return { name, secret: person.secret, viewer: viewer(person, role, teamIds), named: isNamed };
  };
  return {
    things,
    team,
    spareId: spare.id,
    who: [
      { name: "stranger", secret: undefined, viewer: null, named: false },
      { name: "somebody deactivated", secret: gone.secret, viewer: null, named: true },
      await who("reader", "reader"),
      await who("member", "member"),
      await who("lead", "lead"),
      await who("admin", "admin"),
      await who("named", "member", true),
      await who("teammate", "member", true, [team.id]),
      await who("named-reader", "reader", true),
      {
        name: "a read-only token",
        secret: token,
        viewer: { ...viewer(named, "member"), scopes: ["read"] },
        named: true,
      },
    ],
  };
}

function viewer(person: TestPerson, role: Viewer["role"], teamIds: string[] = []): Viewer {
  return { personId: person.id, role, teamIds, scopes: null };
}

interface Teller {
  owner: TestPerson;
  /** Has no right to what is restricted in the end, and is mentioned wherever that was possible. */
  member: TestPerson;
  named: TestPerson;
}

interface Access {
  personIds: string[];
  teamIds: string[];
}

interface Plan {
  name: string;
  canary: string | null;
  published: boolean;
  /** Restricted from the first moment on. */
  from?: Access;
  /** Open while everything was written, restricted at the end. */
  later?: Access;
}

async function tell(teller: Teller, plan: Plan): Promise<Thing> {
  const { owner } = teller;
  // Nobody is given a part in what they cannot see; what was open once may name people who then lost sight of it.
  const heir = plan.from === undefined ? teller.member : teller.named;
  const word = (place: string) => `${plan.canary ?? "plain"}${place}`;
  const restricted = plan.from !== undefined;
  const imported = await importOne(owner, plan, word);
  const told = plan.published ? imported : await declared(owner, word, restricted);
  const at = { params: { ref: told } };
  if (plan.from !== undefined) for (const ref of [told, imported]) await restrict(owner, ref, plan.from);
  const eventId = await tellTimeline(teller, told, word);
  const attachmentId = await addImage(owner, told, word);
  const assignmentId = await handOver(owner, heir, told, word);
  const { retrospectiveId, commentId } = await tellRetrospective(owner, heir, told, word, plan);
  const countermeasure = await owner.call(countermeasureRoutes.add, {
    body: {
      title: `Alert on ${word("countermeasure")}`,
      body: word("cmbody"),
      incident: told,
      ticket: `https://tickets.example/${word("ticket")}`,
      dueOn: "2026-01-01",
      ownerId: heir.id,
    },
  });
  if (!plan.published) await close(owner, told, word);
  const writeups = await owner.call(writeupRoutes.list, {});
  if (plan.later !== undefined) await restrict(owner, told, plan.later);
  const incident = await owner.call(incidentRoutes.show, at);
  return {
    name: plan.name,
    canary: plan.canary,
    restricted: incident.restricted,
    published: plan.published,
    id: incident.id,
    ref: told,
    eventId,
    attachmentId,
    assignmentId,
    retrospectiveId,
    commentId,
    countermeasure,
    writeupId: writeups.items.find((item) => item.ref === imported)?.id ?? "",
  };
}

type Word = (place: string) => string;

/** What is imported comes in published, so there is nothing to import about a draft. */
async function importOne(owner: TestPerson, plan: Plan, word: Word): Promise<string> {
  if (!plan.published && plan.from === undefined) return "";
  const files = [{ path: `notes/${word("path")}.md`, text: writeup(word) }];
  const body = { files, restricted: plan.from !== undefined };
  const { items } = await owner.call(writeupRoutes.import, { body });
  return items[0]?.ref ?? "";
}

function writeup(word: Word): string {
  return [
    `# The ${word("heading")} queue ran full`,
    "",
    `On 2026-03-04 the queue of ${word("narrative")} ran full and stopped everything for an hour.`,
    "",
    "## Timeline (UTC)",
    "",
    `- 2026-03-04 10:00 ${word("row")} stopped answering`,
    `- 2026-03-04 11:00 ${word("row")} answered again`,
    "",
    "## Action items",
    "",
    `- Limit the ${word("action")} queue`,
    "",
  ].join("\n");
}

async function declared(owner: TestPerson, word: Word, restricted: boolean): Promise<string> {
  const incident = await owner.call(incidentRoutes.declare, {
    body: {
      title: `The ${word("title")} queue ran full`,
      severity: 2,
      restricted,
      summary: word("summary"),
      services: [word("service")],
      tags: [word("tag")],
      impact: { who: word("who"), howMany: 3, how: word("how") },
      links: [{ kind: "ticket", url: `https://x.example/${word("url")}`, label: word("label") }],
      startedAt: "2026-03-04T10:00:00Z",
    },
  });
  return incident.ref;
}

async function restrict(owner: TestPerson, ref: string, access: Access): Promise<void> {
  const { revision } = await owner.call(incidentRoutes.show, { params: { ref } });
  const body = { revision, restricted: true, ...access };
  await owner.call(incidentRoutes.setAccess, { params: { ref }, body });
}

async function tellTimeline({ owner }: Teller, ref: string, word: Word): Promise<string> {
  const at = { params: { ref } };
  const first = await owner.call(timelineRoutes.add, {
    ...at,
    body: {
      body: `Saw ${word("event")}`,
      actor: word("actor"),
      evidence: [
        { kind: "link", url: "https://x.example/", label: word("evidence") },
        { kind: "metric", label: word("metric"), value: word("value") },
      ],
    },
  });
  const second = await owner.call(timelineRoutes.add, { ...at, body: { body: word("withdrawn") } });
  await owner.call(timelineRoutes.withdraw, {
    params: { ref, event: second.id },
    body: { reason: word("reason") },
  });
  await owner.call(incidentRoutes.setSeverity, { ...at, body: { severity: 1, reason: word("severity") } });
  return first.id;
}

const gif = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACADs=", "base64");

async function addImage(owner: TestPerson, ref: string, word: Word): Promise<string> {
  const named = { params: { ref }, query: { name: word("image") } };
  const image = { bytes: { type: "image/gif", body: new Uint8Array(gif) } };
  return (await owner.call(attachmentRoutes.add, named, image)).id;
}

/** The commander's role goes to somebody else, with a note. */
async function handOver(owner: TestPerson, heir: TestPerson, ref: string, word: Word): Promise<string> {
  const at = { params: { ref } };
  const role = "incident_commander" as const;
  await owner.call(incidentRoutes.assumeRole, { ...at, body: { role, personId: owner.id } });
  const body = { role, personId: heir.id, handover: word("handover") };
  const after = await owner.call(incidentRoutes.assumeRole, { ...at, body });
  return after.roles.find((assignment) => assignment.relinquishedAt === null)?.id ?? "";
}

async function tellRetrospective(
  owner: TestPerson,
  heir: TestPerson,
  ref: string,
  word: Word,
  plan: Plan,
): Promise<Pick<Thing, "retrospectiveId" | "commentId">> {
  const at = { params: { ref } };
  const started = plan.published
    ? await owner.call(retrospectiveRoutes.show, at)
    : await owner.call(retrospectiveRoutes.start, { ...at, body: {} });
  const planned = await owner.call(retrospectiveRoutes.plan, {
    ...at,
    body: {
      revision: started.revision,
      facilitatorId: heir.id,
      ownerId: heir.id,
      dueOn: "2026-01-02",
      meeting: { at: "2026-03-09T10:00:00Z", zone: "UTC", minutes: 60, place: word("place") },
      stakeholders: [{ name: word("stakeholder"), group: "affected" }],
    },
  });
  const saved = await owner.call(retrospectiveRoutes.save, {
    ...at,
    body: {
      revision: planned.revision,
      note: word("note"),
      document: {
        ...planned.document,
        lesson: `Never trust ${word("lesson")}`,
        narrative: `It began with ${word("narrative")}.`,
        factors: [{ id: "f1", text: word("factor") }],
        wentWell: [word("well")],
        confusing: [word("confusing")],
        lucky: [word("lucky")],
      },
    },
  });
  const account =
    plan.published || plan.canary === null ? word : (place: string) => perspectiveCanary + place;
  await owner.call(retrospectiveRoutes.writePerspective, {
    ...at,
    body: {
      revision: null,
      saw: account("saw"),
      knew: account("knew"),
      did: account("did"),
      madeSense: account("sense"),
    },
  });
  const comment = await owner.call(retrospectiveRoutes.comment, {
    ...at,
    body: { section: "narrative", quote: word("quote"), body: word("comment") },
  });
  if (plan.published)
    await owner.call(retrospectiveRoutes.publish, { ...at, body: { revision: saved.revision } });
  return { retrospectiveId: started.id, commentId: comment.id };
}

async function close(owner: TestPerson, ref: string, word: Word): Promise<void> {
  const at = { params: { ref } };
  await owner.call(timelineRoutes.add, { ...at, body: { body: "Over.", milestone: "resolved" } });
  const waiver = { reason: `Waived for ${word("waiver")}` };
  await owner.call(incidentRoutes.close, { ...at, body: { waiver } });
}
