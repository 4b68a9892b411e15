import {
  splitComposer,
  type TimelineKind,
  type WhenContext,
  type WhenReading,
} from "@morrow/domain/timeline";
import { kindOf } from "./kindKeys.ts";

export interface ParsedEntry {
  /** Null when the text names none. */
  readonly kind: TimelineKind | null;
  /** Null when the text begins with no time. */
  readonly when: WhenReading | null;
  readonly body: string;
}

const leadingKind = /^\s*\/([a-z]+)(?=\s|$)\s*/i;

/** "/a 14:05 restarted the pool" and "14:05 /a restarted the pool" both say: an action, at 14:05. */
export function parseEntry(text: string, context: WhenContext): ParsedEntry {
  const first = takeKind(text);
  const { when, body } = splitComposer(first.rest, context);
  if (first.kind !== null || when === null) return { kind: first.kind, when, body };
  const second = takeKind(body);
  return { kind: second.kind, when, body: second.rest.trim() };
}

function takeKind(text: string): { kind: TimelineKind | null; rest: string } {
  const match = leadingKind.exec(text);
  const kind = match?.[1] === undefined ? null : kindOf(match[1]);
  return kind === null || match === null
    ? { kind: null, rest: text }
    : { kind, rest: text.slice(match[0].length) };
}
