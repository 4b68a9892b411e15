import { operationRoutes, streamEntry, streamWelcome, type StreamEntry } from "@morrow/contract/operation";
import type { Client } from "./client.ts";

export interface StreamOptions {
  /** Only news of this incident (INC-142). */
  incident?: string;
  /** Position to go on from. */
  after?: number;
  signal: AbortSignal;
  onEntry: (entry: StreamEntry) => void;
  /** Told when the connection opens and when it is lost; it is opened again by itself. */
  onState?: (state: "open" | "lost") => void;
  /** Told at each opening after which position its news begin. */
  onWelcome?: (position: number) => void;
}

/** Follows the live stream until the signal aborts; reconnects from the last position seen, so nothing is missed. */
export async function follow(client: Client, options: StreamOptions): Promise<void> {
  let position = options.after;
  let delay = 500;
  while (!options.signal.aborted) {
    try {
      const query = {
        ...(options.incident === undefined ? {} : { incident: options.incident }),
        ...(position === undefined ? {} : { after: position }),
      };
      const response = await client.open(operationRoutes.stream, { query }, { signal: options.signal });
      options.onState?.("open");
      delay = 500;
      for await (const { event, data } of messages(response)) {
        if (event === "welcome") {
          options.onWelcome?.(streamWelcome.parse(JSON.parse(data)).position);
          continue;
        }
        const entry = streamEntry.parse(JSON.parse(data));
        position = entry.position;
        options.onEntry(entry);
      }
    } catch {
      // Any break (network, restart, proxy time-out) is answered the same way: wait a little, go on from the position.
    }
    if (options.signal.aborted) return;
    options.onState?.("lost");
    await pause(delay, options.signal);
    delay = Math.min(delay * 2, 15_000);
  }
}

interface Message {
  event: string;
  data: string;
}

/** Each server-sent event; comments (heartbeats) are passed over. */
async function* messages(response: Response): AsyncGenerator<Message> {
  if (response.body === null) return;
  let rest = "";
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const lines = part.split("\n");
      const data = fieldsOf(lines, "data");
      if (data.length > 0)
        yield { event: fieldsOf(lines, "event").at(-1) ?? "message", data: data.join("\n") };
    }
  }
}

function fieldsOf(lines: readonly string[], field: string): string[] {
  const start = `${field}:`;
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length).trimStart());
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
