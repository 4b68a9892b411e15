// Beside an older process: yes, it only adds a function and indexes.
import { type Kysely, sql } from "kysely";

/**
 * Words of titles, for the filter of the lists: a pattern that may begin anywhere reads every row. Words are whatever stands
 * between ASCII signs and spaces. The function says what it costs: the planner would otherwise rather take the words of all
 * titles apart, newest first, than look into the index. The statistics tell a word that few titles hold from one that all do.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function title_words(title text) returns tsvector language plpgsql immutable strict parallel safe cost 500 as $$
    begin
      return array_to_tsvector(array_remove(regexp_split_to_array(lower(title), '[\\x01-/:-@\\[-\\x60{-~]+'), ''));
    end $$`.execute(db);
  for (const table of ["incident", "countermeasure"]) {
    await sql`
      create index ${sql.ref(`${table}_by_title_word`)} on ${sql.table(table)} using gin (title_words(title))
      with (fastupdate = off)`.execute(db);
    await sql`analyze ${sql.table(table)}`.execute(db);
  }
}
