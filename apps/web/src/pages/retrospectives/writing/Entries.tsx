/** A list written like a list: Enter begins the next entry, Backspace at the beginning joins two, Alt with the arrows or dragging moves one. */
import { GripVertical, X } from "lucide-react";
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { IconButton } from "../../../components/IconButton.tsx";
import { announce } from "../../../shell/announce.ts";
import { setAsideIn, splitComments } from "../coaching/suppress.ts";
import "./Entries.css";
import { MarkedText } from "./MarkedText.tsx";

export interface Entry {
  /** Also the name of its field for the coach. */
  readonly key: string;
  readonly text: string;
}

export interface EntriesProps {
  /** "What went well": names the entries for those who listen. */
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly onEntriesChange: (entries: readonly Entry[]) => void;
  /** The key of an entry that is about to be at this place. */
  readonly keyAt: (index: number) => string;
  readonly placeholder: string;
  /** What stands below each entry, in the same order. */
  readonly below?: readonly ReactNode[];
}

export function Entries({ label, entries, onEntriesChange, keyAt, placeholder, below }: EntriesProps) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<{ index: number; at: number } | null>(null);
  const latest = useRef(entries);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);

  useLayoutEffect(() => {
    latest.current = entries;
    if (wanted.current === null) return;
    const { index, at } = wanted.current;
    wanted.current = null;
    const field = list.current?.querySelectorAll("textarea")[index];
    field?.focus();
    field?.setSelectionRange(at, at);
  });

  const put = (next: readonly Entry[], focus?: { index: number; at: number }) => {
    if (focus !== undefined) wanted.current = focus;
    onEntriesChange(next);
  };
  const write = (index: number, words: string) => {
    const entry = entries[index];
    if (entry === undefined) return put([...entries, { key: keyAt(index), text: words }]);
    put(entries.with(index, { ...entry, text: splitComments(entry.text).comments + words }));
  };
  const move = (from: number, to: number) => {
    const entry = entries[from];
    if (entry === undefined || to < 0 || to >= entries.length || from === to) return;
    put(entries.toSpliced(from, 1).toSpliced(to, 0, entry), {
      index: to,
      at: splitComments(entry.text).words.length,
    });
    announce(`${label}: moved to place ${to + 1} of ${entries.length}`);
  };
  const press = (index: number) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const field = event.currentTarget;
    const entry = entries[index];
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(index, index + (event.key === "ArrowUp" ? -1 : 1));
    } else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (entry === undefined || field.value.trim() === "") return;
      const before =
        splitComments(entry.text).comments + field.value.slice(0, field.selectionStart).trimEnd();
      const after = field.value.slice(field.selectionEnd).trimStart();
      if (after === "" && index === entries.length - 1) return focusField(list.current, index + 1);
      put(entries.toSpliced(index, 1, { ...entry, text: before }, { key: keyAt(index + 1), text: after }), {
        index: index + 1,
        at: 0,
      });
    } else if (event.key === "Backspace" && field.selectionEnd === 0 && index > 0) {
      const previous = entries[index - 1];
      if (previous === undefined) return;
      event.preventDefault();
      const at = splitComments(previous.text).words.length;
      const joined = { ...previous, text: previous.text + (field.value === "" ? "" : ` ${field.value}`) };
      put(entries.toSpliced(index - 1, entry === undefined ? 1 : 2, joined), { index: index - 1, at });
    }
  };
  const tidy = () => {
    // After the key press or click that took the focus away has had its effect.
    setTimeout(() => {
      if (list.current?.contains(document.activeElement) === true) return;
      const kept = latest.current.filter((entry) => entry.text.trim() !== "");
      if (kept.length < latest.current.length) onEntriesChange(kept);
    });
  };

  return (
    <ol ref={list} className="retro-entries" aria-label={label}>
      {[...entries, { key: keyAt(entries.length), text: "" }].map((entry, index) => {
        const isNew = index === entries.length;
        const { comments, words } = splitComments(entry.text);
        return (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the pointer's way; the grip takes the arrow keys
          <li
            key={entry.key}
            className="retro-entry"
            data-over={over === index || undefined}
            onDragOver={(event) => {
              if (dragged === null || isNew) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, index);
              setOver(null);
            }}
          >
            {isNew ? (
              <span className="retro-entry-dot" aria-hidden="true">
                +
              </span>
            ) : (
              <button
                type="button"
                className="retro-entry-grip"
                draggable
                aria-label={`Move entry ${index + 1}, with the arrow keys or by dragging`}
                onDragStart={() => setDragged(index)}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
                onKeyDown={(event) => {
                  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                  event.preventDefault();
                  move(index, index + (event.key === "ArrowUp" ? -1 : 1));
                }}
              >
                <GripVertical size={14} aria-hidden="true" />
              </button>
            )}
            <div className="retro-entry-body">
              <MarkedText
                part={entry.key}
                look="entry"
                label={isNew ? `${label}: new entry` : `${label}: entry ${index + 1}`}
                value={words}
                hidden={comments.length}
                maxLength={9_000}
                {...(isNew ? { placeholder } : {})}
                onValueChange={(next) => write(index, next)}
                onKeyDown={press(index)}
                onBlur={tidy}
              />
              <Aside
                comments={comments}
                onTakeBack={() => put(entries.with(index, { ...entry, text: words }))}
              />
              {below?.[index]}
            </div>
            {isNew ? null : (
              <IconButton
                size="small"
                label={`Remove entry ${index + 1}`}
                icon={<X size={14} aria-hidden="true" />}
                onClick={() => put(entries.toSpliced(index, 1), { index: Math.max(0, index - 1), at: 0 })}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function focusField(list: HTMLElement | null, index: number): void {
  list?.querySelectorAll("textarea")[index]?.focus();
}

function Aside({ comments, onTakeBack }: { comments: string; onTakeBack: () => void }) {
  const aside = setAsideIn(comments);
  if (aside.length === 0) return null;
  return (
    <p className="retro-entry-aside">
      A question is set aside: {aside.map(({ reason }) => reason).join("; ")}{" "}
      <button type="button" className="retro-link" onClick={onTakeBack}>
        Ask again
      </button>
    </p>
  );
}
