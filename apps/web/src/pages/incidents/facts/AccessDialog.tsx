import { incidentRoutes, type Incident } from "@morrow/contract/incidents";
import { peopleRoutes, teamRoutes } from "@morrow/contract/people";
import { useState } from "react";
import { useAnswer, useCall } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Combobox, type Option } from "../../../components/Combobox.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { RadioGroup } from "../../../components/RadioGroup.tsx";
import { valuesOf } from "./options.ts";

const toOption = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name });

/** Who may see the incident. The same rule holds in lists, search, feed and the live stream. */
export function AccessDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [restricted, setRestricted] = useState(incident.restricted);
  const [people, setPeople] = useState<readonly Option[]>((incident.access?.people ?? []).map(toOption));
  const [teams, setTeams] = useState<readonly Option[]>((incident.access?.teams ?? []).map(toOption));
  const allPeople = useAnswer(peopleRoutes.list, {}, { staleTime: 300_000 }).data?.items ?? [];
  const allTeams = useAnswer(teamRoutes.list, {}, { staleTime: 300_000 }).data?.items ?? [];
  const set = useCall(incidentRoutes.setAccess);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Who may see it"
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            kind="primary"
            busy={set.isPending}
            onClick={() =>
              set.mutate(
                {
                  params: { ref: incident.ref },
                  body: {
                    revision: incident.revision,
                    restricted,
                    personIds: valuesOf(people),
                    teamIds: valuesOf(teams),
                  },
                },
                { onSuccess: onClose },
              )
            }
          >
            Save
          </Button>
        </>
      }
    >
      <FormError message={messageOf(set.error)} problems={problemsOf(set.error)} />
      <RadioGroup
        label="Access"
        choices={[
          {
            value: "open",
            label: "Everybody in the organisation",
            hint: "The default: what is open can be learned from.",
          },
          {
            value: "restricted",
            label: "Only named people and teams",
            hint: "It vanishes from lists, search, feed and news for everybody else.",
          },
        ]}
        value={restricted ? "restricted" : "open"}
        onValueChange={(value) => setRestricted(value === "restricted")}
      />
      {restricted ? (
        <>
          <Combobox
            label="People"
            options={allPeople.map(toOption)}
            selected={people}
            onSelectedChange={setPeople}
          />
          <Combobox
            label="Teams"
            options={allTeams.map(toOption)}
            selected={teams}
            onSelectedChange={setTeams}
          />
        </>
      ) : null}
    </Dialog>
  );
}
