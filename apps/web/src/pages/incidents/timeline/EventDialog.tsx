import type { TimelineEvent } from "@morrow/contract/timeline";
import { CorrectDialog } from "./CorrectDialog.tsx";
import { EarlierDialog } from "./EarlierDialog.tsx";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

export interface EventQuestion {
  readonly kind: "correct" | "withdraw" | "earlier";
  readonly event: TimelineEvent;
}

export interface EventDialogProps {
  readonly incident: string;
  readonly question: EventQuestion;
  readonly onClose: () => void;
}

/** What can be done with one entry, each in a dialog of its own. */
export default function EventDialog({ incident, question, onClose }: EventDialogProps) {
  const { kind, event } = question;
  switch (kind) {
    case "correct":
      return <CorrectDialog incident={incident} event={event} onClose={onClose} />;
    case "withdraw":
      return <WithdrawDialog incident={incident} event={event} onClose={onClose} />;
    case "earlier":
      return <EarlierDialog incident={incident} event={event} onClose={onClose} />;
  }
}
