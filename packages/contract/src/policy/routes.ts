import { retrospectiveBlockingRules } from "@morrow/domain/policy";
import { z } from "zod";
import { severity } from "../incidents/schemas.ts";
import { personBrief } from "../people/schemas.ts";
import { defineRoute } from "../route.ts";
import { date, instant, line, text, zone } from "../scalars.ts";

export const policy = z
  .object({
    severities: z
      .array(
        z.object({
          severity,
          name: line(40),
          definition: text(500),
          retrospectiveRequired: z.boolean(),
          dueWorkingDays: z.int(),
        }),
      )
      .max(10),
    workWeek: z.array(z.int()).max(14),
    holidays: z.array(date).max(1_000),
    zone,
    publishingBlockedBy: z.array(z.enum(retrospectiveBlockingRules)).max(5),
    /** What narratives may begin with; the first is proposed. Markdown. */
    templates: z.array(z.object({ name: line(60), narrative: text(50_000) })).max(20),
  })
  .meta({ id: "Policy" });

export const policyVersion = z
  .object({ version: z.int(), policy, at: instant, by: personBrief.nullable(), note: z.string() })
  .meta({ id: "PolicyVersion" });
export type PolicyVersion = z.infer<typeof policyVersion>;

export const policyRoutes = {
  show: defineRoute({
    id: "policy.show",
    method: "get",
    path: "/api/policy",
    summary: "The policy in force",
    access: "policy.read",
    answer: policyVersion,
    status: 200,
  }),
  history: defineRoute({
    id: "policy.history",
    method: "get",
    path: "/api/policy/history",
    summary: "Every version, newest first",
    access: "policy.read",
    answer: z.object({ items: z.array(policyVersion) }),
    status: 200,
  }),
  change: defineRoute({
    id: "policy.change",
    method: "put",
    path: "/api/policy",
    summary: "Put a new version in force; earlier ones are kept",
    access: "policy.change",
    body: z.object({ version: z.int(), policy, note: text(500).default("") }),
    answer: policyVersion,
    status: 200,
    errors: ["conflict.revision", "input.rule"],
  }),
};
