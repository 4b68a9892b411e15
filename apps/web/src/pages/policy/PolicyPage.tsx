import { policyRoutes, type PolicyVersion } from "@morrow/contract/policy";
import { blockingRuleLabels, retrospectiveBlockingRules } from "@morrow/domain/policy";
import { useState } from "react";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { useMay } from "../../api/session.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { SkeletonRows } from "../../components/Skeleton.tsx";
import { TextArea, TextField } from "../../components/TextField.tsx";
import { Time } from "../../components/Time.tsx";
import { showToast } from "../../components/Toast.tsx";
import { PeopleLinks } from "../people/PeopleLinks.tsx";
import "../people/people.css";
import { Templates } from "./Templates.tsx";

type Policy = PolicyVersion["policy"];

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function Component() {
  const current = useAnswer(policyRoutes.show, {});
  return (
    <>
      <PageHeader
        title="Policy"
        meta={<PeopleLinks />}
        lead="What each severity means here, which incidents need a retrospective, and by when. Every version is kept."
      />
      {current.error === null ? null : (
        <ErrorState
          title="The policy could not be loaded"
          advice={current.error.message}
          onRetry={() => void current.refetch()}
        />
      )}
      {current.isPending ? <SkeletonRows label="Loading the policy" /> : null}
      {current.data === undefined ? null : <Editor key={current.data.version} current={current.data} />}
      <History />
    </>
  );
}

function Editor({ current }: { current: PolicyVersion }) {
  const mayChange = useMay("policy.change");
  const [policy, setPolicy] = useState<Policy>(current.policy);
  const [note, setNote] = useState("");
  const change = useCall(policyRoutes.change, ["policy", "incidents", "retrospectives"]);
  const problems = problemsOf(change.error);
  const set = (part: Partial<Policy>) => setPolicy({ ...policy, ...part });
  const save = async () => {
    const holidays = policy.holidays.map((line) => line.trim()).filter((line) => line !== "");
    await change.mutateAsync({ body: { version: current.version, policy: { ...policy, holidays }, note } });
    showToast({ title: "The new policy is in force" });
  };
  return (
    <div className="policy-grid">
      <FormError message={messageOf(change.error)} problems={problems} />
      {policy.severities.map((each, index) => (
        <Severity
          key={each.severity}
          value={each}
          disabled={!mayChange}
          onChange={(next) =>
            set({ severities: policy.severities.map((other, place) => (place === index ? next : other)) })
          }
        />
      ))}
      <fieldset className="card stack-tight">
        <legend>
          <strong>Working days</strong>
        </legend>
        <div className="cluster policy-days">
          {weekdays.map((name, index) => (
            <Checkbox
              key={name}
              label={name}
              disabled={!mayChange}
              checked={policy.workWeek.includes(index + 1)}
              onCheckedChange={(on) =>
                set({
                  workWeek: on
                    ? [...policy.workWeek, index + 1].toSorted((a, b) => a - b)
                    : policy.workWeek.filter((day) => day !== index + 1),
                })
              }
            />
          ))}
        </div>
        <TextField
          label="Zone"
          name="policy.zone"
          hint="Where working days begin and end, such as Europe/Berlin."
          value={policy.zone}
          disabled={!mayChange}
          onValueChange={(zone) => set({ zone })}
          error={problemAt(problems, "policy.zone")}
        />
        <TextArea
          label="Holidays"
          name="policy.holidays"
          hint="One date a line, such as 2026-12-25."
          mono
          disabled={!mayChange}
          value={policy.holidays.join("\n")}
          onValueChange={(text) => set({ holidays: text.split("\n") })}
          error={problemAt(problems, "policy.holidays")}
        />
      </fieldset>
      <fieldset className="card stack-tight">
        <legend>
          <strong>Before publishing</strong>
        </legend>
        <p className="quiet">
          The coach never blocks writing. You may let these two wait for an answer before a retrospective is
          published.
        </p>
        {retrospectiveBlockingRules.map((rule) => (
          <Checkbox
            key={rule}
            label={blockingRuleLabels[rule].label}
            hint={blockingRuleLabels[rule].description}
            disabled={!mayChange}
            checked={policy.publishingBlockedBy.includes(rule)}
            onCheckedChange={(on) =>
              set({
                publishingBlockedBy: on
                  ? [...policy.publishingBlockedBy, rule]
                  : policy.publishingBlockedBy.filter((other) => other !== rule),
              })
            }
          />
        ))}
      </fieldset>
      <Templates
        templates={policy.templates}
        disabled={!mayChange}
        problems={problems}
        onChange={(templates) => set({ templates })}
      />
      {mayChange ? (
        <div className="stack-tight">
          <TextField
            label="What changes, and why"
            name="note"
            optional
            value={note}
            onValueChange={setNote}
          />
          <div>
            <Button kind="primary" busy={change.isPending} onClick={() => void save().catch(() => undefined)}>
              Put in force
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

type SeverityValue = Policy["severities"][number];

function Severity({
  value,
  disabled,
  onChange,
}: {
  value: SeverityValue;
  disabled: boolean;
  onChange: (value: SeverityValue) => void;
}) {
  return (
    <section className="card policy-severity" aria-label={value.name}>
      <SeverityMark severity={value.severity} />
      <TextArea
        label="It means"
        rows={2}
        value={value.definition}
        disabled={disabled}
        onValueChange={(definition) => onChange({ ...value, definition })}
      />
      <TextField
        label="Due in working days"
        type="number"
        min={0}
        max={90}
        value={String(value.dueWorkingDays)}
        disabled={disabled}
        onValueChange={(days) => onChange({ ...value, dueWorkingDays: Math.trunc(Number(days)) })}
      />
      <Checkbox
        label="Needs a published retrospective before it closes"
        disabled={disabled}
        checked={value.retrospectiveRequired}
        onCheckedChange={(retrospectiveRequired) => onChange({ ...value, retrospectiveRequired })}
      />
    </section>
  );
}

function History() {
  const history = useAnswer(policyRoutes.history, {});
  if (history.data === undefined) return null;
  return (
    <section className="people-section" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ul className="people-list">
        {history.data.items.map((item) => (
          <li key={item.version} className="people-row">
            <span>
              Version {item.version}
              {item.note === "" ? "" : `: ${item.note}`}
            </span>
            <span className="quiet">
              {item.by === null ? null : (
                <>
                  {item.by.name}, <Time at={item.at} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
