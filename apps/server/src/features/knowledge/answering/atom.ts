/** One entry of an Atom feed (RFC 4287). Times are ISO instants. */
export interface AtomEntry {
  /** Permanent and unique: an IRI. */
  id: string;
  title: string;
  url: string;
  published: string;
  updated: string;
  /** Plain text. */
  summary: string;
  categories: readonly string[];
}

export interface AtomFeed {
  id: string;
  title: string;
  /** Who speaks: authors of single entries are not named. */
  author: string;
  /** Address of the feed itself. */
  self: string;
  /** Address of the page that it stands for. */
  url: string;
  updated: string;
  entries: readonly AtomEntry[];
}

export function writeAtom(feed: AtomFeed): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">`,
    `<id>${escape(feed.id)}</id>`,
    `<title>${escape(feed.title)}</title>`,
    `<updated>${feed.updated}</updated>`,
    `<author><name>${escape(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escape(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escape(feed.url)}"/>`,
    `<generator>Morrow</generator>`,
    ...feed.entries.map(writeEntry),
    `</feed>`,
    "",
  ].join("\n");
}

function writeEntry(entry: AtomEntry): string {
  return [
    `<entry>`,
    `<id>${escape(entry.id)}</id>`,
    `<title>${escape(entry.title)}</title>`,
    `<published>${entry.published}</published>`,
    `<updated>${entry.updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${escape(entry.url)}"/>`,
    ...entry.categories.map((term) => `<category term="${escape(term)}"/>`),
    `<summary>${escape(entry.summary)}</summary>`,
    `</entry>`,
  ].join("\n");
}

/** Characters that XML 1.0 does not know, not even escaped; half surrogate pairs are made whole before. */
// oxlint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(notInXml, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
