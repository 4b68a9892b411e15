import { incidentRoutes, type Incident } from "@morrow/contract/incidents";
import { leastReasonLength } from "@morrow/domain/incidents";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { useMay } from "../../../api/session.ts";
import { Button } from "../../../components/Button.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { Time } from "../../../components/Time.tsx";
import { Section } from "../facts/Section.tsx";

type Question = "none" | "waive" | "reopen";

/** What stands between this incident and its end: usually that its retrospective is published. */
export function ClosingGate({ incident, me }: { incident: Incident; me: string }) {
  const [question, setQuestion] = useState<Question>("none");
  const cache = useQueryClient();
  const mayClose = useMay("incidents.close");
  const mayWaive = useMay("incidents.waive");
  const close = useCall(incidentRoutes.close);
  const published = incident.retrospective?.state === "published";
  const free = published || !incident.retrospectiveRequired;
  const params = { ref: incident.ref };
  if (incident.state === "open" || incident.state === "mitigated") return null;
  return (
    <Section title="Closing">
      {incident.waiver === null ? null : (
        <p>
          {incident.waiver.by.name} waived the retrospective <Time at={incident.waiver.at} />:{" "}
          {incident.waiver.reason}
        </p>
      )}
      {incident.state === "closed" ? (
        mayClose ? (
          <Button size="small" onClick={() => setQuestion("reopen")}>
            Reopen it
          </Button>
        ) : null
      ) : (
        <>
          <p className="quiet">{gateText(incident)}</p>
          <FormError message={messageOf(close.error)} />
          <span className="cluster">
            {mayClose && free ? (
              <Button
                kind="primary"
                size="small"
                busy={close.isPending}
                onClick={() => close.mutate({ params, body: {} })}
              >
                Close the incident
              </Button>
            ) : null}
            {!free && mayWaive ? (
              <Button size="small" onClick={() => setQuestion("waive")}>
                Waive the retrospective
              </Button>
            ) : null}
          </span>
        </>
      )}
      {question === "none" ? null : (
        <ReasonDialog
          question={question}
          incident={incident}
          me={me}
          onClose={() => {
            setQuestion("none");
            void cache.invalidateQueries({ queryKey: ["events", incident.ref] });
          }}
        />
      )}
    </Section>
  );
}

function gateText(incident: Incident): string {
  if (incident.retrospective?.state === "published")
    return "The retrospective is published. The incident can be closed.";
  if (!incident.retrospectiveRequired)
    return "Your policy asks for no retrospective at this severity. One is welcome all the same.";
  return incident.retrospective === null
    ? "It closes when its retrospective is published. None has been started yet."
    : "It closes when its retrospective is published. It is a draft now.";
}

interface ReasonDialogProps {
  readonly question: "waive" | "reopen";
  readonly incident: Incident;
  readonly me: string;
  readonly onClose: () => void;
}

function ReasonDialog({ question, incident, me, onClose }: ReasonDialogProps) {
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
