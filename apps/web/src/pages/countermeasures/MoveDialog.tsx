import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import { peopleRoutes } from "@morrow/contract/people";
import {
  evidenceKindLabels,
  evidenceKinds,
  type CountermeasureState,
  type EvidenceKind,
} from "@morrow/domain/countermeasures";
import { useState } from "react";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { Combobox, type Option } from "../../components/Combobox.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { Select } from "../../components/Select.tsx";
import { TextArea, TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";

interface MoveDialogProps {
  item: Countermeasure;
  to: CountermeasureState;
  title: string;
  onClose: () => void;
}

/** Asks for what the step needs: accepting an owner and a date, declining a reason, verifying evidence. */
export function MoveDialog({ item, to, title, onClose }: MoveDialogProps) {
  const move = useCall(countermeasureRoutes.move, ["countermeasures", "knowledge"]);
  const people = useAnswer(peopleRoutes.list, {}, { staleTime: 60_000 });
  const [owner, setOwner] = useState<readonly Option[]>(
    item.owner === null ? [] : [{ value: item.owner.id, label: item.owner.name }],
  );
  const [dueOn, setDueOn] = useState(item.dueOn ?? "");
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState<{ kind: EvidenceKind; url: string; note: string }>({
    kind: "test",
    url: "",
    note: "",
  });
  const problems = problemsOf(move.error);
  const asksWho = to === "accepted" || to === "in_progress" || to === "done";
  const asksWhy =
    to === "declined" ||
    to === "superseded" ||
    item.state === "declined" ||
    item.state === "done" ||
    item.state === "verified";

  const send = async () => {
    await move.mutateAsync({
      params: { ref: item.ref },
      body: {
        revision: item.revision,
        to,
        ...(asksWho && owner[0] !== undefined ? { ownerId: owner[0].value } : {}),
        ...(asksWho && dueOn !== "" ? { dueOn } : {}),
        ...(asksWhy && reason !== "" ? { reason } : {}),
        ...(to === "verified"
          ? {
              evidence: {
                kind: evidence.kind,
                url: evidence.url === "" ? null : evidence.url,
                note: evidence.note,
              },
            }
          : {}),
      },
    });
    showToast({ title: `${item.ref}: ${title.toLowerCase()}` });
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={item.title}
      footer={
        <Button kind="primary" busy={move.isPending} onClick={() => void send().catch(() => undefined)}>
          {title}
        </Button>
      }
    >
      <div className="stack">
        <FormError
          message={messageOf(move.error)}
          problems={problems}
          labels={{ ownerId: "Owner", dueOn: "Target date", reason: "Reason", evidence: "Evidence" }}
        />
        {asksWho ? (
          <>
            <Combobox
              label="Owner"
              name="ownerId"
              limit={1}
              options={(people.data?.items ?? [])
                .filter((person) => person.active)
                .map((person) => ({ value: person.id, label: person.name, hint: person.email }))}
              selected={owner}
              onSelectedChange={setOwner}
            />
            <TextField
              label="Target date"
              name="dueOn"
              type="date"
              value={dueOn}
              onValueChange={setDueOn}
              error={problemAt(problems, "dueOn")}
            />
          </>
        ) : null}
        {to === "verified" ? (
          <>
            <Select
              label="What showed that it holds?"
              choices={evidenceKinds.map((kind) => ({
                value: kind,
                label: evidenceKindLabels[kind].label,
                hint: evidenceKindLabels[kind].description,
              }))}
              value={evidence.kind}
              onValueChange={(kind) => setEvidence({ ...evidence, kind })}
            />
            <TextField
              label="Where it can be seen"
              name="evidence.url"
              type="url"
              optional
              value={evidence.url}
              onValueChange={(url) => setEvidence({ ...evidence, url })}
              error={problemAt(problems, "evidence.url")}
            />
            <TextArea
              label="What was tried and what happened"
              name="evidence.note"
              value={evidence.note}
              onValueChange={(note) => setEvidence({ ...evidence, note })}
            />
          </>
        ) : null}
        {asksWhy ? (
          <TextArea
            label="Reason"
            name="reason"
            hint="For whoever has the same idea next year."
            value={reason}
            onValueChange={setReason}
            error={problemAt(problems, "reason")}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
