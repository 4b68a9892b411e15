import { incidentRoutes, type Incident } from "@morrow/contract/incidents";
import { leastReasonLength } from "@morrow/domain/incidents";
import { useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { TextField } from "../../../components/TextField.tsx";

export interface ReasonDialogProps {
  readonly question: "waive" | "reopen";
  readonly incident: Incident;
  readonly me: string;
  readonly onClose: () => void;
}

/** Asks for the reason that is kept with closing without a retrospective, or with reopening. */
export default function ReasonDialog({ question, incident, me, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const close = useCall(incidentRoutes.close);
  const reopen = useCall(incidentRoutes.reopen);
  const waiving = question === "waive";
  const error = close.error ?? reopen.error;
  const params = { ref: incident.ref };
  const save = () =>
    waiving
      ? close.mutate({ params, body: { waiver: { reason } } }, { onSuccess: onClose })
      : reopen.mutate({ params, body: { reason } }, { onSuccess: onClose });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={waiving ? "Close without a retrospective" : "Reopen this incident"}
      description={
        waiving
          ? `Your name stands with it: “waived by ${me}”. Others will read the reason when something like this happens again.`
          : "It counts as resolved again until it is closed anew."
      }
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            kind="primary"
            busy={close.isPending || reopen.isPending}
            disabled={reason.trim().length < (waiving ? leastReasonLength : 1)}
            onClick={save}
          >
            {waiving ? "Waive it and close" : "Reopen it"}
          </Button>
        </>
      }
    >
      <FormError
        message={messageOf(error)}
        problems={problemsOf(error)}
        labels={{ "waiver.reason": "Reason", reason: "Reason" }}
      />
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onValueChange={setReason}
        hint={waiving ? `At least ${leastReasonLength} characters.` : "What came up."}
      />
    </Dialog>
  );
}
