// Beside an older process: yes, it only adds tables that an older process does not know.
import { type Kysely, sql } from "kysely";

/**
 * The search index. Everything here is derived from other tables, so backups leave it out and a follower rebuilds it.
 *
 * Postings are read in order of impact, per class of reader (0 everyone, 1 members, 2 restricted), so that a reader who
 * may see little still gets the best of what they may see. `doc` is a short number: four bytes in every posting, not 16.
 * Long texts stand apart from the fields, so that filters read few pages.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table knowledge_document (
        doc int generated always as identity primary key,
        id uuid not null unique,
        kind text not null,
        incident_id uuid,
        audience text not null,
        class smallint not null,
        title text not null,
        lead text not null,
        severity int,
        services text[] not null,
        tags text[] not null,
        team text,
        occurred_at timestamptz,
        published_at timestamptz,
        length int not null,
        revision int not null
      )`,
    `create index knowledge_document_restricted on knowledge_document (audience) where class = 2`,
    `create index knowledge_document_by_time on knowledge_document (occurred_at desc nulls last, doc desc)`,
    `create index knowledge_document_by_service on knowledge_document using gin (services)`,
    `create index knowledge_document_by_tag on knowledge_document using gin (tags)`,
    `create index knowledge_document_by_team on knowledge_document (team)`,
    `create index knowledge_document_by_incident on knowledge_document (incident_id)`,
    `create index knowledge_document_by_severity on knowledge_document (severity)`,
    `create table knowledge_content (
        doc int primary key references knowledge_document on delete cascade,
        text text not null,
        fingerprint jsonb not null
      )`,
    `create table knowledge_vector (
        doc int primary key references knowledge_document on delete cascade,
        terms int[] not null,
        impacts smallint[] not null
      )`,
    `create table knowledge_term (
        id int generated always as identity primary key,
        term text collate "C" not null unique,
        documents int not null
      )`,
    `create table knowledge_word (
        word text collate "C" primary key,
        term text collate "C" not null
      )`,
    `create index knowledge_word_from_the_end on knowledge_word ((reverse(word) collate "C"))`,
    `create table knowledge_posting (
        term int not null,
        class smallint not null,
        impact smallint not null,
        doc int not null,
        primary key (term, class, impact, doc)
      )`,
    `create table knowledge_statistics (
        one boolean primary key default true check (one),
        documents int not null,
        fingerprint_length double precision not null
      )`,
    `insert into knowledge_statistics (documents, fingerprint_length) values (0, 0)`,
    ...["document", "content", "vector", "term", "word", "posting", "statistics"].map(
      (name) => `comment on table knowledge_${name} is 'derived: the search index'`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
