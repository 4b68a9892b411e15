import { incidentRoutes } from "@morrow/contract/incidents";
import { policyRoutes } from "@morrow/contract/policy";
import { retrospectiveRoutes as routes } from "@morrow/contract/retrospectives";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({});
});
afterAll(() => app.close());

async function narrativeOf(template?: string | null): Promise<string> {
  const member = await app.as("member");
  const { ref } = await member.call(incidentRoutes.declare, {
    body: { title: "The queue ran full", severity: 2 },
  });
  const started = await member.call(routes.start, {
    params: { ref },
    body: template === undefined ? {} : { template },
  });
  return started.document.narrative;
}

test("a narrative begins with the organisation's template, another one, or nothing", async () => {
  expect(await narrativeOf()).toBe("");
  const admin = await app.as("admin");
  const { version, policy } = await admin.call(policyRoutes.show, {});
  const templates = [
    { name: "Outage", narrative: "## Before\n\n## During" },
    { name: "Near miss", narrative: "## What kept it small" },
  ];
  await admin.call(policyRoutes.change, { body: { version, policy: { ...policy, templates } } });

  expect(await narrativeOf()).toBe("## Before\n\n## During");
  expect(await narrativeOf("Near miss")).toBe("## What kept it small");
  expect(await narrativeOf(null)).toBe("");
  await expect(narrativeOf("Outrage")).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ path: ["body", "template"], choices: ["Outage", "Near miss"] }],
  });
});

test("a template that nobody filled in is not published", async () => {
  const member = await app.as("member");
  const { ref } = await member.call(incidentRoutes.declare, {
    body: { title: "The queue ran full", severity: 2 },
  });
  await member.call(routes.start, { params: { ref }, body: { template: "Outage" } });
  await expect(member.call(routes.publish, { params: { ref }, body: { revision: 1 } })).rejects.toMatchObject(
    {
      code: "retrospective.not_ready",
    },
  );
});
