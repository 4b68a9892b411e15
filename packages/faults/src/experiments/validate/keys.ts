import { type Dictionary } from "../values/index.ts";
import { type Findings, join } from "./findings.ts";

/** The keys that mean something, per place. Others are allowed, and may be a slip. */
const known = {
  experiment: [
    "version",
    "title",
    "description",
    "tags",
    "contributions",
    "extensions",
    "configuration",
    "secrets",
    "controls",
    "runtime",
    "steady-state-hypothesis",
    "method",
    "rollbacks",
    "dry",
  ],
  hypothesis: ["title", "description", "probes", "controls"],
  activity: [
    "type",
    "name",
    "description",
    "ref",
    "provider",
    "tolerance",
    "background",
    "pauses",
    "controls",
    "dry",
    "timeout",
    "metadata",
  ],
  pauses: ["before", "after"],
  http: [
    "type",
    "url",
    "method",
    "headers",
    "arguments",
    "timeout",
    "verify_tls",
    "max_retries",
    "secrets",
    "expected_status",
  ],
  process: ["type", "path", "arguments", "timeout", "secrets"],
  python: ["type", "module", "func", "arguments", "secrets"],
  fault: ["type", "fault", "select", "arguments", "duration", "take", "limits", "secrets"],
  end: ["type", "end"],
  control: ["name", "ref", "provider", "scope", "automatic", "description"],
  regex: ["type", "pattern", "target", "name"],
  jsonpath: ["type", "path", "target", "count", "expect", "name"],
  range: ["type", "range", "target", "name"],
  morrow: ["name", "stop", "frequency", "limits", "duration"],
} as const;

export function warnOfUnknownKeys(
  document: Dictionary,
  place: keyof typeof known,
  path: string,
  findings: Findings,
): void {
  const keys: readonly string[] = known[place];
  for (const key of Object.keys(document)) {
    // Keys that start with x- or _ are people's own.
    if (keys.includes(key) || /^(?:x-|_)/.test(key)) continue;
    const near = keys.find((one) => isSlip(key, one));
    findings.warning(
      "key.unknown",
      join(path, key),
      `Nothing reads the key "${key}" here.`,
      near === undefined
        ? "Remove it, or start its name with x- to keep it as your own."
        : `Did you mean "${near}"?`,
    );
  }
}

/** Differs in one letter, in two that changed places, or only in case, dashes and underscores. */
function isSlip(given: string, meant: string): boolean {
  const [one, other] = [plain(given), plain(meant)];
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [restOne, restOther] = [one.slice(start), other.slice(start)];
  const swapped = (restOne[1] ?? "") + (restOne[0] ?? "") + restOne.slice(2);
  return (
    swapped === restOther ||
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1) ||
    restOne.slice(1) === restOther.slice(1)
  );
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[-_ ]/g, "");
}
