import { emptyDocument } from "@morrow/domain/retrospectives";
import { expect, test } from "vitest";
import { sectionText, withSectionText } from "./sectionText.ts";

const document = {
  ...emptyDocument,
  factors: [
    { id: "a", text: "The limit was old" },
    { id: "b", text: "Retries had no limit" },
  ],
  connections: [{ from: "a", to: "b" }],
  lucky: ["One line", "Two\nlines"],
};

test.each(["factors", "lucky", "lesson", "narrative"] as const)(
  "%s reads back as it was written",
  (section) => {
    expect(withSectionText(document, section, sectionText(document, section), [document])).toEqual(document);
  },
);

test("both texts of the factors together keep what each side has, once", () => {
  const theirs = {
    ...document,
    factors: [...document.factors, { id: "c", text: "A new one" }],
    connections: [],
  };
  const both = `${sectionText(document, "factors")}\n- A new one`;
  const next = withSectionText(document, "factors", both, [document, theirs]);
  expect(next.factors.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(next.connections).toEqual([{ from: "a", to: "b" }]);
});
