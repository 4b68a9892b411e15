import type { ReactNode } from "react";
import "./States.css";

export interface EmptyStateProps {
  /** What is not here yet: "No incidents yet". */
  readonly title: string;
  /** Two sentences that teach what this place is for. */
  readonly children: ReactNode;
  /** The first step, as a button or link. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="m-state-panel">
      {icon === undefined ? null : <div className="m-state-icon">{icon}</div>}
      <h2 className="m-state-title">{title}</h2>
      <p className="m-state-text">{children}</p>
      {action === undefined ? null : <div className="cluster">{action}</div>}
    </div>
  );
}
