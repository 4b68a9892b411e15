import type { Retrospective } from "@morrow/contract/retrospectives";
import { useState } from "react";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { FormError } from "../../../components/FormError.tsx";
import { StateMark } from "../../../components/StateMark.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { PersonField } from "./PersonField.tsx";
import { usePlan } from "./usePlan.ts";

export function LeadSection({ retrospective }: { retrospective: Retrospective }) {
  const plan = usePlan(retrospective);
  const { owner, facilitator, facilitatorWarning, dueOn, overdue, state } = retrospective;
  const [due, setDue] = useState<string | null>(null);
  return (
    <section className="stack" aria-labelledby="plan-lead">
      <h2 id="plan-lead">Who and when</h2>
      <FormError message={messageOf(plan.error)} problems={problemsOf(plan.error)} />
      <PersonField
        label="Owner"
        name="ownerId"
        hint="Sees to it that it is written and published."
        person={owner}
        onPersonChange={(ownerId) => void plan.send({ ownerId })}
      />
      <PersonField
        label="Facilitator"
        name="facilitatorId"
        hint="Leads the meeting; best somebody who was not involved."
        person={facilitator}
        onPersonChange={(facilitatorId) => void plan.send({ facilitatorId })}
      />
      {facilitatorWarning === null ? null : <p className="retro-plan-advice">{facilitatorWarning}</p>}
      <TextField
        label="Due on"
        name="dueOn"
        type="date"
        value={due ?? dueOn ?? ""}
        onValueChange={setDue}
        onBlur={() => {
          if (due === null || due === (dueOn ?? "")) return;
          void plan.send({ dueOn: due === "" ? null : due }).then(() => setDue(null));
        }}
      />
      {overdue && state === "draft" ? <StateMark state="overdue">It is past its date</StateMark> : null}
    </section>
  );
}
