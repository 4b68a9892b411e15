/** Brings waiting entries to the server: one at a time, in the order of writing, from one tab only. */
import type { TimelineEvent } from "@morrow/contract/timeline";
import { onNews } from "../api/news.ts";
import type { OutboxEntry } from "./entry.ts";
import { loadOutbox, putEntry, removeEntry, waitingEntries, watchOutbox } from "./outbox.ts";
import { sendEntry, type Sent } from "./send.ts";

const shortestMs = 1_000;
const longestMs = 5_000;
/** So often an entry may meet a server that breaks on it, before it steps aside for the others. */
const patience = 5;

export interface CourierOptions {
  readonly personId: string;
  /** Told before the entry leaves the outbox, so that it is on screen at every moment. */
  readonly onDelivered: (event: TimelineEvent, incident: string) => void;
  readonly send?: (entry: OutboxEntry) => Promise<Sent>;
}

/** @returns how to stop */
export function startCourier({ personId, onDelivered, send = sendEntry }: CourierOptions): () => void {
  const broken = new Map<string, number>();
  let stopped = false;
  let running = false;
  /** Something changed while a round was under way. */
  let again = false;
  let delay = shortestMs;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const next = () => waitingEntries().find((each) => each.personId === personId && each.refused === null);

  async function deliver(entry: OutboxEntry): Promise<"go on" | "wait" | "stop"> {
    const sent = await send(entry);
    switch (sent.kind) {
      case "delivered":
        onDelivered(sent.event, entry.incident);
        await removeEntry(entry.id);
        delay = shortestMs;
        return "go on";
      case "refused":
        await putEntry({ ...entry, refused: sent.message });
        return "go on";
      case "signed_out":
        return "stop";
      case "away": {
        const times = (broken.get(entry.id) ?? 0) + (sent.broken ? 1 : 0);
        broken.set(entry.id, times);
        if (times < patience) return "wait";
        await putEntry({
          ...entry,
          refused: "Morrow could not record this entry, although it tried several times.",
        });
        return "go on";
      }
    }
  }

  async function round(): Promise<void> {
    await loadOutbox();
    for (;;) {
      const entry = stopped ? undefined : next();
      if (entry === undefined) return;
      const outcome = await deliver(entry);
      if (outcome === "go on") continue;
      if (outcome === "wait") {
        timer = setTimeout(start, delay);
        delay = Math.min(delay * 2, longestMs);
      }
      return;
    }
  }

  function start(): void {
    clearTimeout(timer);
    if (running) again = true;
    if (stopped || running) return;
    running = true;
    again = false;
    // A second tab waits here; without locks (plain HTTP) both may send, and the keys see to it that once is enough.
    const work = navigator.locks === undefined ? round() : navigator.locks.request("morrow-outbox", round);
    void work.finally(() => {
      running = false;
      if (again) start();
    });
  }

  function soon(): void {
    delay = shortestMs;
    start();
  }

  const quit = [
    watchOutbox(start),
    onNews((news) => {
      if (news.kind === "connected") soon();
    }),
  ];
  addEventListener("online", soon);
  document.addEventListener("visibilitychange", soon);
  soon();
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const each of quit) each();
    removeEventListener("online", soon);
    document.removeEventListener("visibilitychange", soon);
  };
}
