import { z } from "zod";

/**
 * A backup is gzip'd text, one JSON value a line, the same for every database:
 *
 *     {"format":"morrow-backup","version":1,"at":"…","head":42,"migrations":["0001_spine",…]}
 *     {"table":"event","columns":[["position","bigint"],["id","uuid"],…]}
 *     ["1","0190a000-…",…]
 *     …
 *     {"end":{"event":42,…},"sha256":"…"}
 *
 * A row holds each value in PostgreSQL's own text form (zone UTC, ISO dates), bytea in base64, SQL null as null.
 * The last line counts the rows of each table and carries the SHA-256 of every line before it, with their line ends.
 */
export const manifestSchema = z.object({
  format: z.literal("morrow-backup"),
  version: z.literal(1),
  /** ISO instant. */
  at: z.string(),
  /** Position of the newest event. */
  head: z.int(),
  /** What the database had been migrated to. */
  migrations: z.array(z.string()).min(1),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const tableSchema = z.object({
  table: z.string(),
  columns: z.array(z.tuple([z.string(), z.string()])),
});

export const rowSchema = z.array(z.string().nullable());

export const endSchema = z.object({
  end: z.record(z.string(), z.int()),
  sha256: z.string(),
});

export type Row = z.infer<typeof rowSchema>;
