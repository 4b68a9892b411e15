import type { Audiences } from "@morrow/domain/people";

import type { Spine, StoredEvent } from "../../platform/spine/index.ts";

export interface StreamRequest {
  /** Position after which to begin. */
  after: number;
  /** Only news of this incident. */
  incidentId: string | null;
  /** What the viewer may see now; asked again for every batch, so that a right withdrawn ends what is sent. Null: signed out. */
  audiences: () => Promise<Audiences | null>;
}

const batch = 200;
/** Proxies close connections that stay silent for a minute. */
const heartbeatMilliseconds = 25_000;

/**
 * Server-sent events from the log. The log is the only source: a position says where to go on, so a reader that was away
 * misses nothing, and whoever may not see an event does not get it.
 */
export function openStream(
  spine: Spine,
  request: StreamRequest,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close: (() => void) | null = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let position = request.after;
      let wanted = false;
      let running = false;
      let closed = false;
      const send = (text: string) => controller.enqueue(encoder.encode(text));

      const end = () => {
        if (closed) return;
        closed = true;
        unsubscribe();
        clearInterval(heartbeat);
        try {
          controller.close();
        } catch {
          // The other side closed first; then there is nothing left to close.
        }
      };

      const drain = async () => {
        wanted = true;
        if (running) return;
        running = true;
        try {
          // oxlint-disable-next-line no-unmodified-loop-condition -- closed by the other side while this waits
          while (wanted && !closed) {
            wanted = false;
            position = await deliver(spine, request, position, (event) => !closed && send(message(event)));
          }
        } catch {
          // The reader connects again and goes on from its last position.
          end();
        } finally {
          running = false;
        }
      };

      const unsubscribe = spine.subscribe(() => void drain());
      const heartbeat = setInterval(() => !closed && send(": here\n\n"), heartbeatMilliseconds);
      close = end;
      signal.addEventListener("abort", end, { once: true });
      send(`: welcome\nevent: welcome\ndata: ${JSON.stringify({ position })}\n\n`);
      void drain();
    },
    cancel() {
      close?.();
    },
  });
}

/** Sends everything after `position` that the viewer may see. @returns the position reached */
async function deliver(
  spine: Spine,
  request: StreamRequest,
  position: number,
  send: (event: StoredEvent) => void,
): Promise<number> {
  let reached = position;
  for (;;) {
    const audiences = await request.audiences();
    if (audiences === null) throw new Error("the viewer is signed out");
    const events = await spine.read(reached, batch, audiences);
    for (const event of events) {
      reached = event.position;
      if (request.incidentId === null || event.incidentId === request.incidentId) send(event);
    }
    if (events.length < batch) return reached;
  }
}

/** Who and what, not the content: the reader asks for what it shows, by the ordinary routes. */
function message(event: StoredEvent): string {
  const { position, at, what, subjectKind, subjectId, incidentId, actorKind, actorId } = event;
  const entry = {
    position,
    at,
    what,
    subjectKind,
    subjectId,
    incidentId,
    actorId: actorKind === "person" ? actorId : null,
  };
  return `id: ${position}\ndata: ${JSON.stringify(entry)}\n\n`;
}
