import { z } from "zod";

/** Text that every part of the system can store: well-formed Unicode without NUL. `max` is in UTF-16 code units. */
export function text(max: number) {
  return z
    .string()
    .max(max, `Please keep this to ${max.toLocaleString("en")} characters.`)
    .refine(isStorable, notStorable);
}

const notStorable = "This contains a character that cannot be stored.";

function isStorable(value: string): boolean {
  return !value.includes("\u0000") && value.isWellFormed();
}

/** One line that must say something; surrounding blanks do not count. */
export function line(max = 200) {
  return text(max)
    .trim()
    .min(1, "Please write something here.")
    .refine((value) => !/[\r\n]/.test(value), "Please keep this to one line.");
}

/** Markdown of a note, a timeline event, a perspective. */
export const markdown = text(100_000);
/** Markdown of a whole narrative. */
export const longMarkdown = text(2_000_000);

export const id = z.uuid("This is not a known identifier.");

/** An instant, ISO 8601 with offset; answered in UTC. Years 1900–2200, which is what people mean. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: "Please give a date and time with its offset, such as 2026-05-01T14:05:00Z.",
  })
  .refine((value) => {
    const year = Number(value.slice(0, 4));
    return year >= 1900 && year <= 2200;
  }, "This year is outside 1900–2200.");

/** A civil date, YYYY-MM-DD. */
export const date = z.iso
  .date("Please give a date such as 2026-05-01.")
  .refine(
    (value) => Number(value.slice(0, 4)) >= 1900 && Number(value.slice(0, 4)) <= 2200,
    "This year is outside 1900–2200.",
  );

/** An IANA zone or a fixed offset, as the person gave it. Whether it exists is checked by the domain. */
export const zone = line(64);

/** A web address that may be shown as a link. */
export const url = z
  .url({ protocol: /^https?$/, error: "Please give a full web address, starting with https:// or http://." })
  .max(2_000)
  .refine(isStorable, notStorable);

/** A short label in lists: tag, service. */
export const tag = line(60);

/** The number that a change is based on: the change is refused when somebody else was faster. */
export const revision = z.int().min(1);

export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** Key of the last row of the previous page, as the previous answer gave it. */
export const cursor = z.string().max(200).optional();

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** `true`/`false` in a query string. */
export const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** A list in a query string, comma separated. */
export function commaList<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .max(2_000)
    .transform((value) =>
      value
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .pipe(z.array(item));
}
