import { expect, test } from "vitest";

import { read } from "./sources.ts";

// oxlint-disable-next-line no-unsafe-type-assertion -- our own file, checked in
const { exports: entries } = JSON.parse(read("packages/resilience/package.json")) as {
  exports: Record<string, string>;
};

/** Names that an entry's index exports, types and values. */
function exported(source: string): string[] {
  return [...read(source).matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = ""]) =>
    list
      .split(",")
      .map((name) =>
        name
          .trim()
          .replace(/^type /, "")
          .replace(/^.* as /, ""),
      )
      .filter((name) => name !== ""),
  );
}

test.each(Object.entries(entries))(
  "docs/reference/resilience names everything that %s exports (npm run api-reference writes it)",
  (entry, path) => {
    const page = read(`docs/reference/resilience/${entry === "." ? "index" : entry.slice(2)}.md`);
    const named = new Set([...page.matchAll(/^### ([A-Za-z]+)/gm)].map(([, name]) => name));
    const missing = exported(path.replace("./", "packages/resilience/")).filter((name) => !named.has(name));
    expect(missing).toEqual([]);
  },
);
