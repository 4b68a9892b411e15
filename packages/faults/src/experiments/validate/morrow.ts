import {
  type Dictionary,
  get,
  isDictionary,
  isInteger,
  isNumber,
  toNumber,
  type Value,
} from "../values/index.ts";
import type { Scope } from "./scope.ts";
import { type Findings, join } from "./findings.ts";
import { warnOfUnknownKeys } from "./keys.ts";

/** Text that a run replaces by a variable. */
function isVariable(value: Value | undefined): boolean {
  return typeof value === "string" && /\$\{?[_A-Za-z]/.test(value);
}

/** A fault of Morrow's own, or the end of one. */
export function validateMorrowProvider(provider: Dictionary, path: string, { findings, host }: Scope): void {
  const end = get(provider, "end");
  if (end !== undefined) {
    warnOfUnknownKeys(provider, "end", path, findings);
    if (typeof end !== "string" || end === "")
      findings.problem(
        "fault.end",
        join(path, "end"),
        "The end names the activity whose fault ends.",
        "Write its name as text.",
      );
    return;
  }
  warnOfUnknownKeys(provider, "fault", path, findings);
  validateDuration(get(provider, "duration"), join(path, "duration"), findings);
  validateTake(get(provider, "take"), join(path, "take"), findings);
  validateLimits(get(provider, "limits"), join(path, "limits"), findings);
  const name = get(provider, "fault");
  const fault = host.faults.find((one) => one.name === name);
  if (fault === undefined) {
    findings.problem(
      "fault.unknown",
      join(path, "fault"),
      typeof name === "string" ? `There is no fault ${name}.` : "The provider names no fault.",
      `Choose one of: ${host.faults.map((one) => one.name).join(", ")}. \`morrow faults\` describes them.`,
    );
    return;
  }
  validateArguments(fault.arguments, get(provider, "arguments"), join(path, "arguments"), findings);
  const select = get(provider, "select") ?? null;
  if (fault.selects === "processes" && (!isDictionary(select) || Object.keys(select).length === 0))
    findings.problem(
      "selection.missing",
      join(path, "select"),
      `${fault.name} acts on processes, and nothing says on which.`,
      'Select them, for example {"name": "postgres"}. Nothing is selected by default.',
    );
}

function validateArguments(
  schema: Scope["host"]["faults"][number]["arguments"],
  given: Value | undefined,
  path: string,
  findings: Findings,
): void {
  const checked = schema.safeParse(given ?? {});
  for (const issue of checked.error?.issues ?? []) {
    const value = issue.path.reduce<Value | undefined>(
      (at, key) =>
        isDictionary(at) ? get(at, String(key)) : Array.isArray(at) ? at[Number(key)] : undefined,
      given,
    );
    // What a variable will be is known when the run starts; it is checked again then.
    if (isVariable(value)) continue;
    findings.problem(
      "fault.arguments",
      issue.path.reduce<string>(
        (at, key) => (typeof key === "number" ? `${at}[${key}]` : join(at, String(key))),
        path,
      ),
      issue.message,
      "`morrow faults` shows the arguments of every fault.",
    );
  }
}

export function validateDuration(duration: Value | undefined, path: string, findings: Findings): void {
  if (duration === undefined || isVariable(duration)) return;
  if (isNumber(duration) && typeof duration !== "boolean" && toNumber(duration) > 0) return;
  findings.problem(
    "fault.duration",
    path,
    "A duration is a number of seconds above zero.",
    "Write 30 for half a minute.",
  );
}

function validateTake(take: Value | undefined, path: string, findings: Findings): void {
  if (take === undefined || take === "all" || isVariable(take)) return;
  if (typeof take !== "boolean" && isInteger(take) && take > 0) return;
  if (typeof take === "string" && isShare(take)) return;
  findings.problem(
    "fault.take",
    path,
    'Take is a count, a share such as "50%", or "all".',
    "Write 1 to begin with.",
  );
}

function isShare(text: string): boolean {
  const share = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  return share !== undefined && Number(share) > 0 && Number(share) <= 100;
}

export function validateLimits(limits: Value | undefined, path: string, findings: Findings): void {
  if (limits === undefined || limits === null || isDictionary(limits)) return;
  findings.problem(
    "fault.limits",
    path,
    "Limits are a mapping.",
    'Write {"count": 2, "share": "50%", "spare": 1}.',
  );
}
