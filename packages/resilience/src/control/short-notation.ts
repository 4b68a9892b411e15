import { RulesError } from "./rules-error.ts";

/**
 * Rules in one line: `picks=latency:200±50,share:20%;reviews=status:503,first:3`. Semicolons or new lines between rules, commas
 * between what a rule says (docs/guides/resilience/fault-points.md lists it). What comes back is checked like rules of JSON.
 * @throws RulesError
 */
export function readShortNotation(text: string, place: string): Record<string, unknown>[] {
  const rules = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const numbers = new Map<string, number>();
  return rules.map((part, index) => {
    const where = `${place}, rule ${index + 1}`;
    const [point = "", ...rest] = part.split("=");
    if (rest.length === 0) throw malformed(where, `“${part}” is not a point, = and a fault.`);
    const number = (numbers.get(point.trim()) ?? 0) + 1;
    numbers.set(point.trim(), number);
    const rule = readRule(point.trim(), rest.join("=").split(","), where);
    return { id: number === 1 ? rule.point : `${rule.point}-${number}`, ...rule };
  });
}

interface Draft extends Record<string, unknown> {
  readonly point: string;
  readonly effects: unknown[];
  labels?: Readonly<Record<string, readonly string[]>>;
}

function readRule(point: string, items: readonly string[], place: string): Draft {
  const draft: Draft = { point, effects: [] };
  for (const item of items) {
    const [word = "", ...values] = item.trim().split(":");
    const read = Object.hasOwn(words, word) ? words[word] : undefined;
    if (read === undefined || !read(draft, values))
      throw malformed(place, `“${item.trim()}” is not understood.`);
  }
  return draft;
}

/** What a word of the notation says. Each returns false for values that it does not understand. */
const words: Readonly<Record<string, (draft: Draft, values: readonly string[]) => boolean>> = {
  latency: (draft, [duration = "", ...rest]) => {
    const match = /^(\d+(?:\.\d+)?)(?:(±|\+-|\+)(\d+(?:\.\d+)?))?$/.exec(duration);
    if (match === null || rest.length > 0) return false;
    const [, middle, sign, width] = match;
    const jitter = Number(width ?? 0);
    // 200±50 is from 150 to 250: at least 150, and up to 100 more.
    draft.effects.push(
      sign === undefined || sign === "+"
        ? { kind: "latency", milliseconds: Number(middle), jitter }
        : { kind: "latency", milliseconds: Number(middle) - jitter, jitter: 2 * jitter },
    );
    return true;
  },
  exception: (draft, [name, ...message]) => {
    const named = name === undefined || name === "" ? {} : { name };
    const said = message.length === 0 ? {} : { message: message.join(":") };
    draft.effects.push({ kind: "exception", ...named, ...said });
    return true;
  },
  status: (draft, [status, retryAfter, ...rest]) => {
    const later = retryAfter === undefined ? {} : { retryAfter: numberOf(retryAfter) };
    draft.effects.push({ kind: "status", status: numberOf(status), ...later });
    return rest.length === 0;
  },
  hang: (draft, [bound, ...rest]) => {
    draft.effects.push({ kind: "hang", ...(bound === undefined ? {} : { milliseconds: numberOf(bound) }) });
    return rest.length === 0;
  },
  before: (draft, values) => set(draft, "position", "before", values.length === 0),
  instead: (draft, values) => set(draft, "position", "instead", values.length === 0),
  after: (draft, values) => set(draft, "position", "after", values.length === 0),
  share: (draft, [share, ...rest]) => set(draft, "share", shareOf(share), rest.length === 0),
  cohort: (draft, [by, share, ...rest]) =>
    set(draft, "cohort", { by, share: shareOf(share) }, rest.length === 0),
  first: (draft, [first, ...rest]) => set(draft, "first", numberOf(first), rest.length === 0),
  seed: (draft, [seed, ...rest]) => set(draft, "seed", numberOf(seed), rest.length === 0),
  id: (draft, [id, ...rest]) => set(draft, "id", id, rest.length === 0),
  label: (draft, [name = "", ...value]) => {
    if (name === "" || value.length === 0) return false;
    draft.labels = { ...draft.labels, [name]: value.join(":").split("|") };
    return true;
  },
};

function set(draft: Draft, key: string, value: unknown, understood: boolean): boolean {
  if (Object.hasOwn(draft, key)) return false;
  draft[key] = value;
  return understood;
}

/** NaN, which no rule takes, for what is no number. */
function numberOf(text: string | undefined): number {
  return text === undefined || text === "" ? Number.NaN : Number(text);
}

function shareOf(text: string | undefined): number {
  return text?.endsWith("%") === true ? numberOf(text.slice(0, -1)) / 100 : numberOf(text);
}

function malformed(place: string, problem: string): RulesError {
  return new RulesError("rules.malformed", place, problem);
}
