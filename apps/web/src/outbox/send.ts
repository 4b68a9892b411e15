import { Failure } from "@morrow/client";
import { attachmentRoutes } from "@morrow/contract/attachments";
import { timelineRoutes, type TimelineEvent } from "@morrow/contract/timeline";
import { client } from "../api/client.ts";
import { isAway } from "../kept/keptCall.ts";
import type { OutboxEntry } from "./entry.ts";
import { putEntry } from "./outbox.ts";

export type Sent =
  | { readonly kind: "delivered"; readonly event: TimelineEvent }
  /** The server or the network is away; try again later. */
  | { readonly kind: "away"; readonly broken: boolean }
  /** The session ended; it goes on after signing in. */
  | { readonly kind: "signed_out" }
  | { readonly kind: "refused"; readonly message: string };

/** Sends one entry, its images first. Each step has its own key, so a repeated attempt repeats nothing. */
export async function sendEntry(entry: OutboxEntry): Promise<Sent> {
  try {
    const { images, ...rest } = await uploadImages(entry);
    const evidence = images.flatMap(({ attachmentId, name }) =>
      attachmentId === null ? [] : [{ kind: "image" as const, attachmentId, label: name }],
    );
    const event = await client.call(
      timelineRoutes.add,
      {
        params: { ref: rest.incident },
        body: { ...rest.body, evidence: [...(rest.body.evidence ?? []), ...evidence] },
      },
      { idempotencyKey: rest.key },
    );
    return { kind: "delivered", event };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.status === 401) return { kind: "signed_out" };
    if (isAway(error)) return { kind: "away", broken: error.code === "server.failed" };
    return { kind: "refused", message: error.fields[0]?.message ?? error.message };
  }
}

async function uploadImages(entry: OutboxEntry): Promise<OutboxEntry> {
  let current = entry;
  for (const image of entry.images) {
    if (image.attachmentId !== null) continue;
    const { id } = await client.call(
      attachmentRoutes.add,
      { params: { ref: entry.incident }, query: { name: image.name } },
      { idempotencyKey: image.key, bytes: { type: image.blob.type, body: image.blob } },
    );
    const images = current.images.map((each) =>
      each.key === image.key ? { ...each, attachmentId: id } : each,
    );
    current = { ...current, images };
    await putEntry(current);
  }
  return current;
}
