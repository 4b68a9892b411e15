import type { ReactNode } from "react";

export interface ToastMessage {
  /** What happened, in a few words: "Countermeasure accepted". */
  readonly title: string;
  readonly description?: ReactNode;
  /** A failure is announced at once and stays until it is closed. */
  readonly tone?: "neutral" | "danger";
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** A later message with the same id replaces the earlier one. */
  readonly id?: string;
}

type Receiver = (message: ToastMessage) => void;

const waiting: ToastMessage[] = [];
let receiver: Receiver | null = null;
let onFirst: () => void = () => undefined;

/** Says something once, from anywhere. Never for what a person must keep: that belongs on the page. */
export function showToast(message: ToastMessage): void {
  if (receiver !== null) return receiver(message);
  waiting.push(message);
  onFirst();
}

/** @param next called when a message comes while nothing shows them; at once, if one came before */
export function onFirstToast(next: () => void): () => void {
  onFirst = next;
  if (waiting.length > 0) next();
  return () => {
    onFirst = () => undefined;
  };
}

/** Hands over what waited and all that follows. @returns how to stop */
export function receiveToasts(next: Receiver): () => void {
  receiver = next;
  for (const message of waiting.splice(0)) next(message);
  return () => {
    receiver = null;
  };
}
