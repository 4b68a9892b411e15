import { stringify } from "yaml";
import type { CountermeasureText, RetrospectiveText, RowText } from "./retrospectiveText.ts";
import { withTrailer } from "./trailer.ts";

/**
 * Writes the whole retrospective as Markdown: YAML front matter, sections for people, and a closing comment with the
 * same fields as data. `readWriteup` gives the same fields back; see `trailer.ts` for how. Texts are written as they
 * are; nothing is left out.
 */
export function writeMarkdown(retrospective: RetrospectiveText): string {
  const parts = [
    frontMatter(retrospective),
    `# ${oneLine(retrospective.title)}`,
    section("Summary", retrospective.summary ?? ""),
    retrospective.narrative ?? "",
    section("Timeline", timeline(retrospective.timeline ?? [])),
    section("Contributing factors", bullets(retrospective.contributingFactors)),
    section("What went well", bullets(retrospective.whatWentWell)),
    section("What was confusing", bullets(retrospective.whatWasConfusing)),
    section("Where we were lucky", bullets(retrospective.whereWeWereLucky)),
    section("Countermeasures", countermeasures(retrospective.countermeasures ?? [])),
    section(
      "Attendees",
      bullets(
        retrospective.attendees?.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`)),
      ),
    ),
  ];
  return withTrailer(`${parts.filter((part) => part !== "").join("\n\n")}\n`, retrospective);
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
const section = (heading: string, body: string): string =>
  body.trim() === "" ? "" : `## ${heading}\n\n${body}`;

function frontMatter(retrospective: RetrospectiveText): string {
  const {
    uuid,
    title,
    severity,
    owner,
    facilitator,
    startedAt,
    detectedAt,
    resolvedAt,
    services,
    tags,
    summary,
  } = retrospective;
  const fields = {
    uuid,
    title,
    severity,
    owner,
    facilitator,
    start_time: startedAt,
    detected_at: detectedAt,
    end_time: resolvedAt,
    services,
    keywords: tags,
    summary,
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  // Quoted, so that "2025-10-03" or "yes" stays the text it is.
  return `---\n${stringify(given, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 })}---`;
}

const bullets = (texts: readonly string[] | undefined): string =>
  (texts ?? []).map((text) => `- ${indented(text)}`).join("\n");

/** Further lines of an item are indented, so that they stay in it. */
const indented = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, index) => (index === 0 || line === "" ? line : `  ${line}`))
    .join("\n");

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\r\n|\r|\n/g, "<br>");

function timeline(rows: readonly RowText[]): string {
  if (rows.length === 0) return "";
  const withActors = rows.some((row) => row.actor !== undefined);
  const head = withActors
    ? "| Time (UTC) | Who | Event |\n| --- | --- | --- |"
    : "| Time (UTC) | Event |\n| --- | --- |";
  const lines = rows.map(
    (row) => `| ${time(row)} |${withActors ? ` ${cell(row.actor ?? "")} |` : ""} ${cell(row.text)} |`,
  );
  return [head, ...lines].join("\n");
}

function time(row: RowText): string {
  if (row.instant === null) return "??";
  const start = written(row.instant, row.precision);
  return `${row.approximate === true ? "~" : ""}${start}${row.end === undefined ? "" : ` – ${written(row.end, row.precision)}`}`;
}

function written(instant: string, precision: RowText["precision"]): string {
  const [date = "", clock = ""] = instant.slice(0, 19).split("T");
  switch (precision) {
    case "day":
      return date;
    case "hour":
      return `${date} ${clock.slice(0, 2)}h`;
    case "minute":
      return `${date} ${clock.slice(0, 5)}`;
    case "second":
      return `${date} ${clock}`;
  }
}

function countermeasures(all: readonly CountermeasureText[]): string {
  return all
    .map(({ text, owner, due, state, ticket }) => {
      const facts = [
        owner === undefined ? "" : `Owner: ${owner}`,
        due === undefined ? "" : `Due: ${due}`,
        ticket ?? "",
      ].filter((fact) => fact !== "");
      const box = state === undefined ? "" : state === "done" ? "[x] " : "[ ] ";
      return `- ${box}${indented(text)}${facts.length === 0 ? "" : ` (${facts.join("; ")})`}`;
    })
    .join("\n");
}
