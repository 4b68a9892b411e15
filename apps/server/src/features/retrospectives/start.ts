import type { Retrospective, RetrospectiveDocument } from "@morrow/contract/retrospectives";
import type { Severity } from "@morrow/domain/incidents";
import { retrospectiveAudience } from "@morrow/domain/people";
import type { Policy } from "@morrow/domain/policy";
import { dueDate, emptyDocument } from "@morrow/domain/retrospectives";

import { jsonb } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import { type IncidentRow, lockIncident, readingFor } from "../incidents/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { findRetrospective } from "./find.ts";
import { keepRevision } from "./history.ts";
import { refuseUnknownPeople } from "./known.ts";
import { presentRetrospective } from "./present.ts";
import { proposedStakeholders, type StoredStakeholder } from "./stakeholders.ts";
import { recordOf } from "./write.ts";

/** Starts the one retrospective of an incident, with a due date by policy and the stakeholders that its story suggests. */
export function startRetrospective(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  input: { ownerId: string | null; facilitatorId: string | null; template?: string | null | undefined },
): Promise<Retrospective> {
  return deps.spine.write(caller.request, async (work) => {
    const reading = await readingFor(deps, work.trx, caller.viewer);
    const incident = await lockIncident(work.trx, ref, reading.audiences, "share");
    await refuseUnknownPeople(work.trx, [
      { path: ["ownerId"], id: input.ownerId },
      { path: ["facilitatorId"], id: input.facilitatorId },
    ]);
    const row = await insertRetrospective(work, incident, {
      state: "draft",
      document: { ...emptyDocument, narrative: beginning(reading.policy, input.template) },
      ownerId: input.ownerId,
      facilitatorId: input.facilitatorId,
      dueOn: proposedDueDate(incident, reading.policy, work.now),
      stakeholders: await proposedStakeholders(work.trx, incident),
      by: caller.viewer.personId,
    });
    if (row === null) throw new Refusal("retrospective.exists");
    const { ownerId, facilitatorId } = input;
    recordOf(work, row, "retrospective.started", { ownerId, facilitatorId, dueOn: row.due_on });
    return presentRetrospective(
      work.trx,
      await findRetrospective(work.trx, incident.id, { kind: "all" }),
      reading,
    );
  });
}

/** What the narrative begins with. @throws Refusal input.rule for a template that there is not */
function beginning({ templates }: Policy, name: string | null | undefined): string {
  if (name === null) return "";
  if (name === undefined) return templates[0]?.narrative ?? "";
  const found = templates.find((template) => template.name.trim() === name);
  if (found !== undefined) return found.narrative;
  const field = {
    path: ["body", "template"],
    code: "unknown_template",
    message: `There is no template called “${name}”.`,
    choices: templates.map((template) => template.name),
  };
  throw new Refusal("input.rule", { fields: [field] });
}

/** Counted from the end of the effect; while that is not known, from today. */
export function proposedDueDate(
  incident: Pick<IncidentRow, "severity" | "milestones">,
  policy: Policy,
  now: string,
): string {
  const { resolved, mitigated } = incident.milestones;
  const from = resolved?.at ?? mitigated?.at ?? now;
  return dueDate(from, workingDaysFor(incident.severity, policy), policy);
}

/** A severity that nobody has named yet gets the time of the least urgent one that needs a retrospective. */
function workingDaysFor(severity: Severity | null, policy: Policy): number {
  const own = policy.severities.find((rule) => rule.severity === severity);
  if (own !== undefined) return own.dueWorkingDays;
  const needed = policy.severities.filter((rule) => rule.retrospectiveRequired);
  const rules = needed.length > 0 ? needed : policy.severities;
  return Math.max(0, ...rules.map((rule) => rule.dueWorkingDays));
}

export interface NewRetrospective {
  state: "draft" | "published";
  document: RetrospectiveDocument;
  ownerId: string | null;
  facilitatorId: string | null;
  dueOn: string | null;
  stakeholders: readonly StoredStakeholder[];
  by: string | null;
}

/** Stores a retrospective and the first entry of its history; null when the incident already has one. */
export async function insertRetrospective(
  work: Work,
  incident: Pick<IncidentRow, "id" | "restricted">,
  facts: NewRetrospective,
): Promise<{ id: string; incident_id: string; audience: string; due_on: string | null } | null> {
  const isPublished = facts.state === "published";
  const row = {
    id: work.newId(),
    incident_id: incident.id,
    audience: retrospectiveAudience(incident, facts.state),
    state: facts.state,
    revision: 1,
    owner_id: facts.ownerId,
    facilitator_id: facts.facilitatorId,
    due_on: facts.dueOn,
    meeting: null,
    created_at: work.now,
    saved_at: work.now,
    saved_by: facts.by,
    published_at: isPublished ? work.now : null,
    published_by: isPublished ? facts.by : null,
    published_revision: isPublished ? 1 : null,
  };
  const inserted = await work.trx
    .insertInto("retrospective")
    .values({
      ...row,
      document: jsonb(facts.document),
      stakeholders: jsonb([...facts.stakeholders]),
    })
    .onConflict((conflict) => conflict.column("incident_id").doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return null;
  await keepRevision(work, row.id, { number: 1, document: facts.document, by: facts.by, note: null });
  if (isPublished) await markPublished(work, row.id);
  return row;
}

/** Marks the newest entry of the history as the published one, and returns its number. */
export async function markPublished(work: Work, retrospectiveId: string): Promise<number> {
  const row = await work.trx
    .updateTable("retrospective_revision")
    .set({ published: true })
    .where("retrospective_id", "=", retrospectiveId)
    .where(({ eb, selectFrom }) =>
      eb(
        "number",
        "=",
        selectFrom("retrospective_revision as newest")
          .select(({ fn }) => fn.max("newest.number").as("number"))
          .where("newest.retrospective_id", "=", retrospectiveId),
      ),
    )
    .returning("number")
    .executeTakeFirstOrThrow();
  return row.number;
}
