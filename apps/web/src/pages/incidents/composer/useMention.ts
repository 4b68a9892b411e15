import { useState, type KeyboardEvent, type RefObject } from "react";
import { completeMention, matchPeople, mentionAt, type Mention, type Named } from "./mentions.ts";

interface MentionOptions {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly people: readonly Named[];
  readonly onText: (text: string) => void;
}

/** The people offered while "@…" is typed, and the keys that choose one of them. */
export function useMention({ field, people, onText }: MentionOptions) {
  const [mention, setMention] = useState<Mention | null>(null);
  const [active, setActive] = useState(0);
  const offered = mention === null ? [] : matchPeople(people, mention.query);

  function follow(): void {
    const area = field.current;
    const next = area === null ? null : mentionAt(area.value, area.selectionStart);
    setMention(next);
    if (next?.query !== mention?.query) setActive(0);
  }

  function pick(person: Named): void {
    const area = field.current;
    if (area === null || mention === null) return;
    const done = completeMention(area.value, area.selectionStart, mention, person.name);
    onText(done.text);
    setMention(null);
    requestAnimationFrame(() => area.setSelectionRange(done.caret, done.caret));
  }

  /** @returns true when the key was for the list */
  function takeKey(event: KeyboardEvent): boolean {
    if (offered.length === 0) return false;
    const person = offered[active];
    if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if (event.key === "Escape") setMention(null);
    else if (
      (event.key === "Enter" || event.key === "Tab") &&
      !event.metaKey &&
      !event.ctrlKey &&
      person !== undefined
    )
      pick(person);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { offered, active, follow, pick, takeKey, close: () => setMention(null) };
}
