import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../text/analyse.ts";
import { editDistance, forgivenEdits } from "./edit-distance.ts";
import { containsPhrase } from "./phrase.ts";
import { parseQuery } from "./query.ts";
import { highlight, snippet } from "./snippet.ts";

describe("parseQuery", () => {
  test("takes words, phrases, exclusions and filters apart", () => {
    const query = parseQuery(
      'pool "connection refused" -staging severity:SEV1 sev:2 service:"card payments" tag:dns after:2024 before:2024-02 kind:incident team:core',
    );
    expect(query).toMatchObject({
      words: ["pool"],
      phrases: ["connection refused"],
      excluded: ["staging"],
      problems: [],
    });
    expect(query.filters).toEqual({
      severities: [1, 2],
      services: ["card payments"],
      tags: ["dns"],
      teams: ["core"],
      kinds: ["incident"],
      after: "2024-01-01",
      before: "2024-02-29",
    });
  });

  test.each([
    ["severity:high", "severity"],
    ["after:yesterday", "after"],
    ["before:2023-02-29", "before"],
    ["after:2024-13-01", "after"],
    ["kind:memo", "kind"],
  ])("says what is wrong with %s", (text, field) => {
    expect(parseQuery(text).problems).toMatchObject([{ field }]);
  });

  test("an unknown field is a word", () => expect(parseQuery("http:500").words).toEqual(["http:500"]));

  test("knows when the last word may be unfinished", () => {
    expect(parseQuery("expired certif").unfinished).toBe(true);
    expect(parseQuery("expired certificate ").unfinished).toBe(false);
    expect(parseQuery('"expired certificate"').unfinished).toBe(false);
    expect(parseQuery("expired tag:dns").unfinished).toBe(false);
  });

  test("never throws and never loses the shape", () => {
    assert(
      property(string({ unit: "grapheme", maxLength: 600 }), (text) => {
        const query = parseQuery(text);
        expect(query.words.every((word) => word.length > 0)).toBe(true);
      }),
    );
  });
});

describe("editDistance", () => {
  test.each([
    ["certificate", "certificate", 0],
    ["databse", "database", 1],
    ["recieve", "receive", 1],
    ["kubernets", "kubernetes", 1],
    ["abc", "xyz", 3],
  ])("%s → %s is %i", (a, b, distance) => expect(editDistance(a, b, 2)).toBe(Math.min(distance, 3)));

  test("is symmetric", () => {
    assert(
      property(string({ maxLength: 8 }), string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3));
      }),
    );
  });

  test("short words and codes are taken as typed", () => {
    expect([
      forgivenEdits("dns"),
      forgivenEdits("e1234"),
      forgivenEdits("redis"),
      forgivenEdits("certificate"),
    ]).toEqual([0, 0, 1, 2]);
  });
});

describe("containsPhrase", () => {
  test.each([
    ["the connection pool was exhausted", "connection pool", true],
    ["the pool of connections", "connection pool", false],
    ["Out of memory again", "out of memory", true],
    ["set max_open_conns to 5", "max open conns", true],
    ["set maxOpenConns to 5", "max open conns", true],
    ["a DB migration ran", "database migration", true],
    ["a database-migration ran", "db migrations", true],
    ["the résumé builder", "resume builder", true],
    ["the pool. Connection was lost", "pool connection", true],
    ["a copy job ran", "copies job", true],
    ["connections to pool", "connection pool", false],
    ["a connectionist pool", "connection pool", false],
    [`${"the connection and the pool ".repeat(50)}connection pools`, "connection pool", true],
  ])("%s / %s", (text, phrase, expected) => expect(containsPhrase(text, phrase)).toBe(expected));
});

function longText(answer: string): string {
  return `${"Nothing of note happened here. ".repeat(300)}${answer} ${"All was well. ".repeat(300)}`;
}

describe("snippet", () => {
  const wanted = new Set(analyse("certificate expired").map((token) => token.term));

  test("shows the place where the query is answered, marked", () => {
    const text = `${"Nothing of note happened here. ".repeat(30)}Then the **certificate** expired at midnight. ${"All was well. ".repeat(30)}`;
    const parts = snippet(text, wanted);
    expect(parts.filter((part) => part.match).map((part) => part.text)).toEqual(["certificate", "expired"]);
    expect(parts[0]?.text).toBe("… ");
    expect(parts.map((part) => part.text).join("").length).toBeLessThan(400);
  });

  test("finds the place in a long text, also by a short form", () => {
    for (const answer of ["The certificate expired.", "The cert lapsed."]) {
      const parts = snippet(longText(answer), wanted);
      expect(parts.some((part) => part.match)).toBe(true);
      expect([parts[0]?.text, parts.at(-1)?.text]).toEqual(["… ", " …"]);
    }
  });

  test("marks a title without changing it", () => {
    const parts = highlight("Expired certificates", wanted);
    expect(parts.map((part) => part.text).join("")).toBe("Expired certificates");
    expect(parts.filter((part) => part.match)).toHaveLength(2);
  });

  test("copes with any text", () => {
    assert(
      property(string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(
          highlight(text, wanted)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
    );
    assert(
      property(string({ unit: "grapheme", maxLength: 3000 }), string({ maxLength: 5 }), (text, term) => {
        snippet(text, new Set([term]));
      }),
    );
    expect(snippet("", wanted)).toEqual([]);
  });
});
