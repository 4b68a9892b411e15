import { expect, test } from "vitest";

import { importsOf, sources, type Import } from "./sources.ts";

/** Who may import whom (docs/architecture.md). The reason is shown when the wall is broken. */
const mayImport: Record<string, { ours: readonly string[]; because: string }> = {
  "packages/domain": { ours: [], because: "the domain is what is true; it knows nobody" },
  "packages/coach": { ours: [], because: "the coach is usable alone" },
  "packages/writeups": { ours: ["domain"], because: "write-ups are usable alone, with the domain's words" },
  "packages/faults": {
    ours: ["domain"],
    because: "the fault engine is usable alone, with the domain's words",
  },
  "packages/resilience": { ours: [], because: "services use the SDK without the rest of Morrow" },
  "packages/contract": { ours: ["domain"], because: "the contract says what the domain knows" },
  "packages/client": { ours: ["contract"], because: "the client speaks the contract and nothing else" },
  "apps/web": {
    ours: ["client", "contract", "domain", "coach", "writeups"],
    because: "pages reach the server by the client only",
  },
  "apps/cli": {
    ours: ["client", "contract", "domain", "coach", "writeups", "faults", "resilience"],
    because: "commands reach the server by the client only",
  },
  "apps/server": {
    ours: ["domain", "contract", "coach", "writeups"],
    because: "the server serves the contract; it is nobody's client",
  },
};

/** The sample organisation and the tests speak to the server as its users do: by the client. */
const speaksAsUser = /^apps\/server\/src\/(demo|testing)\/|\.test\.ts$/;

const all = sources().flatMap(importsOf);

function homeOf(path: string): string | undefined {
  return Object.keys(mayImport).find((home) => path.startsWith(`${home}/`));
}

function brokenWalls(): string[] {
  return all.flatMap((found) => {
    const home = homeOf(found.from);
    if (home === undefined) return [];
    const { ours, because } = mayImport[home] ?? { ours: [], because: "" };
    const name = /^@morrow\/([a-z]+)/.exec(found.specifier)?.[1];
    const allowed = speaksAsUser.test(found.from) ? [...ours, "client"] : ours;
    if (name !== undefined && !allowed.includes(name) && !home.endsWith(`/${name}`))
      return [`${found.from} imports ${found.specifier}: ${because}`];
    if (found.target !== null && homeOf(found.target) !== home)
      return [`${found.from} reaches into ${found.target}: other parts are imported by name`];
    return [];
  });
}

test("packages and programs import only those below them", () => {
  expect(brokenWalls()).toEqual([]);
});

test("the platform never imports features", () => {
  const broken = all.filter(
    ({ from, target }) =>
      from.startsWith("apps/server/src/platform/") &&
      target?.startsWith("apps/server/src/features/") === true,
  );
  expect(broken.map(say)).toEqual([]);
});

test("a feature reaches another only through its index", () => {
  const broken = all.filter(({ from, target }) => {
    const own = featureOf(from);
    const other = target === null ? undefined : featureOf(target);
    return (
      own !== undefined &&
      other !== undefined &&
      own !== other &&
      !/\/features\/[^/]+\/index\.ts$/.test(target ?? "")
    );
  });
  expect(broken.map(say)).toEqual([]);
});

test("only the composition root, benches and tests open databases and spines", () => {
  const opens = /\/platform\/(db\/open-database|spine\/spine)\.ts$/;
  const broken = all.filter(
    ({ from, target }) =>
      from.startsWith("apps/server/src/features/") && !from.endsWith(".test.ts") && opens.test(target ?? ""),
  );
  expect(broken.map(say)).toEqual([]);
});

test("what browsers run needs no Node", () => {
  const browser = /^(packages\/(domain|contract|client|coach|writeups)|apps\/web)\/src\//;
  const broken = all.filter(
    ({ from, specifier }) =>
      browser.test(from) && !/\.test\.tsx?$|\/testing\//.test(from) && specifier.startsWith("node:"),
  );
  expect(broken.map(say)).toEqual([]);
});

function featureOf(path: string): string | undefined {
  return /^apps\/server\/src\/features\/([^/]+)\//.exec(path)?.[1];
}

function say({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}
