import type { Questions } from "../context/questions.ts";
import type { Field } from "../document/fields.ts";
import { fieldNamed } from "../document/fields.ts";
import type { Section } from "../document/section.ts";
import type { FrontMatter } from "../proposal/proposal.ts";
import { isPlaceholder } from "../timeline/templateRow.ts";
import type { Attendee } from "../proposal/proposal.ts";

const attendeeLabels =
  /^(?:attendees?|(?:active )?participants?|people involved|people|responders?|present|in attendance|meeting attendees|incident responders|involved|team)$/;
const roleLabels =
  /^(?:incident commander|incident manager|incident lead|commander|ic|deputy|communications? (?:lead|manager)|comms lead|operations lead|ops lead|scribe|tech(?:nical)? lead|subject matter experts?|sme|liaison|on ?call|on call engineer|reporter|reported by|detected by|responder|support lead|author|authors|written by|contributors?)$/;

export interface People {
  attendees: Attendee[];
  owner?: string;
  facilitator?: string;
}

/** People named as attendees, in roles, as owner or facilitator. Nobody is concluded from the story itself. */
export function readPeople(
  frontMatter: FrontMatter | null,
  sections: readonly Section[],
  fields: readonly Field[],
  questions: Questions,
): People {
  const people = new Map<string, Attendee>();
  const add = (person: Attendee): void => {
    const key = person.name.toLowerCase();
    const known = people.get(key);
    if (key === "" || isPlaceholder(person.name) || person.name.length > 80) return;
    if (known === undefined) people.set(key, person);
    else if (known.role === undefined && person.role !== undefined)
      people.set(key, { ...known, role: person.role });
  };
  for (const field of fields) {
    if (attendeeLabels.test(field.label)) namesOf(field.value, field.line, questions).forEach(add);
    // "Detected by: a dashboard" names no person.
    const watched = /^(?:detected|reported) by$/.test(field.label) && !isName(field.value);
    if (roleLabels.test(field.label) && !watched)
      namesOf(field.value, field.line, questions).forEach((person) =>
        add({ ...person, role: person.role ?? roleOf(field.label) }),
      );
  }
  for (const section of sections)
    if (section.kind === "attendees") attendeesOf(section, questions).forEach(add);
  const owner = single(
    fieldNamed(
      fields,
      /^(?:owner|owner of review|incident owner|post ?mortem owner|retrospective owner|review owner|document owner|author)$/,
    ),
  );
  const facilitator = single(fieldNamed(fields, /^(?:facilitator|facilitated by|moderator|review lead)$/));
  const named = (key: string): string | null => {
    const value = frontMatter?.other[key];
    return typeof value === "string" && value.trim() !== "" && !isPlaceholder(value) ? value.trim() : null;
  };
  return {
    attendees: [...people.values()],
    ...optional("owner", named("owner") ?? owner),
    ...optional("facilitator", named("facilitator") ?? facilitator),
  };
}

const isName = (text: string): boolean =>
  text.trim().split(/\s+/).length <= 4 &&
  !/\b(?:dashboard|alert|alerts|alerting|monitor\w*|showing|customers?|users?|systems?|tickets?|support|automated|automation|prometheus|grafana|pagerduty|datadog)\b/i.test(
    text,
  );

const optional = <K extends string>(key: K, value: string | null): Partial<Record<K, string>> => {
  const made: Partial<Record<K, string>> = {};
  if (value !== null) made[key] = value;
  return made;
};

const roleOf = (label: string): string => (label === "authors" || label === "written by" ? "author" : label);

function single(field: Field | null): string | null {
  const name = field ? cleanName(field.value) : "";
  return name === "" || isPlaceholder(name) || /,| and |;/.test(name) || name.length > 80 ? null : name;
}

const cleanName = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`<>]/g, "")
    .replace(/^[\s@-]+|[\s.,;:]+$/g, "")
    .trim();

/** `Ada Lovelace (scribe)`, `Ada – scribe`, `Scribe: Ada`. */
function personOf(text: string): Attendee {
  const labelled = /^([^:]{2,40}):\s*(.+)$/.exec(text);
  if (labelled?.[1] && labelled[2] && roleLabels.test(labelled[1].toLowerCase().replace(/[*_]/g, "").trim()))
    return { name: cleanName(labelled[2]), role: cleanName(labelled[1]).toLowerCase() };
  const found = /^(.+?)\s*(?:\(([^()]{2,60})\)|\s[-–—]\s(.{2,60}))\s*$/.exec(text.trim());
  const role = (found?.[2] ?? found?.[3])?.replace(/[*_`]/g, "").trim();
  return found?.[1] && role ? { name: cleanName(found[1]), role } : { name: cleanName(text) };
}

/** Names on one line: by commas, semicolons, `and`, or blanks where the words leave no doubt. */
function namesOf(line: string, lineNumber: number, questions: Questions): Attendee[] {
  const text = line
    .replace(/\n/g, ", ")
    .replace(/<br\s*\/?>/gi, ", ")
    .trim();
  if (text === "") return [];
  if (/[,;/]|\s(?:and|&)\s|\t|\s{2,}/.test(text))
    return text
      .split(/\s*(?:[,;]|\s\/\s|\t|\s{2,}|\s(?:and|&)\s)\s*(?![^()]*\))/)
      .map(personOf)
      .filter(({ name }) => name !== "");
  const words = text.split(" ");
  if (words.length > 1 && words.every((word) => /^(?:@.+|[a-z0-9][\w.-]*|\p{Lu}{1,4})$/u.test(word)))
    return words.map(personOf);
  // Two or three words are one person's name; more are several people's, but where one ends is not written.
  const capitalised = words.length > 3 && words.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word));
  if (!capitalised) return [personOf(text)];
  const answer = questions.answer("people");
  if (answer !== "one" && answer !== "two") {
    questions.ask({
      id: "people",
      line: lineNumber,
      about: "people",
      sentence: "The attendees are separated by blanks only. Is each word a person, or every two words?",
      choices: [
        { label: `each word: ${words[0] ?? ""}, ${words[1] ?? ""}, …`, value: "one" },
        { label: `every two: ${words.slice(0, 2).join(" ")}, …`, value: "two" },
      ],
    });
    return [];
  }
  if (answer === "one") return words.map((name) => ({ name }));
  return words.flatMap((word, index) =>
    index % 2 === 0 ? [{ name: [word, words[index + 1] ?? ""].join(" ").trim() }] : [],
  );
}

function attendeesOf(section: Section, questions: Questions): Attendee[] {
  return section.blocks.flatMap((block): Attendee[] => {
    if (block.kind === "item" && /^(?:\p{Lu}{1,4}[ ,;]+)+\p{Lu}{1,4}$/u.test(block.text.trim()))
      return namesOf(block.text, block.line, questions);
    if (block.kind === "item")
      return /[,;]/.test(block.text) && !/\(/.test(block.text)
        ? namesOf(block.text.replace(/^[^:]{2,40}:\s*/, ""), block.line, questions)
        : [personOf(block.text.split("\n")[0] ?? "")];
    if (block.kind === "paragraph" && block.text.length < 600 && !/[.!?](?:\s|$)/.test(block.text))
      return block.text
        .split("\n")
        .flatMap((line) =>
          /^[^:]{2,40}:\s/.test(line) ? [personOf(line)] : namesOf(line, block.line, questions),
        );
    if (block.kind === "table")
      return block.rows.map((row) => ({
        name: cleanName(row.cells[0] ?? ""),
        ...(row.cells[1] ? { role: cleanName(row.cells[1]) } : {}),
      }));
    return [];
  });
}
