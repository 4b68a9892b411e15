import type { Effect, FaultRule } from "./rule.ts";

/** Says what cannot be about a rule, before anything is changed. @throws RangeError, TypeError */
export function checkRules(rules: readonly FaultRule[]): void {
  const ids = new Set<string>();
  for (const rule of rules) {
    checkRule(rule);
    if (ids.has(rule.id))
      throw new TypeError(`Two fault rules of one source have the id ${rule.id}; ids must be unique.`);
    ids.add(rule.id);
  }
}

function checkRule(rule: FaultRule): void {
  if (!isName(rule.id)) throw new TypeError("A fault rule needs an id.");
  if (!isName(rule.point)) throw new TypeError(`The fault rule ${rule.id} must name its fault point.`);
  const { id, position = "before", effects, cohort, share = 1, first = 1, seed = 0 } = rule;
  if (!positions.has(position))
    throw new TypeError(
      `The position of the fault rule ${id} must be before, instead or after, not ${position}.`,
    );
  if (!Array.isArray(effects) || effects.length === 0)
    throw new TypeError(`The fault rule ${id} needs at least one effect.`);
  for (const effect of effects) checkEffect(effect, id);
  checkShare(share, `The share of the fault rule ${id}`);
  if (cohort !== undefined) checkShare(cohort.share, `The share of the cohort of the fault rule ${id}`);
  if (cohort !== undefined && !isName(cohort.by))
    throw new TypeError(`The cohort of the fault rule ${id} must name a label.`);
  if (!Number.isSafeInteger(first) || first < 1)
    throw new RangeError(`The fault rule ${id} can be for the first 1 or more calls, not ${first}.`);
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`The seed of the fault rule ${id} must be a whole number, not ${seed}.`);
}

const positions: ReadonlySet<unknown> = new Set(["before", "instead", "after"]);

function isName(text: unknown): boolean {
  return typeof text === "string" && text !== "";
}

function checkShare(share: number, what: string): void {
  if (!(share > 0 && share <= 1))
    throw new RangeError(`${what} must be more than 0 and at most 1, not ${share}.`);
}

function checkEffect(effect: Effect, id: string): void {
  switch (effect.kind) {
    case "latency":
      checkDuration(effect.milliseconds, `The latency of the fault rule ${id}`);
      checkDuration(effect.jitter ?? 0, `The jitter of the fault rule ${id}`);
      return;
    case "hang":
      checkDuration(effect.milliseconds ?? 0, `The bound of the hang of the fault rule ${id}`);
      return;
    case "status":
      if (!Number.isInteger(effect.status) || effect.status < 200 || effect.status > 599)
        throw new RangeError(
          `The status of the fault rule ${id} must be from 200 to 599, not ${effect.status}.`,
        );
      checkDuration(effect.retryAfter ?? 0, `The retryAfter of the fault rule ${id}`);
      return;
    case "exception":
    case "data":
      return;
    default:
      throw new TypeError(`The fault rule ${id} has an effect of an unknown kind.`);
  }
}

/** The longest delay a timer of the system counts, in ms. */
const longest = 2_147_483_647;

function checkDuration(milliseconds: number, what: string): void {
  if (!(milliseconds >= 0 && milliseconds <= longest))
    throw new RangeError(`${what} must be from 0 to ${longest} ms, not ${milliseconds}.`);
}
