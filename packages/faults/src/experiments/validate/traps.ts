import {
  type Dictionary,
  get,
  isDictionary,
  isInteger,
  isList,
  isTruthy,
  type Value,
} from "../values/index.ts";
import { type Findings, join } from "./findings.ts";

interface Entry {
  readonly activity: Dictionary;
  readonly path: string;
  readonly provider: Dictionary;
  readonly type: Value | undefined;
}

/** Where Chaos Toolkit does something that people don't expect, and Morrow does the same. */
export function warnOfTraps(document: Dictionary, findings: Findings): void {
  const hypothesis = get(document, "steady-state-hypothesis");
  const probes = isDictionary(hypothesis)
    ? entries(get(hypothesis, "probes"), "steady-state-hypothesis.probes")
    : [];
  const method = entries(get(document, "method"), "method");
  const rollbacks = entries(get(document, "rollbacks"), "rollbacks");
  warnOfSkippedRollbacks(document, probes, findings);
  warnOfSucceededFailures([...method, ...rollbacks], findings);
  warnOfStrategy(document, findings);
  const configuration = get(document, "configuration");
  for (const entry of [...probes, ...method, ...rollbacks]) {
    warnOfShell(entry, isDictionary(configuration) ? configuration : {}, findings);
    warnOfDry(entry, findings);
  }
  for (const entry of probes) warnOfTolerance(entry, findings);
}

function entries(steps: Value | undefined, path: string): Entry[] {
  if (!isList(steps)) return [];
  return steps.flatMap((activity, index) => {
    if (!isDictionary(activity)) return [];
    const provider = get(activity, "provider");
    if (!isDictionary(provider)) return [];
    return [{ activity, path: `${path}[${index}]`, provider, type: get(provider, "type") }];
  });
}

function strategyOf(document: Dictionary, key: "rollbacks" | "hypothesis"): Value {
  const runtime = get(document, "runtime");
  const part = isDictionary(runtime) ? get(runtime, key) : undefined;
  return (isDictionary(part) ? get(part, "strategy") : undefined) ?? "default";
}

function warnOfSkippedRollbacks(document: Dictionary, probes: readonly Entry[], findings: Findings): void {
  const [first] = probes;
  const rollbacks = get(document, "rollbacks");
  if (first === undefined || !isList(rollbacks) || rollbacks.length === 0) return;
  if (strategyOf(document, "rollbacks") === "always") return;
  const remedy =
    'Say {"runtime": {"rollbacks": {"strategy": "always"}}} if they must run. Faults of the morrow provider are undone in any case.';
  findings.warning(
    "trap.gate-error",
    first.path,
    "When a probe errors before the method (a refused connection, for example), no rollbacks run.",
    remedy,
  );
  const method = get(document, "method");
  if (isList(method) && method.length > 0)
    findings.warning(
      "trap.after-error",
      first.path,
      "When a probe errors after the method, no rollbacks run, and what the method did stays.",
      remedy,
    );
}

/** Once for the document: it is so for every action. */
function warnOfSucceededFailures(steps: readonly Entry[], findings: Findings): void {
  const counted = steps.filter(
    ({ activity, type }) => get(activity, "type") === "action" && (type === "process" || type === "http"),
  );
  const [first] = counted;
  if (first === undefined) return;
  findings.warning(
    "trap.failure-succeeds",
    first.path,
    `An action counts as succeeded whatever its exit code or HTTP status (${counted.length} ${counted.length === 1 ? "action" : "actions"} here).`,
    "Check the effect with a probe of the hypothesis.",
  );
}

function warnOfStrategy(document: Dictionary, findings: Findings): void {
  if (strategyOf(document, "hypothesis") !== "during-method-only") return;
  findings.warning(
    "trap.during-method",
    "runtime.hypothesis.strategy",
    "With during-method-only a tolerance that is not met does not make the run deviated.",
    "Choose continuously when deviations must show.",
  );
}

function warnOfShell({ provider, path, type }: Entry, configuration: Dictionary, findings: Findings): void {
  if (type !== "process") return;
  const given = get(provider, "arguments");
  if (typeof given !== "string" || given === "") return;
  const name = /^\$\{([_A-Za-z][_A-Za-z0-9]*)\}$/.exec(given)?.[1];
  if (name !== undefined && isList(get(configuration, name))) return;
  findings.warning(
    "trap.shell",
    join(path, "provider.arguments"),
    "Arguments that are one text are run by a shell, with everything that it makes of ; | $ and *.",
    'Write them as a list: ["-c", "3"].',
  );
}

function warnOfDry({ activity, path }: Entry, findings: Findings): void {
  if (get(activity, "dry") === undefined) return;
  findings.warning(
    "trap.dry",
    join(path, "dry"),
    "An activity with a dry of its own is carried out for real in every dry run.",
    "Remove it.",
  );
}

/** What http and process probes give, and the kind of each part. */
const parts = {
  http: { status: "number", headers: "mapping", body: "text or JSON" },
  process: { status: "number", stdout: "text", stderr: "text" },
} as const;

function warnOfTolerance({ activity, path, type }: Entry, findings: Findings): void {
  if (type !== "http" && type !== "process") return;
  const tolerance = get(activity, "tolerance");
  const at = join(path, "tolerance");
  if (isDictionary(tolerance)) {
    warnOfTarget(tolerance, at, parts[type], findings);
    return;
  }
  if (typeof tolerance === "boolean" || (typeof tolerance === "string" && !tolerance.includes("$")))
    findings.warning(
      "trap.never-met",
      at,
      "True, false and text are compared with the whole result, never with its status: this is never met.",
      'Write the status as a number, or {"type": "regex", "target": …}.',
    );
  const [low, high] = isList(tolerance) ? tolerance : [];
  if (
    isList(tolerance) &&
    tolerance.length === 2 &&
    isInteger(low) &&
    isInteger(high) &&
    Number(high) - Number(low) > 1
  )
    findings.warning(
      "trap.membership",
      at,
      `Against a status, two numbers mean one or the other: ${String(low)} or ${String(high)}, nothing between.`,
      'For all between write {"type": "range", "target": "status", "range": [low, high]}.',
    );
}

function warnOfTarget(
  tolerance: Dictionary,
  path: string,
  known: Readonly<Record<string, string>>,
  findings: Findings,
): void {
  const type = get(tolerance, "type");
  if (type !== "regex" && type !== "range") return;
  const target = get(tolerance, "target");
  const kind = typeof target === "string" ? known[target] : undefined;
  const fits =
    type === "regex" ? kind?.startsWith("text") === true : kind !== undefined && kind !== "mapping";
  if (fits) return;
  findings.warning(
    "trap.target",
    join(path, "target"),
    isTruthy(target)
      ? `A ${type} can't be compared with this target: the run breaks off, without rollbacks and without a journal.`
      : `A ${type} without a target is compared with the whole result: the run breaks off, without rollbacks and without a journal.`,
    `Say {"target": "${type === "regex" ? (known["body"] === undefined ? "stdout" : "body") : "status"}"}.`,
  );
}
