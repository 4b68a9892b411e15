import { Check, CloudOff, GitCompare, TriangleAlert } from "lucide-react";
import "./SaveState.css";
import { timeText, localZone } from "./timeText.ts";

/** What is true about the work on screen. Each state carries only what it needs to say so. */
export type Saving =
  | { readonly state: "untouched" }
  | { readonly state: "changed" }
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "offline"; readonly kept: number }
  | { readonly state: "conflict" }
  | { readonly state: "refused"; readonly reason: string };

export interface SaveStateProps {
  readonly saving: Saving;
  /** For a conflict or refusal: leads to the way out. */
  readonly onResolve?: () => void;
}

/** Always visible where something is written, and never more hopeful than the truth. Only changes worth hearing are announced. */
export function SaveState({ saving, onResolve }: SaveStateProps) {
  return (
    <span
      className="m-save"
      data-state={saving.state}
      role="status"
      aria-live={saving.state === "saving" ? "off" : "polite"}
    >
      {icon(saving)}
      <span className="tabular">{words(saving)}</span>
      {onResolve !== undefined && (saving.state === "conflict" || saving.state === "refused") ? (
        <button type="button" className="m-save-resolve" onClick={onResolve}>
          {saving.state === "conflict" ? "Compare" : "Show"}
        </button>
      ) : null}
    </span>
  );
}

function words(saving: Saving): string {
  switch (saving.state) {
    case "untouched":
      return "";
    case "changed":
      return "not saved yet";
    case "saving":
      return "saving …";
    case "saved":
      return `saved ${timeText(saving.at, localZone(), "time", true)?.text ?? ""}`;
    case "offline":
      return `offline, ${saving.kept} ${saving.kept === 1 ? "change" : "changes"} kept here`;
    case "conflict":
      return "changed by somebody else; both texts are kept";
    case "refused":
      return `not saved: ${saving.reason}`;
  }
}

function icon(saving: Saving) {
  const look = { size: 14, "aria-hidden": true } as const;
  switch (saving.state) {
    case "saved":
      return <Check {...look} />;
    case "offline":
      return <CloudOff {...look} />;
    case "conflict":
      return <GitCompare {...look} />;
    case "refused":
      return <TriangleAlert {...look} />;
    case "untouched":
    case "changed":
    case "saving":
      return null;
  }
}
