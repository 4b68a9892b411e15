import type { Input } from "@morrow/client";
import type { timelineRoutes } from "@morrow/contract/timeline";

export type EntryBody = Input<typeof timelineRoutes.add>["body"];

export interface OutboxImage {
  /** Idempotency key of the upload. */
  readonly key: string;
  readonly name: string;
  readonly blob: Blob;
  /** Set once it has been uploaded. */
  readonly attachmentId: string | null;
}

/** One timeline entry on its way. It stays here until the server has answered that it holds it. */
export interface OutboxEntry {
  /** Sorts in the order of writing. */
  readonly id: string;
  /** Idempotency key: however often it is sent, it is recorded once. */
  readonly key: string;
  /** Who wrote it; nobody else's session sends it. */
  readonly personId: string;
  /** Reference of the incident, INC-142. */
  readonly incident: string;
  readonly body: EntryBody;
  readonly images: readonly OutboxImage[];
  /** Why the server would not take it; it waits for its writer then, and holds up nothing. */
  readonly refused: string | null;
}

let counter = 0;

/** @returns keys that sort by time, and within one millisecond by the order of asking */
export function orderedId(now: number): string {
  counter = (counter + 1) % 100_000;
  return `${String(now).padStart(15, "0")}-${String(counter).padStart(5, "0")}`;
}

/** A version 4 UUID. crypto.randomUUID exists only on secure origins; many run Morrow on plain HTTP inside their network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
