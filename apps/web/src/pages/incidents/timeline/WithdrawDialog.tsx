import { timelineRoutes, type TimelineEvent } from "@morrow/contract/timeline";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { showEvents } from "./useTimeline.ts";

export interface WithdrawDialogProps {
  readonly incident: string;
  readonly event: TimelineEvent;
  readonly onClose: () => void;
}

/** Takes an entry out of the account; the record keeps it, with the reason. */
export function WithdrawDialog({ incident, event, onClose }: WithdrawDialogProps) {
  const cache = useQueryClient();
  const [reason, setReason] = useState("");
  const withdraw = useCall(timelineRoutes.withdraw, ["incidents"]);

  async function take(): Promise<void> {
    const withdrawn = await withdraw.mutateAsync({
      params: { ref: incident, event: event.id },
      body: { reason },
    });
    showEvents(cache, incident, [withdrawn]);
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title="Withdraw this entry"
      description="It leaves the timeline. The record keeps it, with your name and the reason."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            kind="danger"
            busy={withdraw.isPending}
            disabled={reason.trim() === ""}
            onClick={() => void take().catch(() => undefined)}
          >
            Withdraw it
          </Button>
        </>
      }
    >
      <FormError message={messageOf(withdraw.error)} />
      <blockquote className="incident-quote">{event.body}</blockquote>
      <TextField
        label="Reason"
        name="reason"
        hint="Such as “belongs to INC-12” or “entered twice”."
        value={reason}
        onValueChange={setReason}
      />
    </Dialog>
  );
}
