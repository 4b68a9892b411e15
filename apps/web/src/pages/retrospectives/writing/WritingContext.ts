/** What the fields of the editor share: the questions about them, which one is looked at, and how to get to a field. */
import { createContext, useContext, useEffect } from "react";
import type { Question } from "../coaching/questions.ts";

export interface PartHandle {
  /** Puts the caret there and selects the words. Offsets as in {@link Question}. */
  readonly focus: (from: number, to: number) => void;
  /** Distance of a place from the top of the window, px; null while it is not on the page. */
  readonly top: (at: number) => number | null;
}

export interface Writing {
  readonly questionsOf: (part: string) => readonly Question[];
  readonly active: string | null;
  readonly activate: (question: string | null) => void;
  readonly register: (part: string, handle: PartHandle) => () => void;
}

const none: readonly Question[] = [];

export const WritingContext = createContext<Writing>({
  questionsOf: () => none,
  active: null,
  activate: () => undefined,
  register: () => () => undefined,
});

export function useWriting(): Writing {
  return useContext(WritingContext);
}

/** Makes a field reachable from the questions about it. The handle must stay the same between renders. */
export function usePart(part: string, handle: PartHandle): void {
  const { register } = useWriting();
  useEffect(() => register(part, handle), [register, part, handle]);
}
