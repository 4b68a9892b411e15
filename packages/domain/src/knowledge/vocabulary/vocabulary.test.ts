import { expect, test } from "vitest";
import { matchPhrases, phraseBook } from "../phrases.ts";
import { analyse } from "../text/analyse.ts";
import { conceptById, vocabulary } from "./index.ts";

test("ids are unique and say their kind", () => {
  const ids = vocabulary.map((concept) => concept.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const concept of vocabulary) expect(concept.id.startsWith(`${concept.kind}.`)).toBe(true);
});

test("every wider concept exists and nothing is wider than itself", () => {
  const climb = (id: string, seen: readonly string[]): void => {
    expect(seen).not.toContain(id);
    const concept = conceptById(id);
    expect(concept?.id).toBe(id);
    for (const wider of concept?.broader ?? []) climb(wider, [...seen, id]);
  };
  for (const concept of vocabulary) climb(concept.id, []);
});

test("every phrase is recognised in its own words", () => {
  const book = phraseBook(vocabulary);
  const deaf: string[] = [];
  for (const concept of vocabulary) {
    for (const phrase of concept.phrases) {
      const said = phrase
        .split(/\s+/)
        .filter((word) => word !== "?" && word !== ".." && word !== "~")
        .map((word) => word.replace(/\?$/, "").split("|")[0])
        .join(" ");
      const found = matchPhrases(book, analyse(said)).map((match) => match.concept);
      if (!found.includes(concept.id)) deaf.push(`${concept.id}: ${phrase}`);
    }
  }
  expect(deaf).toEqual([]);
});
