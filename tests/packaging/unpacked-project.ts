import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { packResilience } from "../../tools/pack-resilience.ts";

export const root = join(import.meta.dirname, "../..");

/**
 * A project of its own that has the package as others get it: packed and unpacked. Returns its folder, which the test removes.
 * It lies below the repository's node_modules, so that what the package depends on is found there.
 */
export function unpackedProject(): string {
  const cache = join(root, "node_modules/.cache/morrow");
  mkdirSync(cache, { recursive: true });
  const project = mkdtempSync(join(cache, "packaging-"));
  const installed = join(project, "node_modules/@morrow/resilience");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["xzf", packResilience(project), "-C", installed, "--strip-components=1"]);
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  return project;
}
