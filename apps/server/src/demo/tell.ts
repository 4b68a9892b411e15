import type { Client } from "@morrow/client";
import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { timelineRoutes } from "@morrow/contract/timeline";

import { stakeholderGroups } from "@morrow/domain/retrospectives";

import { names, type Moment, type Name, type PlannedCountermeasure, type Story } from "./story.ts";

/** The sample organisation at work: a client for each person, their ids, and a clock that can be set. */
export interface Stage {
  as(name: Name): Client;
  id(name: Name): string;
  teamId(team: Story["team"]): string;
  setClock(at: string): void;
}

/** Lets the people of a story do what they did, each thing at its time, through the same doors as everybody else. */
export async function tell(stage: Stage, story: Story): Promise<void> {
  stage.setClock(story.declaredAt);
  const { ref, revision } = await stage
    .as(story.declaredBy)
    .call(incidentRoutes.declare, { body: declaration(stage, story) });
  if (story.restrictedTo !== undefined) {
    const personIds = [story.declaredBy, ...story.restrictedTo].map((name) => stage.id(name));
    await stage
      .as("ada")
      .call(incidentRoutes.setAccess, { params: { ref }, body: { revision, restricted: true, personIds } });
  }
  if (story.commander !== undefined) {
    await stage.as(story.commander).call(incidentRoutes.assumeRole, {
      params: { ref },
      body: { role: "incident_commander", personId: stage.id(story.commander) },
    });
  }
  for (const moment of story.moments) await record(stage, ref, moment);
  if (story.retrospective !== undefined) await review(stage, ref, story.retrospective);
}

function declaration(stage: Stage, story: Story) {
  return {
    title: story.title,
    kind: story.kind ?? "incident",
    severity: story.severity,
    startedAt: story.startedAt,
    services: story.services,
    tags: story.tags,
    teamId: stage.teamId(story.team),
    summary: story.summary,
    impact: story.impact,
    links: story.links ?? [],
    scheduled: story.scheduled ?? false,
  };
}

async function record(stage: Stage, ref: string, moment: Moment): Promise<void> {
  stage.setClock(moment.at);
  await stage.as(moment.by).call(timelineRoutes.add, {
    params: { ref },
    body: {
      when: { at: moment.at, zone: "UTC", precision: "minute" },
      kind: moment.kind,
      milestone: moment.milestone ?? null,
      body: moment.text,
      starred: moment.starred ?? false,
    },
  });
}

async function review(stage: Stage, ref: string, plan: NonNullable<Story["retrospective"]>): Promise<void> {
  stage.setClock(plan.startedAt);
  const owner = stage.as(plan.owner);
  const params = { ref };
  const started = await owner.call(retrospectiveRoutes.start, {
    params,
    body: { ownerId: stage.id(plan.owner), facilitatorId: stage.id(plan.facilitator) },
  });
  const stakeholders = stakeholderGroups.flatMap((group) => {
    const name = plan.speakers[group];
    return name === undefined ? [] : [{ personId: stage.id(name), group }];
  });
  const planned = await owner.call(retrospectiveRoutes.plan, {
    params,
    body: { revision: started.revision, stakeholders },
  });
  const saved = await owner.call(retrospectiveRoutes.save, {
    params,
    body: { revision: planned.revision, document: plan.document },
  });
  for (const countermeasure of plan.countermeasures) await commit(stage, ref, plan.owner, countermeasure);
  if (plan.publishedAt === undefined) return;
  stage.setClock(plan.publishedAt);
  await owner.call(retrospectiveRoutes.publish, { params, body: { revision: saved.revision } });
  await owner.call(incidentRoutes.close, { params, body: {} });
}

async function commit(stage: Stage, incident: string, by: Name, plan: PlannedCountermeasure): Promise<void> {
  const client = stage.as(by);
  const { title, body = "", kind, strength, priority = null } = plan;
  const made = await client.call(countermeasureRoutes.add, {
    body: { incident, title, body, kind, strength, priority },
  });
  const params = { ref: made.ref };
  for (const name of names) {
    const vote = plan.votes?.[name];
    if (vote !== undefined) await stage.as(name).call(countermeasureRoutes.vote, { params, body: vote });
  }
  if (plan.state === "idea" || plan.owner === undefined || plan.dueOn === undefined) return;
  let { revision } = await client.call(countermeasureRoutes.show, { params });
  const accepted = { to: "accepted" as const, ownerId: stage.id(plan.owner), dueOn: plan.dueOn };
  revision = (await client.call(countermeasureRoutes.move, { params, body: { revision, ...accepted } }))
    .revision;
  if (plan.slippedTo !== undefined) {
    revision = (
      await client.call(countermeasureRoutes.change, { params, body: { revision, dueOn: plan.slippedTo } })
    ).revision;
  }
  if (plan.state === "accepted") return;
  revision = (await client.call(countermeasureRoutes.move, { params, body: { revision, to: "in_progress" } }))
    .revision;
  if (plan.state === "done")
    await client.call(countermeasureRoutes.move, { params, body: { revision, to: "done" } });
}
