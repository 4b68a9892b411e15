import { type RawBuilder, sql } from "kysely";

/** As `title_words` of migration 0010 has it: whatever is not an ASCII sign or space belongs to a word. */
const betweenWords = /[\0-/:-@[-`{-~]+/;

/**
 * Whether each word of `text` begins a word of the title, in any order, upper and lower case alike. Undefined when the text
 * holds no word, and so asks for nothing.
 * @param title a column; those of incidents and countermeasures have an index for this
 */
export function titleHolds(title: RawBuilder<unknown>, text: string): RawBuilder<boolean> | undefined {
  const words = text.split(betweenWords).filter((word) => word !== "");
  if (words.length === 0) return undefined;
  const wanted = words.map((word) => `'${word}':*`).join(" & ");
  return sql<boolean>`title_words(${title}) @@ lower(${wanted})::tsquery`;
}
