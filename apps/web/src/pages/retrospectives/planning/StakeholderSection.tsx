import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { peopleRoutes } from "@morrow/contract/people";
import { groupDescriptions, stakeholderGroups, type StakeholderGroup } from "@morrow/domain/retrospectives";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Combobox } from "../../../components/Combobox.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import { usePlan } from "./usePlan.ts";

type Stakeholder = Retrospective["stakeholders"][number];

const nameOf = ({ person, name }: Stakeholder) => person?.name ?? name;
const keyOf = (each: Stakeholder) => `${each.person?.id ?? each.name} ${each.group}`;

/** Whose account is needed, by what they had to do with it. Groups that nobody speaks for are open places, not faults. */
export function StakeholderSection({ retrospective }: { retrospective: Retrospective }) {
  const { stakeholders, incident, missingGroups } = retrospective;
  const plan = usePlan(retrospective);
  const proposals = useAnswer(retrospectiveRoutes.proposeStakeholders, { params: { ref: incident.ref } });
  const put = (next: readonly Stakeholder[]) =>
    plan.send({
      stakeholders: next.map((each) => ({
        personId: each.person?.id ?? null,
        name: each.person === null ? each.name : "",
        group: each.group,
      })),
    });
  const known = new Set(stakeholders.map(keyOf));
  const proposed = (proposals.data?.items ?? []).filter((each) => !known.has(keyOf(each)));
  return (
    <section className="stack" aria-labelledby="plan-people">
      <h2 id="plan-people">Who is heard</h2>
      <p className="quiet">
        {missingGroups.length === 0
          ? "Somebody speaks for every group."
          : "An empty place is a question: whose view is missing from the story?"}
      </p>
      <FormError message={messageOf(plan.error)} />
      <div className="retro-groups">
        {stakeholderGroups.map((group) => (
          <Group
            key={group}
            group={group}
            members={stakeholders.filter((each) => each.group === group)}
            proposed={proposed.filter((each) => each.group === group)}
            onAdd={(added) => void put([...stakeholders, ...added])}
            onRemove={(gone) => void put(stakeholders.filter((each) => each !== gone))}
          />
        ))}
      </div>
    </section>
  );
}

interface GroupProps {
  readonly group: StakeholderGroup;
  readonly members: readonly Stakeholder[];
  readonly proposed: readonly Stakeholder[];
  readonly onAdd: (added: readonly Stakeholder[]) => void;
  readonly onRemove: (gone: Stakeholder) => void;
}

function Group({ group, members, proposed, onAdd, onRemove }: GroupProps) {
  const [adding, setAdding] = useState(false);
  const { label, description } = groupDescriptions[group];
  return (
    <div className="retro-group" data-empty={members.length === 0 || undefined}>
      <h3>
        {label} <span className="quiet">{description}</span>
      </h3>
      <ul>
        {members.map((each) => (
          <li key={keyOf(each)}>
            <span>
              {nameOf(each)}
              {each.because === "" ? null : <span className="quiet">, {each.because}</span>}
            </span>
            <IconButton
              size="small"
              label={`Take ${nameOf(each)} out of ${label.toLowerCase()}`}
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => onRemove(each)}
            />
          </li>
        ))}
        {members.length === 0 ? <li className="retro-group-open">Nobody yet</li> : null}
        {proposed.map((each) => (
          <li key={keyOf(each)} className="retro-group-proposed">
            <span>
              {nameOf(each)}
              <span className="quiet">, {each.because}</span>
            </span>
            <Button
              size="small"
              kind="quiet"
              icon={<Plus size={14} aria-hidden="true" />}
              aria-label={`Add ${nameOf(each)} to ${label.toLowerCase()}`}
              onClick={() => onAdd([each])}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddPerson group={group} onAdd={(added) => onAdd([added])} />
      ) : (
        <Button
          size="small"
          kind="quiet"
          aria-label={`Name somebody: ${label.toLowerCase()}`}
          onClick={() => setAdding(true)}
        >
          Name somebody
        </Button>
      )}
    </div>
  );
}

/** A person of the organisation, or a name from elsewhere. */
function AddPerson({ group, onAdd }: { group: StakeholderGroup; onAdd: (added: Stakeholder) => void }) {
  const people = useAnswer(peopleRoutes.list, {}, { staleTime: 60_000 });
  const all = people.data?.items ?? [];
  return (
    <Combobox
      label={`Who else: ${groupDescriptions[group].label.toLowerCase()}?`}
      labelHidden
      placeholder="A name, also from elsewhere"
      options={all
        .filter(({ active }) => active)
        .map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
      selected={[]}
      onCreate={(name) => ({ value: "", label: name })}
      onSelectedChange={([chosen]) => {
        if (chosen === undefined) return;
        const person = all.find(({ id }) => id === chosen.value);
        onAdd({
          person: person === undefined ? null : { id: person.id, name: person.name },
          name: chosen.label,
          group,
          because: "",
        });
      }}
    />
  );
}
