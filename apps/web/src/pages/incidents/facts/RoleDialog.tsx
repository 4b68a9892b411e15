import { incidentRoutes, type Incident, type RoleAssignment } from "@morrow/contract/incidents";
import { peopleRoutes } from "@morrow/contract/people";
import { commandRoleLabels, commandRoles, type CommandRole } from "@morrow/domain/incidents";
import { useState } from "react";
import { useAnswer, useCall } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Combobox, type Option } from "../../../components/Combobox.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError, problemAt } from "../../../components/FormError.tsx";
import { Select } from "../../../components/Select.tsx";
import { TextArea, TextField } from "../../../components/TextField.tsx";

export type RoleQuestion =
  | { readonly kind: "assume"; readonly role: CommandRole }
  | { readonly kind: "hand_over"; readonly assignment: RoleAssignment };

export interface RoleDialogProps {
  readonly incident: Incident;
  readonly me: { readonly id: string; readonly name: string };
  readonly question: RoleQuestion;
  readonly onClose: () => void;
}

const roleChoices = commandRoles.map((role) => ({
  value: role,
  label: commandRoleLabels[role].label,
  hint: commandRoleLabels[role].description,
}));

/** Assuming a command role, or handing it to somebody else, with a note for them. */
export function RoleDialog({ incident, me, question, onClose }: RoleDialogProps) {
  const handing = question.kind === "hand_over" ? question.assignment : null;
  const [role, setRole] = useState<CommandRole>(
    question.kind === "assume" ? question.role : question.assignment.role,
  );
  const [to, setTo] = useState<readonly Option[]>(handing === null ? [{ value: me.id, label: me.name }] : []);
  const [audience, setAudience] = useState(handing?.audience ?? "");
  const [note, setNote] = useState("");
  const people = useAnswer(peopleRoutes.list, {}, { kept: true, staleTime: 300_000 }).data?.items ?? [];
  const assume = useCall(incidentRoutes.assumeRole);
  const leave = useCall(incidentRoutes.relinquishRole);
  const error = assume.error ?? leave.error;
  const holder = incident.roles.find(
    (each) => each.role === role && each.relinquishedAt === null && role !== "liaison_officer",
  );
  const liaison = role === "liaison_officer";
  const done = { onSuccess: onClose };
  const params = { ref: incident.ref };
  const handover = note.trim() === "" ? null : note;

  function save(): void {
    const person = to[0];
    if (person !== undefined)
      assume.mutate(
        {
          params,
          body: { role, personId: person.value, audience: liaison ? audience.trim() : null, handover },
        },
        done,
      );
    else if (handing !== null)
      leave.mutate({ params: { ...params, assignment: handing.id }, body: { handover } }, done);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={handing === null ? "Assume a role" : `Hand over: ${commandRoleLabels[handing.role].label}`}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            kind="primary"
            busy={assume.isPending || leave.isPending}
            disabled={(to.length === 0 && handing === null) || (liaison && audience.trim() === "")}
            onClick={save}
          >
            {handing === null ? "Assume the role" : to.length === 0 ? "Leave the role" : "Hand over"}
          </Button>
        </>
      }
    >
      <FormError message={messageOf(error)} problems={problemsOf(error)} />
      {handing === null ? (
        <Select label="Role" choices={roleChoices} value={role} onValueChange={setRole} />
      ) : null}
      <Combobox
        label={handing === null ? "Who" : "To whom"}
        name="personId"
        limit={1}
        options={people
          .filter(({ active }) => active)
          .map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
        selected={to}
        onSelectedChange={setTo}
        error={problemAt(problemsOf(error), "personId")}
        {...(handing === null ? {} : { hint: "Leave it empty to leave the role without a successor." })}
      />
      {liaison ? (
        <TextField
          label="Speaks with"
          name="audience"
          placeholder="support, a supplier, the press"
          value={audience}
          onValueChange={setAudience}
        />
      ) : null}
      {handing !== null || (holder !== undefined && holder.person.id !== to[0]?.value) ? (
        <TextArea
          label="Hand-over note"
          optional
          hint="What is going on, what was decided, what comes next."
          value={note}
          onValueChange={setNote}
        />
      ) : null}
      {handing === null && holder !== undefined && holder.person.id !== to[0]?.value ? (
        <p className="quiet">{holder.person.name} holds this role now and hands it over.</p>
      ) : null}
    </Dialog>
  );
}
