import type { RetrospectiveDocument, retrospectiveRoutes } from "@morrow/contract/retrospectives";
import type { Viewer } from "@morrow/domain/people";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import { jsonb } from "../../platform/db/index.ts";
import { decodeCursor, pageOf } from "../../platform/http/cursor.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import { audiencesIn, namesOf } from "../people/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { findRetrospective } from "./find.ts";

/** Saves of one person within this time of the first are one sitting, and one entry of the history. */
const sitting = { minutes: 10 };

interface Kept {
  number: number;
  document: RetrospectiveDocument;
  by: string | null;
  note: string | null;
  /** Always an entry of its own, whoever wrote the one before. */
  apart?: boolean;
}

/**
 * Keeps a saved document in the history. The newest entry grows with the sitting of the person who writes it; once it
 * is published, carries a note, is ten minutes old or somebody else wrote, it and all before it never change again.
 */
export async function keepRevision(work: Work, retrospectiveId: string, kept: Kept): Promise<void> {
  const { number, document, by, note } = kept;
  const last = await work.trx
    .selectFrom("retrospective_revision")
    .select(["number", "by", "note", "published", "started_at"])
    .where("retrospective_id", "=", retrospectiveId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const sameSitting =
    last !== undefined &&
    kept.apart !== true &&
    by !== null &&
    last.by === by &&
    last.note === null &&
    !last.published &&
    isWithin(last.started_at, work.now);
  const values = { number, document: jsonb(document), saved_at: work.now, note };
  if (sameSitting)
    await work.trx
      .updateTable("retrospective_revision")
      .set(values)
      .where("retrospective_id", "=", retrospectiveId)
      .where("number", "=", last.number)
      .execute();
  else
    await work.trx
      .insertInto("retrospective_revision")
      .values({
        ...values,
        retrospective_id: retrospectiveId,
        started_at: work.now,
        by,
        published: false,
      })
      .execute();
}

function isWithin(startedAt: string, now: string): boolean {
  const end = Temporal.Instant.from(startedAt).add(sitting);
  return Temporal.Instant.compare(Temporal.Instant.from(now), end) <= 0;
}

type HistoryQuery = z.output<NonNullable<(typeof retrospectiveRoutes.revisions)["query"]>>;
const historyKey = z.tuple([z.int().min(1).max(2_147_483_647)]);

/** Who saved when, newest first. */
export function listRevisions(deps: RetrospectiveDeps, viewer: Viewer, ref: string, query: HistoryQuery) {
  const before = decodeCursor(historyKey, query.cursor);
  return deps.db.read(async (trx) => {
    const { row } = await findRetrospective(trx, ref, await audiencesIn(trx, viewer));
    let rows = trx
      .selectFrom("retrospective_revision")
      .select(["number", "saved_at", "by", "note", "published"])
      .where("retrospective_id", "=", row.id)
      .orderBy("number", "desc")
      .limit(query.limit + 1);
    if (before !== null) rows = rows.where("number", "<", before[0]);
    const page = pageOf(await rows.execute(), query.limit, (entry) => [entry.number]);
    const names = await namesOf(
      trx,
      page.rows.map((entry) => entry.by),
    );
    const items = page.rows.map(({ number, saved_at, by, note, published }) => ({
      number,
      savedAt: saved_at,
      by: names.person(by),
      note,
      published,
    }));
    return { items, next: page.next };
  });
}

/** An earlier document, with who saved it when. */
export function showRevision(deps: RetrospectiveDeps, viewer: Viewer, ref: string, number: number) {
  return deps.db.read(async (trx) => {
    const { row } = await findRetrospective(trx, ref, await audiencesIn(trx, viewer));
    const entry = await trx
      .selectFrom("retrospective_revision")
      .selectAll()
      .where("retrospective_id", "=", row.id)
      .where("number", "=", within32Bits(number))
      .executeTakeFirst();
    if (entry === undefined) throw new Refusal("not_found");
    const names = await namesOf(trx, [entry.by]);
    return {
      number: entry.number,
      savedAt: entry.saved_at,
      by: names.person(entry.by),
      note: entry.note,
      published: entry.published,
      document: entry.document,
    };
  });
}

/** Larger numbers are not errors of the database, only revisions that do not exist. */
export function within32Bits(number: number): number {
  return number <= 2_147_483_647 ? number : -1;
}
