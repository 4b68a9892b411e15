import type { Retrospective, retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { isZone } from "@morrow/domain/calendar";
import type { Updateable } from "kysely";
import type { z } from "zod";

import { jsonb } from "../../platform/db/index.ts";
import type { RetrospectiveTable } from "../../platform/db/tables/retrospectives.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { refuseProblems } from "../../platform/http/refusal.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import type { RetrospectiveRow } from "./find.ts";
import { refuseUnknownPeople } from "./known.ts";
import { chosenStakeholders } from "./stakeholders.ts";
import { recordOf, writeRetrospective } from "./write.ts";

type Input = z.output<NonNullable<(typeof retrospectiveRoutes.plan)["body"]>>;
type Plan = Omit<Input, "revision">;

/** Changes who leads it, when it is due, when it meets and who is heard. */
export function planRetrospective(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  { revision, ...plan }: Input,
): Promise<Retrospective> {
  return writeRetrospective(deps, caller, { ref, revision }, async (work, { row }) => {
    refuseProblems(problemsOf(plan));
    await refuseUnknownPeople(work.trx, [
      { path: ["ownerId"], id: plan.ownerId },
      { path: ["facilitatorId"], id: plan.facilitatorId },
      ...(plan.stakeholders ?? []).map(({ personId }, index) => ({
        path: ["stakeholders", String(index), "personId"],
        id: personId,
      })),
    ]);
    await work.trx
      .updateTable("retrospective")
      .set({ ...columnsOf(plan, row), revision: revision + 1 })
      .where("id", "=", row.id)
      .where("revision", "=", revision)
      .execute();
    recordOf(work, row, "retrospective.planned", {
      before: { ownerId: row.owner_id, facilitatorId: row.facilitator_id, dueOn: row.due_on },
      after: {
        ownerId: plan.ownerId === undefined ? row.owner_id : plan.ownerId,
        facilitatorId: plan.facilitatorId === undefined ? row.facilitator_id : plan.facilitatorId,
        dueOn: plan.dueOn === undefined ? row.due_on : plan.dueOn,
      },
      meetingChanged: plan.meeting !== undefined,
      stakeholders: plan.stakeholders?.length ?? row.stakeholders.length,
    });
  });
}

function columnsOf(plan: Plan, row: RetrospectiveRow) {
  return {
    ...(plan.ownerId === undefined ? {} : { owner_id: plan.ownerId }),
    ...(plan.facilitatorId === undefined ? {} : { facilitator_id: plan.facilitatorId }),
    ...(plan.dueOn === undefined ? {} : { due_on: plan.dueOn }),
    ...(plan.meeting === undefined ? {} : { meeting: plan.meeting === null ? null : jsonb(plan.meeting) }),
    ...(plan.stakeholders === undefined
      ? {}
      : { stakeholders: jsonb(chosenStakeholders(plan.stakeholders, row.stakeholders)) }),
  } satisfies Updateable<RetrospectiveTable>;
}

function problemsOf(plan: Plan) {
  const nameless = (plan.stakeholders ?? []).flatMap(({ personId, name }, index) =>
    personId === null && name.trim() === ""
      ? [
          {
            code: "stakeholder.nobody",
            message: "Please choose a person or write a name.",
            path: ["body", "stakeholders", String(index), "name"],
          },
        ]
      : [],
  );
  if (!plan.meeting || isZone(plan.meeting.zone)) return nameless;
  return [
    ...nameless,
    {
      code: "meeting.zone_unknown",
      message: `“${plan.meeting.zone}” is not a known zone. Please give one such as Europe/Berlin or UTC.`,
      path: ["body", "meeting", "zone"],
    },
  ];
}
