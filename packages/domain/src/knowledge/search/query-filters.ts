/** What kinds of documents are searched. */
export const documentKinds = ["retrospective", "incident", "timeline", "countermeasure"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Narrowing by fields. Several values of one field: any of them. Several fields: all of them. */
export interface Filters {
  /** 1 (worst) to 5. */
  readonly severities?: readonly number[];
  readonly services?: readonly string[];
  readonly tags?: readonly string[];
  readonly teams?: readonly string[];
  readonly kinds?: readonly DocumentKind[];
  /** Civil dates, YYYY-MM-DD, both inclusive: when it happened. */
  readonly after?: string;
  readonly before?: string;
}

export interface QueryProblem {
  readonly field: string;
  readonly value: string;
  /** A sentence for a person: what would be right. */
  readonly message: string;
}

type Parsed =
  | { readonly kind: "filter"; readonly filters: Filters }
  | { readonly kind: "problem"; readonly problem: QueryProblem }
  /** No field of ours: it is read as a word ("http:500"). */
  | { readonly kind: "word" };

const daysPerMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Adds one `field:value` to the filters, or says what is wrong with it. */
export function parseFilter(filters: Filters, field: string, value: string): Parsed {
  switch (field) {
    case "severity":
    case "sev":
      return severity(filters, field, value);
    case "service":
      return { kind: "filter", filters: { ...filters, services: added(filters.services, value) } };
    case "tag":
      return { kind: "filter", filters: { ...filters, tags: added(filters.tags, value) } };
    case "team":
      return { kind: "filter", filters: { ...filters, teams: added(filters.teams, value) } };
    case "kind":
      return documentKind(filters, field, value);
    case "after":
    case "before":
      return date(filters, field, value);
    default:
      return { kind: "word" };
  }
}

function added<T>(held: readonly T[] | undefined, value: T): readonly T[] {
  return [...(held ?? []), value];
}

function severity(filters: Filters, field: string, value: string): Parsed {
  const level = /^(?:sev)?-?([1-5])$/i.exec(value)?.[1];
  if (level === undefined) return problem(field, value, "A severity is SEV1 to SEV5.");
  return { kind: "filter", filters: { ...filters, severities: added(filters.severities, Number(level)) } };
}

function documentKind(filters: Filters, field: string, value: string): Parsed {
  const known = documentKinds.find((kind) => kind === value.toLowerCase());
  if (known === undefined) return problem(field, value, `A kind is one of ${documentKinds.join(", ")}.`);
  return { kind: "filter", filters: { ...filters, kinds: added(filters.kinds, known) } };
}

function date(filters: Filters, field: "after" | "before", value: string): Parsed {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2] ?? 1), Number(match?.[3] ?? 1)];
  const longest = daysPerMonth[month - 1];
  if (!match || year < 1 || longest === undefined || day < 1 || day > longest || !isDay(year, month, day))
    return problem(field, value, "A date is written YYYY-MM-DD, YYYY-MM or YYYY.");
  const whole = `${match[1]}-${match[2] ?? (field === "after" ? "01" : "12")}`;
  const full =
    match[3] === undefined ? `${whole}-${lastOrFirst(field, year, match[2])}` : `${whole}-${match[3]}`;
  return { kind: "filter", filters: { ...filters, [field]: full } };
}

function isDay(year: number, month: number, day: number): boolean {
  return month !== 2 || day <= 28 || leap(year);
}

function lastOrFirst(field: "after" | "before", year: number, month: string | undefined): string {
  if (field === "after") return "01";
  const number = month === undefined ? 12 : Number(month);
  return String(number === 2 && !leap(year) ? 28 : daysPerMonth[number - 1]);
}

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function problem(field: string, value: string, message: string): Parsed {
  return { kind: "problem", problem: { field, value, message } };
}
