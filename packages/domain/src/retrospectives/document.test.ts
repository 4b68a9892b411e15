import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/index.ts";
import {
  checkDocument,
  diffDocuments,
  diffText,
  documentSectionIds,
  documentText,
  emptyDocument,
  mergeDocuments,
  readyToPublish,
  withSection,
  type DocumentSectionId,
  type RetrospectiveDocument,
} from "./index.ts";

const texts = fc.array(fc.string({ maxLength: 8 }), { maxLength: 2 });
const document: fc.Arbitrary<RetrospectiveDocument> = fc.record({
  lesson: fc.constantFrom("", "one", "two"),
  narrative: fc.string({ maxLength: 12 }),
  factors: fc.array(fc.record({ id: fc.constantFrom("a", "b", "c"), text: fc.string({ maxLength: 4 }) }), {
    maxLength: 2,
  }),
  connections: fc.array(
    fc.record({ from: fc.constantFrom("a", "b", "c"), to: fc.constantFrom("a", "b", "c") }),
    {
      maxLength: 2,
    },
  ),
  wentWell: texts,
  confusing: texts,
  lucky: texts,
  detectSooner: texts,
  recoverSooner: texts,
});

function numberedLines(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${name}${index}`).join("\n");
}

describe("diffText", () => {
  const word = fc.constantFrom(
    "the",
    "pool",
    "was",
    "restarted",
    "ünïcode",
    "🌅",
    " ",
    "  ",
    "\n",
    "\r\n",
    ",",
    ".",
  );
  const prose = fc.oneof(
    fc.array(word, { maxLength: 60 }).map((words) => words.join("")),
    fc.string({ unit: "binary" }),
    fc.string(),
  );

  test("holds both sides character by character, without neighbours of one kind", () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const changes = diffText(before, after);
        const side = (left: string): string =>
          changes
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join("");
        expect(side("added")).toBe(before);
        expect(side("removed")).toBe(after);
        expect(changes.filter(({ text }) => text === "")).toEqual([]);
        expect(changes.slice(1).filter(({ kind }, index) => kind === changes[index]?.kind)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("marks words within a line", () => {
    expect(diffText("a b c\nd", "a x c\nd")).toEqual([
      { kind: "same", text: "a " },
      { kind: "removed", text: "b" },
      { kind: "added", text: "x" },
      { kind: "same", text: " c\nd" },
    ]);
  });

  test("shows a text that was rewritten throughout as a whole", () => {
    const before = numberedLines("x", 3000);
    const after = numberedLines("y", 3000);
    expect(diffText(before, after)).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  });
});

function same(section: DocumentSectionId, a: RetrospectiveDocument, b: RetrospectiveDocument): boolean {
  const alone = [a, b].map((one) => JSON.stringify(withSection(emptyDocument, section, one)));
  return alone[0] === alone[1];
}

describe("mergeDocuments", () => {
  test("keeps what only one side touched, and names what both changed differently", () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const { merged, conflicts } = mergeDocuments(base, mine, theirs);
        for (const section of documentSectionIds) {
          const conflict =
            !same(section, base, mine) && !same(section, base, theirs) && !same(section, mine, theirs);
          expect(conflicts.includes(section)).toBe(conflict);
          const source = same(section, base, mine) ? theirs : mine;
          expect(same(section, merged, source)).toBe(true);
        }
      }),
    );
  });

  test("one side alone wins; both alike agree; the sides are equal but for conflicts", () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        expect(mergeDocuments(base, mine, base)).toEqual({ merged: mine, conflicts: [] });
        expect(mergeDocuments(base, base, theirs)).toEqual({ merged: theirs, conflicts: [] });
        expect(mergeDocuments(base, mine, mine)).toEqual({ merged: mine, conflicts: [] });
        const one = mergeDocuments(base, mine, theirs);
        const other = mergeDocuments(base, theirs, mine);
        expect(other.conflicts).toEqual(one.conflicts);
        expect(one.conflicts.length === 0 ? other.merged : one.merged).toEqual(one.merged);
      }),
    );
  });

  test("factors and their connections stay together", () => {
    const base = {
      ...emptyDocument,
      factors: [
        { id: "a", text: "A" },
        { id: "b", text: "B" },
      ],
    };
    const mine = { ...base, connections: [{ from: "a", to: "b" }] };
    const theirs = { ...base, factors: [{ id: "a", text: "A" }] };
    const { merged, conflicts } = mergeDocuments(base, mine, theirs);
    expect(conflicts).toEqual(["factors"]);
    expect(checkDocument(merged)).toEqual([]);
  });
});

function withFactors(connections: RetrospectiveDocument["connections"]): RetrospectiveDocument {
  return { ...emptyDocument, factors: ["a", "b", "c", "d"].map((id) => ({ id, text: id })), connections };
}

function letter(index: number): string {
  return "abcd".charAt(index);
}

describe("checkDocument", () => {
  test.each([
    [[{ from: "a", to: "a" }], "connection.to_itself"],
    [[{ from: "a", to: "x" }], "connection.factor_unknown"],
    [
      [
        { from: "a", to: "b" },
        { from: "b", to: "c" },
        { from: "c", to: "a" },
      ],
      "connection.cycle",
    ],
  ])("%j: %s", (connections, code) => {
    expect(checkDocument(withFactors(connections)).map((one) => one.code)).toEqual([code]);
  });

  test("refuses ids that repeat", () => {
    const factors = [
      { id: "a", text: "" },
      { id: "a", text: "" },
    ];
    expect(checkDocument({ ...emptyDocument, factors })).toMatchObject([
      { code: "factor.id_repeated", path: ["factors", "1", "id"] },
    ]);
  });

  test("connections that always lead onwards are fine; closing the circle is not", () => {
    const edges = fc.uniqueArray(
      fc.tuple(fc.nat(3), fc.nat(3)).filter(([a, b]) => a < b),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(edges, (given) => {
        const onwards = given.map(([a, b]) => ({ from: letter(a), to: letter(b) }));
        expect(checkDocument(withFactors(onwards))).toEqual([]);
        const back = { from: onwards[0]!.to, to: onwards[0]!.from };
        expect(checkDocument(withFactors([...onwards, back])).map((one) => one.code)).toEqual([
          "connection.cycle",
        ]);
      }),
    );
  });
});

test("the text has a heading for each section that says something", () => {
  expect(documentText(emptyDocument)).toBe("");
  const text = documentText({
    ...emptyDocument,
    narrative: "It rained.",
    factors: [
      { id: "a", text: "Wet cables" },
      { id: "b", text: "Short circuit" },
    ],
    connections: [{ from: "a", to: "b" }],
    lucky: ["Nobody\nwas there"],
  });
  expect(text).toBe(
    "## What happened\n\nIt rained.\n\n## Contributing factors\n\n- Wet cables\n  - contributed to: Short circuit\n- Short circuit\n\n" +
      "## Where we were lucky\n\n- Nobody\n  was there\n",
  );
});

test("documents are compared section by section", () => {
  const changed = diffDocuments(emptyDocument, { ...emptyDocument, lucky: ["x"] });
  expect(changed.map(({ section }) => section)).toEqual([...documentSectionIds]);
  expect(changed.filter((section) => section.changed)).toMatchObject([
    { section: "lucky", changes: [{ kind: "added", text: "- x" }] },
  ]);
});

test("publishing needs words, a sound document, and answers where the organisation asks for them", () => {
  const policy = defaultPolicy;
  const told = { ...emptyDocument, lesson: "Retries need a budget." };
  expect(readyToPublish({ document: emptyDocument, policy })).toMatchObject([
    { code: "retrospective.nothing_told" },
  ]);
  expect(readyToPublish({ document: told, policy, remarks: [{ ruleId: "counterfactual" }] })).toEqual([]);
  const strict = { ...policy, publishingBlockedBy: ["counterfactual" as const] };
  expect(
    readyToPublish({ document: told, policy: strict, remarks: [{ ruleId: "counterfactual" }] }),
  ).toMatchObject([{ code: "retrospective.remarks_unanswered", path: ["remarks", "counterfactual"] }]);
  expect(readyToPublish({ document: told, policy: strict, remarks: [{ ruleId: "blame-person" }] })).toEqual(
    [],
  );
});
