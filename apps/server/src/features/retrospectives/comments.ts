import type { Comment } from "@morrow/contract/retrospectives";
import type { Viewer } from "@morrow/domain/people";
import type { DocumentSectionId } from "@morrow/domain/retrospectives";
import type { Selectable } from "kysely";
import { z } from "zod";

import type { Trx } from "../../platform/db/index.ts";
import type { RetrospectiveCommentTable } from "../../platform/db/tables/retrospectives.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { decodeCursor, pageOf } from "../../platform/http/cursor.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import { audiencesIn, namesOf } from "../people/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { findRetrospective, lockRetrospective } from "./find.ts";
import { recordOf } from "./write.ts";

type CommentRow = Selectable<RetrospectiveCommentTable>;

/** A page of the comments beside a text, oldest first. */
export function listComments(
  deps: RetrospectiveDeps,
  viewer: Viewer,
  ref: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Comment[]; next: string | null }> {
  return deps.db.read(async (trx) => {
    const { row } = await findRetrospective(trx, ref, await audiencesIn(trx, viewer));
    const after = decodeCursor(z.tuple([z.uuid()]), cursor);
    const rows = await trx
      .selectFrom("retrospective_comment")
      .selectAll()
      .where("retrospective_id", "=", row.id)
      .$if(after !== null, (query) => query.where("id", ">", after?.[0] ?? ""))
      .orderBy("id")
      .limit(limit + 1)
      .execute();
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { items: await present(trx, page.rows), next: page.next };
  });
}

interface NewComment {
  section: DocumentSectionId;
  quote: string;
  body: string;
  replyTo: string | null;
}

/** Adds a comment, or a reply to one. The log says that there is one, never what it says. */
export function addComment(
  deps: RetrospectiveDeps,
  caller: Caller,
  ref: string,
  { section, quote, body, replyTo }: NewComment,
): Promise<Comment> {
  return deps.spine.write(caller.request, async (work) => {
    refuseEmpty(body);
    const { row } = await lockRetrospective(work.trx, ref, await audiencesIn(work.trx, caller.viewer));
    const thread = replyTo === null ? null : await threadOf(work.trx, row.id, replyTo);
    const comment = {
      id: work.newId(),
      retrospective_id: row.id,
      person_id: caller.viewer.personId,
      revision: 1,
      // A reply stands where its thread does.
      section: thread?.section ?? section,
      quote: thread === null ? quote : "",
      body,
      reply_to: thread?.id ?? null,
      created_at: work.now,
      saved_at: work.now,
      withdrawn: false,
      settled_at: null,
      settled_by: null,
    };
    await work.trx.insertInto("retrospective_comment").values(comment).execute();
    // Whoever answers has something left to say.
    if (thread !== null && thread.settled_at !== null) await settle(work.trx, thread, null);
    recordOf(work, row, "retrospective.commented", { comment: comment.id, section: comment.section });
    return presentOne(work.trx, comment);
  });
}

interface CommentChange {
  revision: number;
  body?: string | undefined;
  withdrawn?: true | undefined;
  settled?: boolean | undefined;
}

/** Words are changed by their author; a thread is settled, or taken up again, by anybody who writes here. */
export function changeComment(
  deps: RetrospectiveDeps,
  caller: Caller,
  place: { ref: string; comment: string },
  change: CommentChange,
): Promise<Comment> {
  const { personId } = caller.viewer;
  return deps.spine.write(caller.request, async (work) => {
    const audiences = await audiencesIn(work.trx, caller.viewer);
    const { row } = await lockRetrospective(work.trx, place.ref, audiences);
    // The retrospective is held, so nobody else changes its comments meanwhile.
    const before = await commentOf(work.trx, row.id, place.comment);
    if (before.revision !== change.revision)
      throw new Refusal("conflict.revision", { current: await presentOne(work.trx, before) });
    const touchesWords = change.body !== undefined || change.withdrawn === true;
    if (touchesWords && before.person_id !== personId) throw new Refusal("comment.not_yours");
    if (change.body !== undefined) refuseEmpty(change.body);
    if (change.settled !== undefined) {
      refuseSettlingReply(before);
      await settle(work.trx, before, change.settled ? { at: work.now, by: personId } : null);
    }
    const words =
      change.withdrawn === true
        ? { body: "", quote: "", withdrawn: true }
        : change.body === undefined
          ? {}
          : { body: change.body, withdrawn: false };
    await work.trx
      .updateTable("retrospective_comment")
      .set({ ...words, ...(touchesWords ? { saved_at: work.now } : {}), revision: before.revision + 1 })
      .where("id", "=", before.id)
      .execute();
    recordOf(work, row, "retrospective.comment_changed", { comment: before.id });
    return presentOne(work.trx, await commentOf(work.trx, row.id, before.id));
  });
}

async function settle(
  trx: Trx,
  { id }: Pick<CommentRow, "id">,
  settled: { at: string; by: string } | null,
): Promise<void> {
  await trx
    .updateTable("retrospective_comment")
    .set({ settled_at: settled?.at ?? null, settled_by: settled?.by ?? null })
    .where("id", "=", id)
    .execute();
}

async function commentOf(trx: Trx, retrospectiveId: string, id: string): Promise<CommentRow> {
  const comment = await trx
    .selectFrom("retrospective_comment")
    .selectAll()
    .where("retrospective_id", "=", retrospectiveId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (comment === undefined) throw new Refusal("not_found");
  return comment;
}

/** The comment that a reply belongs to: threads have one level, so an answer to a reply answers its thread. */
async function threadOf(trx: Trx, retrospectiveId: string, id: string): Promise<CommentRow> {
  const answered = await commentOf(trx, retrospectiveId, id);
  return answered.reply_to === null ? answered : commentOf(trx, retrospectiveId, answered.reply_to);
}

function refuseEmpty(body: string): void {
  if (body.trim() !== "") return;
  throw new Refusal("input.rule", {
    fields: [{ path: ["body", "body"], code: "empty", message: "Please write something here." }],
  });
}

function refuseSettlingReply({ reply_to }: CommentRow): void {
  if (reply_to === null) return;
  throw new Refusal("input.rule", {
    fields: [
      {
        path: ["body", "settled"],
        code: "not_a_thread",
        message: "A thread is settled by its first comment, not by a reply.",
      },
    ],
  });
}

async function presentOne(trx: Trx, row: CommentRow): Promise<Comment> {
  const [comment] = await present(trx, [row]);
  if (comment === undefined) throw new Error("one row in, one comment out");
  return comment;
}

async function present(trx: Trx, rows: readonly CommentRow[]): Promise<Comment[]> {
  const names = await namesOf(
    trx,
    rows.flatMap((row) => [row.person_id, row.settled_by]),
  );
  return rows.map((row) => ({
    id: row.id,
    person: names.person(row.person_id),
    revision: row.revision,
    section: row.section,
    quote: row.quote,
    body: row.body,
    replyTo: row.reply_to,
    createdAt: row.created_at,
    savedAt: row.saved_at,
    withdrawn: row.withdrawn,
    settled:
      row.settled_at === null || row.settled_by === null
        ? null
        : { at: row.settled_at, by: names.person(row.settled_by) },
  }));
}
