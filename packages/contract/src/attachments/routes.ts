import { z } from "zod";
import { incidentRef } from "../incidents/schemas.ts";
import { defineRoute } from "../route.ts";
import { id, text } from "../scalars.ts";

/** Images of at most 10 MB. The type is read from the bytes, never believed. */
export const imageTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export const maximumImageBytes = 10_000_000;

export const attachment = z
  .object({
    id,
    url: z.string(),
    type: z.enum(imageTypes),
    size: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.infer<typeof attachment>;

export const attachmentRoutes = {
  add: defineRoute({
    id: "attachments.add",
    method: "post",
    path: "/api/incidents/{ref}/attachments",
    summary: "Add an image: the body is its bytes",
    access: "attachments.add",
    params: incidentRef,
    query: z.object({ name: text(200).optional() }),
    consumes: imageTypes,
    answer: attachment,
    status: 201,
    errors: ["not_found", "attachment.not_an_image", "input.too_large"],
  }),
  show: defineRoute({
    id: "attachments.show",
    method: "get",
    path: "/api/attachments/{id}",
    summary: "An image",
    access: "attachments.read",
    params: z.object({ id }),
    status: 200,
    produces: imageTypes,
    errors: ["not_found"],
  }),
};
