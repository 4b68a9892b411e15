import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { linkedFiles } from "./linked-files.ts";

/**
 * `npm run pack:resilience`: makes packages/resilience/dist, the package as it is published (JavaScript and types, no TypeScript
 * sources, and whatever its README leads to: guides, API reference, examples), and packs it beside the sources. In the repository the package is used from its sources.
 */
const root = join(import.meta.dirname, "..");
const home = join(root, "packages/resilience");
const dist = join(home, "dist");

const manifestOf = z.looseObject({ exports: z.record(z.string(), z.string()) });

export function buildResilience(): string {
  rmSync(dist, { recursive: true, force: true });
  execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", join(home, "tsconfig.build.json")], {
    stdio: "inherit",
  });
  const source = manifestOf.parse(JSON.parse(readFileSync(join(home, "package.json"), "utf8")));
  const { private: _private, devDependencies: _devDependencies, ...manifest } = source;
  const published = {
    ...manifest,
    engines: { node: ">=22" },
    exports: publishedExports(manifest.exports),
  };
  writeFileSync(join(dist, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
  copyPages();
  cpSync(join(root, "LICENSE"), join(dist, "LICENSE"));
  return dist;
}

/** As they lie in the repository, so that they find each other; only the README lies elsewhere there. */
function copyPages(): void {
  const readme = "packages/resilience/README.md";
  for (const file of linkedFiles(root, readme)) cpSync(join(root, file), join(dist, file));
  writeFileSync(
    join(dist, "README.md"),
    readFileSync(join(root, readme), "utf8").replaceAll("](../../", "]("),
  );
}

/** Makes the archive in `folder` and returns its path. */
export function packResilience(folder: string): string {
  const built = buildResilience();
  const name = execFileSync("npm", ["pack", built, "--pack-destination", folder, "--silent"], {
    encoding: "utf8",
  });
  return join(folder, name.trim());
}

/** "./src/proof/index.ts" becomes the JavaScript and the types that were made of it. */
function publishedExports(sources: Record<string, string>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(sources).map(([entry, source]) => {
      const path = source.replace("./src/", "./").replace(/\.tsx?$/, "");
      return [entry, { types: `${path}.d.ts`, default: `${path}.js` }];
    }),
  );
}

if (import.meta.main) process.stdout.write(`${packResilience(home)}\n`);
