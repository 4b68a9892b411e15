/** Two people changed the same text. Nothing is chosen for them: both are shown, and either or both can be kept. */
import { useMemo, useState, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import "./ConflictDialog.css";
import { Dialog } from "./Dialog.tsx";
import { bothTexts, lineDifference, type MarkedLine } from "./lineDifference.ts";
import { TextArea } from "./TextField.tsx";

export interface ConflictVersion {
  readonly text: string;
  /** Who and when, such as "Ada, 14:05". */
  readonly by: ReactNode;
}

export interface ConflictDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** What is in conflict: "the narrative of INC-142". */
  readonly subject: string;
  readonly mine: ConflictVersion;
  readonly theirs: ConflictVersion;
  readonly onKeepMine: () => void;
  readonly onKeepTheirs: () => void;
  /** Given the text in which the person brought both together. */
  readonly onKeepBoth: (text: string) => void;
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { open, onOpenChange, subject, mine, theirs, onKeepMine, onKeepTheirs, onKeepBoth } = props;
  const [merged, setMerged] = useState<string | null>(null);
  const difference = useMemo(() => lineDifference(mine.text, theirs.text), [mine.text, theirs.text]);
  const footer =
    merged === null ? (
      <>
        <Button onClick={onKeepTheirs}>Keep theirs</Button>
        <Button onClick={onKeepMine}>Keep mine</Button>
        <Button kind="primary" onClick={() => setMerged(bothTexts(mine.text, theirs.text))}>
          Edit both together
        </Button>
      </>
    ) : (
      <>
        <Button onClick={() => setMerged(null)}>Back to comparing</Button>
        <Button kind="primary" onClick={() => onKeepBoth(merged)}>
          Save this text
        </Button>
      </>
    );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) setMerged(null);
        onOpenChange(next);
      }}
      size="large"
      title="Two texts for the same place"
      description={`Somebody else saved ${subject} while you were writing. Both texts are kept until you decide; the other one stays in the history.`}
      footer={footer}
    >
      {merged === null ? (
        <div className="m-conflict">
          <Version title="Mine" by={mine.by} lines={difference.left} />
          <Version title="Theirs" by={theirs.by} lines={difference.right} />
        </div>
      ) : (
        <TextArea label="Both texts, to bring together" value={merged} onValueChange={setMerged} rows={16} />
      )}
    </Dialog>
  );
}

function Version({ title, by, lines }: { title: string; by: ReactNode; lines: readonly MarkedLine[] }) {
  return (
    <section className="m-conflict-side" aria-label={title}>
      <h3 className="m-conflict-title">
        {title} <span className="quiet">{by}</span>
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className="m-conflict-text" tabIndex={0} role="group" aria-label={`Text: ${title.toLowerCase()}`}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line has no identity but its place
          <p key={index}>{line.own ? <mark>{line.text === "" ? " " : line.text}</mark> : line.text}</p>
        ))}
      </div>
    </section>
  );
}
