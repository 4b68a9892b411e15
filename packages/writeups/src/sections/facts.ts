import { fieldNamed, type Field } from "../document/fields.ts";
import type { Section } from "../document/section.ts";
import { isPlaceholder } from "../timeline/templateRow.ts";
import type { FrontMatter, Link, WriteupProposal } from "../proposal/proposal.ts";
import { ticketsIn } from "./actionText.ts";

const list = (value: string): string[] =>
  value
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]/g, "")
    .split(/\s*[,;]\s*|\s+and\s+/)
    .map((each) => each.trim())
    .filter((each) => each !== "" && !isPlaceholder(each) && each.length <= 80);

/** Severity as written; the level only where a number says it (SEV0 counts as the worst, 1). */
export function severityOf(
  frontMatter: FrontMatter | null,
  fields: readonly Field[],
  titleText: string | null,
  titleLine: number | null,
): WriteupProposal["severity"] {
  const field = fieldNamed(
    fields,
    /^(?:severity|sev|incident severity|severity level|priority|impact level|sev level|incident level)$/,
  );
  const stated = frontMatter?.other["severity"] ?? frontMatter?.other["sev"];
  const inTitle = /\b(?:SEV|Sev|sev|P)[- ]?([0-5])\b/.exec(titleText ?? "");
  const given =
    typeof stated === "string" || typeof stated === "number"
      ? String(stated)
      : field && !isPlaceholder(field.value)
        ? field.value.replace(/[*_`]/g, "").trim().slice(0, 80)
        : inTitle?.[0];
  if (given === undefined || given === "") return undefined;
  const number = /\b(?:sev(?:erity)?|p|s|priority|level)[- ]?#?([0-5])\b|^\s*([0-5])\s*$/i
    .exec(given)
    ?.slice(1)
    .find((each) => each !== undefined);
  const level = ([1, 1, 2, 3, 4, 5] as const)[Number(number ?? Number.NaN)];
  return { given, ...(level === undefined ? {} : { level }), line: field?.line ?? titleLine ?? 1 };
}

export function servicesOf(fields: readonly Field[], frontMatter: FrontMatter | null): string[] {
  const field = fieldNamed(
    fields,
    /^(?:services?|(?:affected|impacted) (?:services?|systems?|components?|products?)|(?:services?|systems?|components?|products?) (?:affected|impacted)|components?|systems?)$/,
  );
  const named = field && !/[.!?]\s/.test(field.value) ? list(field.value) : [];
  const stated = [
    frontMatter?.other["services"],
    frontMatter?.other["services_affected"],
    frontMatter?.other["service"],
  ].flatMap((value) =>
    Array.isArray(value)
      ? value.filter((each) => typeof each === "string")
      : typeof value === "string"
        ? list(value)
        : [],
  );
  const product = frontMatter?.product?.trim() ?? "";
  return [...new Set([...stated, ...named, ...(product === "" ? [] : [product])])];
}

export function tagsOf(fields: readonly Field[], frontMatter: FrontMatter | null): string[] {
  const other = [frontMatter?.other["tags"], frontMatter?.other["labels"]].flatMap((value) =>
    Array.isArray(value)
      ? value.filter((each) => typeof each === "string")
      : typeof value === "string"
        ? list(value)
        : [],
  );
  const field = fieldNamed(fields, /^(?:tags?|labels?|keywords?|categories|category)$/);
  return [
    ...new Set([
      ...(frontMatter?.categories ?? []),
      ...(frontMatter?.keywords ?? []),
      ...other,
      ...(field ? list(field.value) : []),
    ]),
  ];
}

const linkPattern =
  /!?\[([^\]\n]*)\]\(<?((?:https?|mailto):[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?[^()\n]*\)|<(https?:[^\s<>]+)>|(?<![("'\w])(https?:\/\/[^\s<>)\]"']+)/g;

/** Links of the lines from index `from` up to `to`, each address once, with the words that carry it. Images are no links. */
export function linksOf(lines: readonly string[], from: number, to: number): Link[] {
  const found = new Map<string, Link>();
  for (let index = from; index < Math.min(to, lines.length); index += 1) {
    const line = (lines[index] ?? "").slice(0, 20_000);
    if (!line.includes(":")) continue;
    for (const match of line.matchAll(linkPattern)) {
      if (match[0].startsWith("!")) continue;
      const url = match[2] ?? match[3] ?? match[4]?.replace(/[.,;:!?]+$/, "") ?? "";
      if (url !== "" && !found.has(url)) found.set(url, { url, text: match[1] ?? "", line: index + 1 });
    }
  }
  return [...found.values()];
}

/** Tickets named in fields, actions and links to trackers. */
export function ticketsOf(
  fields: readonly Field[],
  sections: readonly Section[],
  links: readonly Link[],
): string[] {
  const labelled = fields
    .filter((field) => /\b(?:ticket|tickets|issue|issues|jira|bug|bugs|tracking)\b/.test(field.label))
    .flatMap((field) => ticketsIn(field.value));
  const acted = sections
    .filter((section) => section.kind === "actions")
    .flatMap((section) =>
      section.blocks.flatMap((block) =>
        block.kind === "item" || block.kind === "paragraph"
          ? ticketsIn(block.text)
          : block.kind === "table"
            ? block.rows.flatMap((row) => ticketsIn(row.cells.join(" ")))
            : [],
      ),
    );
  return [...new Set([...labelled, ...acted, ...links.flatMap((link) => ticketsIn(link.url))])];
}
