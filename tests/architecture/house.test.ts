import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { read, root, sources } from "./sources.ts";

const shipped = sources().filter(
  (path) => /^(packages|apps)\//.test(path) && !/\.test\.tsx?$|\/generated\//.test(path),
);

// Pages may hand a Date to Intl for showing, and an instant may be written as text; counting is the domain's.
test("civil time is counted with Temporal, never with Date", () => {
  const counting = shipped.filter((path) => !path.startsWith("apps/web/"));
  const broken = counting.filter((path) =>
    /\bnew Date\((?!.*\)\.toISOString\(\))[^)]|\.(set|get)(UTC)?(Hours|Date|Month|FullYear|Day)\(|getTimezoneOffset/.test(
      read(path),
    ),
  );
  expect(broken).toEqual([]);
});

test("versions are exact", () => {
  const files = execFileSync("git", ["ls-files", "package.json", "*/package.json"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter(Boolean);
  const loose = files.flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, file), "utf8"));
    return Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) =>
      /^\d/.test(String(version)) ? [] : [`${file}: ${name} ${String(version)}`],
    );
  });
  expect(loose).toEqual([]);
});

test("there is no field that claims a single cause", () => {
  const naming = /\broot_?cause\s*[:?]|\brootCause\b/i;
  const broken = shipped.filter(
    (path) =>
      /^(packages\/(domain|contract)|apps\/server\/src\/(migrations|platform\/db))\//.test(path) &&
      naming.test(read(path)),
  );
  expect(broken).toEqual([]);
});

// A chunk ends where the kernel ends it: what is read once may be half a line, or two. Lines come from node:readline, whole texts from
// node:stream/consumers.
test("no test takes the first chunk of a stream for what it waits for", () => {
  const tests = sources().filter((path) => /\.test\.tsx?$|\/testing\/|^tests\//.test(path));
  expect(tests.filter((path) => /\bonce\([^;]*?, "data"\)/.test(read(path)))).toEqual([]);
});
