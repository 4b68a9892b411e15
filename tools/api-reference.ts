import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { z } from "zod";

/**
 * `npm run api-reference`: writes docs/reference/resilience/ from the doc comments of the SDK, one page an entry point.
 * TypeDoc needs the JavaScript API of TypeScript 6 and is large, so it is fetched for the purpose instead of being a dependency
 * of everybody; a test compares the names on the pages with what the entries export.
 */
const root = join(import.meta.dirname, "..");
const home = join(root, "packages/resilience");
const out = join(root, "docs/reference/resilience");

const { exports } = z
  .object({ exports: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(home, "package.json"), "utf8")));

const folder = mkdtempSync(join(tmpdir(), "morrow-typedoc-"));
const options = join(folder, "typedoc.json");
writeFileSync(
  options,
  JSON.stringify({
    entryPoints: Object.values(exports).map((source) => join(home, source)),
    tsconfig: join(home, "tsconfig.build.json"),
    plugin: ["typedoc-plugin-markdown"],
    outputFileStrategy: "modules",
    entryFileName: "README",
    out,
    readme: "none",
    name: "@morrow/resilience",
    disableSources: true,
    excludeExternals: true,
    excludePrivate: true,
    excludeInternal: true,
    // The types of the repository are checked by `npm run check`, with its own compiler.
    skipErrorChecking: true,
    validation: { notExported: false },
    hideBreadcrumbs: true,
    hidePageHeader: true,
    useCodeBlocks: true,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    classPropertiesFormat: "table",
    typeDeclarationFormat: "table",
  }),
);
const packages = ["typedoc@0.28.20", "typedoc-plugin-markdown@4.14.1", "typescript@6.0.3"];
execFileSync(
  "npm",
  ["exec", "--yes", ...packages.map((name) => `--package=${name}`), "--", "typedoc", "--options", options],
  { cwd: folder, stdio: "inherit" },
);
rmSync(folder, { recursive: true });
execFileSync(join(root, "node_modules/.bin/oxfmt"), [out], { stdio: "inherit" });
