import { z } from "zod";
import { defineRoute } from "../route.ts";
import { cursor, id, instant, limit, page, text, zone } from "../scalars.ts";

/** A file as it lies on disk: `text`, or `base64` where the bytes are not UTF-8. Up to 5 MB. */
export const writeupFile = z
  .union([
    z.object({ path: text(1_000), text: z.string().max(5_000_000) }),
    z.object({ path: text(1_000), base64: z.base64().max(7_000_000) }),
  ])
  .meta({ id: "WriteupFile" });

const fileWithAnswers = writeupFile.and(
  z.object({
    /** Zone for times that state none; given by a person, never assumed. */
    zone: zone.optional(),
    /** Answers to questions, by question id. */
    answers: z.record(z.string().max(200), text(500)).optional(),
  }),
);

const files = z.array(fileWithAnswers).min(1).max(50);

/** What was understood of one write-up. The shape of `proposal` is that of `WriteupProposal` in @morrow/writeups. */
export const readResult = z
  .object({
    path: z.string(),
    /** Which incident of the file, from 0: one file may tell several. */
    part: z.int(),
    /** `known`: imported earlier, byte for byte; importing again changes nothing. */
    status: z.enum(["new", "known"]),
    ref: z.string().nullable(),
    proposal: z.unknown(),
  })
  .meta({ id: "ReadResult" });

export const importResult = z
  .object({
    path: z.string(),
    part: z.int(),
    status: z.enum(["imported", "known", "refused"]),
    ref: z.string().nullable(),
    title: z.string(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    timelineRows: z.int(),
    countermeasures: z.int(),
    /** What stayed open, a sentence each with its line. */
    questions: z.array(z.object({ id: z.string(), line: z.int(), sentence: z.string() })),
    /** Why it was refused. */
    message: z.string().nullable(),
  })
  .meta({ id: "ImportResult" });
export type ImportResult = z.infer<typeof importResult>;

export const writeupRoutes = {
  read: defineRoute({
    id: "writeups.read",
    method: "post",
    path: "/api/writeups/read",
    summary: "Show what would be understood; nothing is saved",
    access: "writeups.import",
    maximumBytes: 60_000_000,
    body: z.object({ files }),
    answer: z.object({ items: z.array(readResult) }),
    status: 200,
    errors: ["input.too_large"],
  }),
  import: defineRoute({
    id: "writeups.import",
    method: "post",
    path: "/api/writeups",
    summary: "Import write-ups; the same file again changes nothing",
    access: "writeups.import",
    maximumBytes: 60_000_000,
    body: z.object({ files, dryRun: z.boolean().default(false), restricted: z.boolean().default(false) }),
    answer: z.object({ items: z.array(importResult) }),
    status: 200,
    errors: ["input.too_large"],
  }),
  list: defineRoute({
    id: "writeups.list",
    method: "get",
    path: "/api/writeups",
    summary: "Imported write-ups, newest first",
    access: "retrospectives.read",
    query: z.object({ cursor, limit }),
    answer: page(
      z.object({
        id,
        path: z.string(),
        part: z.int(),
        sha256: z.string(),
        size: z.int(),
        ref: z.string(),
        importedAt: instant,
      }),
    ),
    status: 200,
  }),
  original: defineRoute({
    id: "writeups.original",
    method: "get",
    path: "/api/writeups/{id}/original",
    summary: "The original file, byte for byte",
    access: "retrospectives.read",
    params: z.object({ id }),
    status: 200,
    produces: ["application/octet-stream"],
    errors: ["not_found"],
  }),
};
