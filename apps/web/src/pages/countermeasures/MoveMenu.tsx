import type { Countermeasure } from "@morrow/contract/countermeasures";
import { allowedTransitions, type CountermeasureState } from "@morrow/domain/countermeasures";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Menu } from "../../components/Menu.tsx";
import { MoveDialog } from "./MoveDialog.tsx";

const verbs: Record<CountermeasureState, string> = {
  idea: "Take up again as an idea",
  accepted: "Accept",
  in_progress: "Start work",
  done: "Mark as done",
  verified: "Verify with evidence",
  declined: "Decline",
  superseded: "Supersede",
};

/** Where it can go from here. What the step needs is asked for, and nothing else. */
export function MoveMenu({ item }: { item: Countermeasure }) {
  const [to, setTo] = useState<CountermeasureState | null>(null);
  const steps = allowedTransitions[item.state];
  if (steps.length === 0) return null;
  return (
    <>
      <Menu
        trigger={
          <Button kind="primary">
            Change state <ChevronDown size={16} aria-hidden="true" />
          </Button>
        }
        entries={steps.map((step) => ({ kind: "action", label: verbs[step], onSelect: () => setTo(step) }))}
      />
      {to === null ? null : <MoveDialog item={item} to={to} title={verbs[to]} onClose={() => setTo(null)} />}
    </>
  );
}
