import { dateOfText } from "../moments/civil.ts";
import { shortId } from "../context/questions.ts";
import type { CountermeasureText, RetrospectiveText, RowText } from "./retrospectiveText.ts";

/*
 * An export ends with a comment that holds the same fields as data, with a mark of the text above it. Markdown alone
 * cannot carry every text through a list or a table and back; the comment can, and is invisible wherever Markdown is
 * shown. Once somebody edits the text the mark no longer fits, and the text counts, not the comment.
 */

const markOf = (text: string): string => `${text.length.toString(36)}.${shortId(text)}`;

/** `text` must end with a line end. */
export function withTrailer(text: string, data: RetrospectiveText): string {
  // `-` and `>` are escaped so that no text can close the comment; line separators so that it stays one line.
  const json = JSON.stringify(data).replace(
    /[<>\-\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${text}\n<!-- morrow:1 ${markOf(text)} ${json} -->\n`;
}

const trailer = /\n<!-- morrow:1 (\S{1,40}) (\{[^\n]*\}) -->\n?$/;

/** The data of an unedited export, else null. Line ends may have been changed to CRLF on the way. */
export function trailerOf(text: string): RetrospectiveText | null {
  const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const at = plain.lastIndexOf("\n<!-- morrow:1 ");
  const found = at < 0 ? null : trailer.exec(plain.slice(at));
  if (!found?.[2] || markOf(plain.slice(0, at)) !== found[1]) return null;
  try {
    return retrospective(JSON.parse(found[2]));
  } catch {
    // Not ours after all: the text is read as any other.
    return null;
  }
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const texts = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : undefined;
const list = <T>(value: unknown, of: (fields: Fields) => T | null): T[] | undefined =>
  Array.isArray(value) ? value.filter(isFields).flatMap((each) => of(each) ?? []) : undefined;

/** Leaves out what is undefined, so that absent fields stay absent. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept: Partial<T> = { ...fields };
  for (const key of Object.keys(kept))
    if (Reflect.get(kept, key) === undefined) Reflect.deleteProperty(kept, key);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- undefined values were just left out
  return kept as { [K in keyof T]: Exclude<T[K], undefined> };
}

const instant = (value: unknown): string | undefined =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value) &&
  dateOfText(value) !== null
    ? value
    : undefined;
const precisions = ["day", "hour", "minute", "second"] as const;

function row(fields: Fields): RowText | null {
  const precision = precisions.find((each) => each === fields["precision"]);
  const body = text(fields["text"]);
  if (precision === undefined || body === undefined) return null;
  return defined({
    instant: instant(fields["instant"]) ?? null,
    precision,
    end: instant(fields["end"]),
    approximate: fields["approximate"] === true ? true : undefined,
    actor: text(fields["actor"]),
    text: body,
  });
}

function countermeasure(fields: Fields): CountermeasureText | null {
  const body = text(fields["text"]);
  const state = fields["state"] === "open" || fields["state"] === "done" ? fields["state"] : undefined;
  return body === undefined
    ? null
    : defined({
        text: body,
        owner: text(fields["owner"]),
        due: text(fields["due"]),
        state,
        ticket: text(fields["ticket"]),
      });
}

function attendee(fields: Fields): { name: string; role?: string } | null {
  const name = text(fields["name"]);
  return name === undefined ? null : defined({ name, role: text(fields["role"]) });
}

function retrospective(value: unknown): RetrospectiveText | null {
  if (!isFields(value)) return null;
  const uuid = text(value["uuid"]);
  const title = text(value["title"]);
  if (uuid === undefined || title === undefined) return null;
  return defined({
    uuid,
    title,
    summary: text(value["summary"]),
    severity: text(value["severity"]),
    owner: text(value["owner"]),
    facilitator: text(value["facilitator"]),
    startedAt: instant(value["startedAt"]),
    detectedAt: instant(value["detectedAt"]),
    resolvedAt: instant(value["resolvedAt"]),
    services: texts(value["services"]),
    tags: texts(value["tags"]),
    attendees: list(value["attendees"], attendee),
    timeline: list(value["timeline"], row),
    contributingFactors: texts(value["contributingFactors"]),
    whatWentWell: texts(value["whatWentWell"]),
    whatWasConfusing: texts(value["whatWasConfusing"]),
    whereWeWereLucky: texts(value["whereWeWereLucky"]),
    countermeasures: list(value["countermeasures"], countermeasure),
    narrative: text(value["narrative"]),
  });
}
