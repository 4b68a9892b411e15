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
  /** 1 where it stands in the place of a page, whose heading it then is. */
  readonly heading?: 1 | 2;
  /** The stable code and request reference, for whoever is asked for help. */
  readonly reference?: string;
}

export function ErrorState({
  title,
  kept,
  advice,
  onRetry,
  action,
  heading = 2,
  reference,
}: ErrorStateProps) {
  const Heading = heading === 1 ? "h1" : "h2";
  return (
    <div className="m-state-panel" role="alert">
      <Heading className="m-state-title" tabIndex={heading === 1 ? -1 : undefined}>
        {title}
      </Heading>
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
