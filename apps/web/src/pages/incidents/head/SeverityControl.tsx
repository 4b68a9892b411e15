import type { Incident } from "@morrow/contract/incidents";
import { ChevronDown } from "lucide-react";
import { lazy } from "react";
import { Button } from "../../../components/Button.tsx";
import { Popover } from "../../../components/Popover.tsx";
import { SeverityMark } from "../../../components/SeverityMark.tsx";

const loadPanel = () => import("./SeverityPanel.tsx");
const SeverityPanel = lazy(loadPanel);

export interface SeverityControlProps {
  readonly incident: Incident;
  readonly mayEdit: boolean;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The severity, how it came to be, and the way to change it with a reason. */
export function SeverityControl({ incident, mayEdit, open, onOpenChange }: SeverityControlProps) {
  const { severity } = incident;
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      title="Severity"
      load={loadPanel}
      trigger={
        <Button size="small" kind="quiet" className="incident-severity" aria-keyshortcuts="s">
          {severity === null ? "No severity" : <SeverityMark severity={severity} />}
          <span className="visually-hidden">: history and change</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <SeverityPanel incident={incident} mayEdit={mayEdit} onDone={() => onOpenChange(false)} />
    </Popover>
  );
}
