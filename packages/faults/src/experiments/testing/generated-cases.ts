import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Value } from "../values/index.ts";
import { parseJson } from "../values/json.ts";

/** Our own cases with what Chaos Toolkit 1.19 (chaoslib 1.44, jsonpath2 0.4.5, PyYAML 6.0.4, Python 3.11) answered. */
export function generatedCases(name: string): Value {
  return parseJson(readFileSync(join(import.meta.dirname, "generated", `${name}.json`), "utf8"));
}
