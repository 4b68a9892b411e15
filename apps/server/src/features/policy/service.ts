import type { PolicyVersion } from "@morrow/contract/policy";
import { checkPolicy, defaultPolicy, type Policy } from "@morrow/domain/policy";

import { jsonb, type Database, type Trx } from "../../platform/db/index.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal, refuseProblems } from "../../platform/http/refusal.ts";
import type { Spine } from "../../platform/spine/index.ts";
import { namesOf } from "../people/index.ts";

/** When Morrow's own defaults came into force: before anything else. */
const beginning = "1970-01-01T00:00:00.000Z";

export interface PolicyFeature {
  /** The policy in force, read in the caller's transaction. Version 0 is Morrow's default. */
  current(trx: Trx): Promise<{ version: number; policy: Policy }>;
  show(): Promise<PolicyVersion>;
  history(): Promise<{ items: PolicyVersion[] }>;
  change(caller: Caller, input: { version: number; policy: Policy; note: string }): Promise<PolicyVersion>;
}

export function createPolicy({ db, spine }: { db: Database; spine: Spine }): PolicyFeature {
  return {
    current: async (trx) => newest(await versions(trx, 1)),
    show: () => db.read(async (trx) => newest(await versions(trx, 1))),
    history: () => db.read(async (trx) => ({ items: [...(await versions(trx, 1_000)), standard] })),
    change: (caller, input) =>
      spine.write(caller.request, async (work) => {
        refuseProblems(
          checkPolicy(input.policy).map((problem) => ({
            ...problem,
            path: ["body", "policy", ...problem.path],
          })),
        );
        const before = newest(await versions(work.trx, 1));
        const version = input.version + 1;
        const inserted = await work.trx
          .insertInto("policy")
          .values({
            version,
            policy: jsonb(input.policy),
            at: work.now,
            by: caller.viewer.personId,
            note: input.note,
          })
          .onConflict((conflict) => conflict.column("version").doNothing())
          .executeTakeFirst();
        const outdated = before.version !== input.version || inserted.numInsertedOrUpdatedRows !== 1n;
        if (outdated)
          throw new Refusal("conflict.revision", { current: newest(await versions(work.trx, 1)) });
        work.record({
          what: "policy.changed",
          subjectKind: "policy",
          subjectId: String(version),
          incidentId: null,
          audience: "everyone",
          data: { version, note: input.note },
        });
        return newest(await versions(work.trx, 1));
      }),
  };
}

const standard: PolicyVersion = {
  version: 0,
  policy: {
    ...defaultPolicy,
    severities: [...defaultPolicy.severities],
    workWeek: [...defaultPolicy.workWeek],
    holidays: [],
    publishingBlockedBy: [],
    templates: [],
  },
  at: beginning,
  by: null,
  note: "What Morrow starts with.",
};

function newest(items: readonly PolicyVersion[]): PolicyVersion {
  return items[0] ?? standard;
}

async function versions(trx: Trx, limit: number): Promise<PolicyVersion[]> {
  const rows = await trx.selectFrom("policy").selectAll().orderBy("version", "desc").limit(limit).execute();
  const names = await namesOf(
    trx,
    rows.map((row) => row.by),
  );
  return rows.map((row) => ({
    version: row.version,
    policy: {
      severities: [...row.policy.severities],
      workWeek: [...row.policy.workWeek],
      holidays: [...row.policy.holidays],
      zone: row.policy.zone,
      publishingBlockedBy: [...row.policy.publishingBlockedBy],
      // Policies put in force before there were templates have none.
      templates: [...(row.policy.templates ?? [])],
    },
    at: row.at,
    by: names.person(row.by),
    note: row.note,
  }));
}
