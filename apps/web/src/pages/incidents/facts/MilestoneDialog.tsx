import type { Incident } from "@morrow/contract/incidents";
import { timelineRoutes, type TimelineEvent } from "@morrow/contract/timeline";
import { milestoneLabels, milestones as order, type Milestone } from "@morrow/domain/incidents";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { Select } from "../../../components/Select.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";
import { showEvents } from "../timeline/useTimeline.ts";
import { whenTyped } from "../composer/whenTyped.ts";

export interface MilestoneDialogProps {
  readonly incident: Incident;
  readonly milestone: Milestone;
  readonly events: readonly TimelineEvent[];
  readonly onClose: () => void;
}

const settable = order.filter((milestone) => milestone !== "closed");
const choices = settable.map((milestone) => ({
  value: milestone,
  label: milestoneLabels[milestone].label,
  hint: milestoneLabels[milestone].description,
}));

/** Sets a milestone to a time, or corrects the time of one; the timeline keeps both. */
export function MilestoneDialog({ incident, milestone, events, onClose }: MilestoneDialogProps) {
  const cache = useQueryClient();
  const zone = localZone();
  const [chosen, setChosen] = useState(milestone);
  const [text, setText] = useState("");
  const add = useCall(timelineRoutes.add, ["incidents"]);
  const correct = useCall(timelineRoutes.correct, ["incidents"]);
  const reached = incident.milestones[chosen];
  const event = events.find(({ id }) => id === reached?.eventId);
  const reading = whenTyped(text.trim() === "" ? "now" : text);
  const problem = "problem" in reading ? reading.problem.message : undefined;
  const before = reached === undefined ? undefined : timeText(reached.at, zone, "moment")?.text;

  async function save(): Promise<void> {
    // "now" is when it is said, not when the dialog opened.
    const when = whenTyped(text.trim() === "" ? "now" : text);
    if (!("at" in when)) return;
    const params = { ref: incident.ref };
    const saved =
      reached === undefined
        ? await add.mutateAsync({
            params,
            body: { kind: "milestone", milestone: chosen, body: "", when },
          })
        : await correct.mutateAsync({
            params: { ...params, event: reached.eventId },
            body: {
              kind: event?.kind ?? "milestone",
              milestone: chosen,
              body: event?.body ?? "",
              actor: event?.actor ?? null,
              evidence: event?.evidence ?? [],
              starred: event?.starred ?? false,
              when,
            },
          });
    showEvents(cache, incident.ref, [saved]);
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title="Set a milestone"
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            kind="primary"
            busy={add.isPending || correct.isPending}
            disabled={problem !== undefined}
            onClick={() => void save().catch(() => undefined)}
          >
            {reached === undefined ? "Set it" : "Correct it"}
          </Button>
        </>
      }
    >
      <FormError message={messageOf(add.error ?? correct.error)} />
      <Select label="Milestone" choices={choices} value={chosen} onValueChange={setChosen} />
      <TextField
        label="When"
        mono
        autoComplete="off"
        placeholder="now"
        value={text}
        onValueChange={setText}
        error={text.trim() === "" ? undefined : problem}
        hint={
          before === undefined
            ? `Empty for now; or 14:05, 5 min ago, 2026-05-01 14:05 (${zone})`
            : `It stands at ${before} (${zone}). The earlier time stays in the record.`
        }
      />
    </Dialog>
  );
}
