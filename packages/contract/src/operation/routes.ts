import { z } from "zod";
import { defineRoute } from "../route.ts";
import { instant, text } from "../scalars.ts";

/** One entry of the live stream: the log's own entry, for those who may see it. */
export const streamEntry = z
  .object({
    position: z.int(),
    at: instant,
    what: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    incidentId: z.string().nullable(),
    actorId: z.string().nullable(),
  })
  .meta({ id: "StreamEntry" });
export type StreamEntry = z.infer<typeof streamEntry>;

/** The first message of the stream, of the type `welcome`: its news begin after this position. */
export const streamWelcome = z.object({ position: z.int() }).meta({ id: "StreamWelcome" });

export const operationRoutes = {
  health: defineRoute({
    id: "operation.health",
    method: "get",
    path: "/api/health",
    summary: "Whether Morrow can serve",
    access: "public",
    answer: z.object({
      status: z.enum(["ok", "failing"]),
      version: z.string(),
      database: z.enum(["embedded", "server"]),
    }),
    status: 200,
    errors: ["server.unavailable"],
  }),
  stream: defineRoute({
    id: "operation.stream",
    method: "get",
    path: "/api/stream",
    summary: "News as server-sent events, from a log position on (`Last-Event-ID` or `after`)",
    access: "signed-in",
    query: z.object({ after: z.coerce.number().int().min(0).optional(), incident: text(60).optional() }),
    status: 200,
    produces: ["text/event-stream"],
    errors: ["not_found"],
  }),
  backup: defineRoute({
    id: "operation.backup",
    method: "get",
    path: "/api/backup",
    summary: "The whole organisation in one file, consistent while running",
    access: "operation.backup",
    status: 200,
    produces: ["application/gzip"],
  }),
  restore: defineRoute({
    id: "operation.restore",
    method: "post",
    path: "/api/restore",
    summary: "Fill an empty Morrow from a backup; needs the set-up token as a Bearer token",
    access: "public",
    consumes: ["application/gzip", "application/octet-stream"],
    answer: z.object({ organisation: z.string(), rows: z.int() }),
    status: 200,
    errors: ["restore.not_empty", "restore.invalid", "setup.wrong_token"],
  }),
  metrics: defineRoute({
    id: "operation.metrics",
    method: "get",
    path: "/api/metrics",
    summary: "Metrics for Prometheus",
    access: "operation.backup",
    status: 200,
    produces: ["text/plain"],
  }),
};
