import { incidentRoutes, type Incident } from "@morrow/contract/incidents";
import { policyRoutes } from "@morrow/contract/policy";
import { severities, type Severity } from "@morrow/domain/incidents";
import { useState } from "react";
import { useAnswer, useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { RadioGroup } from "../../../components/RadioGroup.tsx";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { Time } from "../../../components/Time.tsx";

export interface SeverityPanelProps {
  readonly incident: Incident;
  readonly mayEdit: boolean;
  readonly onDone: () => void;
}

/** How the severity came to be, and another one with its reason. */
export default function SeverityPanel({ incident, mayEdit, onDone }: SeverityPanelProps) {
  return (
    <div className="incident-severity-panel stack">
      {mayEdit ? <SeverityForm incident={incident} onDone={onDone} /> : null}
      {incident.severityHistory.length === 0 ? null : (
        <section className="stack-tight">
          <h3 className="overline">How it came to be</h3>
          <ol className="incident-severity-history">
            {incident.severityHistory.map((entry) => (
              <li key={entry.at}>
                <SeverityMark severity={entry.severity} />
                <span>
                  <Time at={entry.at} /> {entry.by === null ? null : <span>by {entry.by.name}</span>}
                  {entry.reason === "" ? null : (
                    <span className="incident-severity-reason">{entry.reason}</span>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function SeverityForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const policy = useAnswer(policyRoutes.show, {}, { kept: true, staleTime: 300_000 }).data?.policy;
  const [chosen, setChosen] = useState<Severity | null>(incident.severity);
  const [reason, setReason] = useState("");
  const set = useCall(incidentRoutes.setSeverity, ["incidents"]);
  const choices = severities.map((severity) => ({
    value: `${severity}`,
    label: <SeverityMark severity={severity} />,
    hint: policy?.severities.find((rule) => rule.severity === severity)?.definition,
  }));
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null || chosen === incident.severity) return;
        set.mutate(
          { params: { ref: incident.ref }, body: { severity: chosen, reason } },
          { onSuccess: onDone },
        );
      }}
    >
      <FormError message={messageOf(set.error)} />
      <RadioGroup
        label="Change it to"
        choices={choices}
        value={chosen === null ? null : `${chosen}`}
        onValueChange={(value) => setChosen(severities.find((severity) => `${severity}` === value) ?? null)}
      />
      <TextField
        label="Reason"
        optional
        value={reason}
        onValueChange={setReason}
        placeholder="Payments fail in all regions"
      />
      <Button
        type="submit"
        kind="primary"
        busy={set.isPending}
        disabled={chosen === null || chosen === incident.severity}
      >
        Change the severity
      </Button>
    </form>
  );
}
