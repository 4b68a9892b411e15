import type { Incident } from "@morrow/contract/incidents";
import type { TimelineEvent } from "@morrow/contract/timeline";
import type { Milestone } from "@morrow/domain/incidents";
import { AccessDialog } from "./facts/AccessDialog.tsx";
import { EditFactsSheet } from "./facts/EditFactsSheet.tsx";
import { HistorySheet } from "./facts/HistorySheet.tsx";
import { MilestoneDialog } from "./facts/MilestoneDialog.tsx";
import { RoleDialog, type RoleQuestion } from "./facts/RoleDialog.tsx";

export type IncidentDialog =
  | { readonly kind: "none" | "facts" | "access" | "history" }
  | { readonly kind: "milestone"; readonly milestone: Milestone }
  | { readonly kind: "role"; readonly question: RoleQuestion };

export interface IncidentDialogsProps {
  readonly incident: Incident;
  readonly events: readonly TimelineEvent[];
  readonly me: { readonly id: string; readonly name: string };
  readonly dialog: IncidentDialog;
  readonly onClose: () => void;
}

/** The one that is open; each begins anew whenever it opens. */
export default function IncidentDialogs({ incident, events, me, dialog, onClose }: IncidentDialogsProps) {
  switch (dialog.kind) {
    case "none":
      return null;
    case "facts":
      return <EditFactsSheet incident={incident} onClose={onClose} />;
    case "access":
      return <AccessDialog incident={incident} onClose={onClose} />;
    case "history":
      return <HistorySheet incident={incident.ref} onClose={onClose} />;
    case "milestone":
      return (
        <MilestoneDialog incident={incident} milestone={dialog.milestone} events={events} onClose={onClose} />
      );
    case "role":
      return <RoleDialog incident={incident} me={me} question={dialog.question} onClose={onClose} />;
  }
}
