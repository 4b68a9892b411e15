import { timelineRoutes, type TimelineEvent } from "@morrow/contract/timeline";
import { timelineKindLabels, timelineKinds, type TimelineKind } from "@morrow/domain/timeline";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError, problemAt } from "../../../components/FormError.tsx";
import { Select } from "../../../components/Select.tsx";
import { TextArea, TextField } from "../../../components/TextField.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";
import { showEvents } from "./useTimeline.ts";
import { whenTyped } from "../composer/whenTyped.ts";

export interface CorrectDialogProps {
  readonly incident: string;
  readonly event: TimelineEvent;
  readonly onClose: () => void;
}

const kindChoices = timelineKinds
  .filter((kind) => kind !== "milestone")
  .map((kind) => ({
    value: kind,
    label: timelineKindLabels[kind].label,
    hint: timelineKindLabels[kind].description,
  }));

/** Puts a better account in the place of an earlier one, which stays readable. */
export function CorrectDialog({ incident, event, onClose }: CorrectDialogProps) {
  const cache = useQueryClient();
  const zone = localZone();
  const [body, setBody] = useState(event.body);
  const [kind, setKind] = useState<TimelineKind>(event.kind);
  const [time, setTime] = useState(
    event.at === null ? "" : (timeText(event.at, zone, "moment", event.precision === "second")?.text ?? ""),
  );
  const [given] = useState(time);
  const correct = useCall(timelineRoutes.correct, ["incidents"]);
  const reading = time === given ? null : whenTyped(time);
  const timeProblem = reading !== null && "problem" in reading ? reading.problem.message : undefined;
  const problems = problemsOf(correct.error);

  async function save(): Promise<void> {
    const corrected = await correct.mutateAsync({
      params: { ref: incident, event: event.id },
      body: {
        body,
        kind,
        milestone: event.milestone,
        actor: event.actor,
        evidence: event.evidence,
        starred: event.starred,
        ...(reading !== null && "at" in reading ? { when: reading } : {}),
      },
    });
    showEvents(cache, incident, [corrected]);
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Correct this entry"
      description="The earlier text stays in the record and can be read there."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            kind="primary"
            busy={correct.isPending}
            disabled={timeProblem !== undefined || (body.trim() === "" && event.milestone === null)}
            onClick={() => void save().catch(() => undefined)}
          >
            Correct it
          </Button>
        </>
      }
    >
      <FormError
        message={messageOf(correct.error)}
        problems={problems}
        labels={{ when: "Time", body: "Text" }}
      />
      <TextField
        label="When"
        name="when"
        mono
        hint={`Such as 14:05 or 2026-05-01 14:05 (${zone})`}
        value={time}
        onValueChange={setTime}
        error={timeProblem ?? problemAt(problems, "when")}
      />
      {event.milestone === null ? (
        <Select label="Kind" choices={kindChoices} value={kind} onValueChange={setKind} />
      ) : null}
      <TextArea
        label="Text"
        name="body"
        rows={5}
        value={body}
        onValueChange={setBody}
        optional={event.milestone !== null}
      />
    </Dialog>
  );
}
