import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import "./States.css";

export interface ErrorStateProps {
  /** What happened: "The incident could not be loaded". */
  readonly title: string;
  /** What is kept: "Your three entries are kept on this device." */
  readonly kept?: string;
  /** What to do, in a sentence. */
  readonly advice: ReactNode;
  readonly onRetry?: () => void;
  readonly action?: ReactNode;
  /** The stable code and request reference, for whoever is asked for help. */
  readonly reference?: string;
}

export function ErrorState({ title, kept, advice, onRetry, action, reference }: ErrorStateProps) {
  return (
    <div className="m-state-panel" role="alert">
      <h2 className="m-state-title">{title}</h2>
      <p className="m-state-text">
        {kept === undefined ? null : <strong>{kept} </strong>}
        {advice}
      </p>
      <div className="cluster">
        {onRetry === undefined ? null : (
          <Button kind="primary" onClick={onRetry}>
            Try again
          </Button>
        )}
        {action}
      </div>
      {reference === undefined ? null : <code className="quiet">{reference}</code>}
    </div>
  );
}
