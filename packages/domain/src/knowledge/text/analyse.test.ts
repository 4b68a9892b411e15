import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, fold, termsOf } from "./analyse.ts";
import { lightStem, stem } from "./stem.ts";

const terms = (text: string): string[] => analyse(text).map((token) => token.term);

describe("analyse", () => {
  test("stems, keeps positions across small words and marks them", () => {
    const tokens = analyse("The certificates of the proxies expired");
    expect(tokens.filter((token) => !token.stop).map((token) => [token.term, token.position])).toEqual([
      ["certif", 1],
      ["proxi", 4],
      ["expir", 5],
    ]);
  });

  test("spells short forms out, so that both find the same", () => {
    expect(terms("db config k8s")).toEqual(terms("database configuration kubernetes"));
  });

  test("indexes identifiers whole and by their words", () => {
    expect(terms("foo_bar")).toEqual(["foo_bar", "foo", "bar"]);
    expect(terms("maxOpenConns")).toEqual(["maxopenconn", "max", "open", "conn"]);
    expect(terms("boot.ini")).toEqual(["boot.ini", "boot", "ini"]);
  });

  test("keeps addresses, codes and short names in one piece", () => {
    expect(terms("10.0.0.1 S3 v2 us-east-1 E1234")).toEqual([
      "10.0.0.1",
      "s3",
      "v2",
      "us",
      "east",
      "1",
      "e1234",
    ]);
  });

  test("folds accents and compatibility forms", () => {
    expect(fold("Größe Ś ﬁ")).toBe("große s fi");
    expect(terms("résumé")).toEqual(terms("resume"));
  });

  test("offsets always point at the words", () => {
    assert(
      property(string({ unit: "grapheme", maxLength: 200 }), (text) => {
        for (const token of analyse(text))
          expect(fold(text.slice(token.start, token.end)).startsWith(token.word)).toBe(true);
      }),
    );
  });

  test("small words are not terms", () => {
    expect([...termsOf("it was the database")]).toEqual([stem("database")]);
  });
});

describe("lightStem", () => {
  test.each([
    ["expired", "expires"],
    ["retrying", "retry"],
    ["stopped", "stop"],
    ["certificates", "certificate"],
    ["crashes", "crash"],
  ])("%s is %s", (one, other) => expect(lightStem(one)).toBe(lightStem(other)));

  test.each([
    ["generator", "general"],
    ["utility", "utilization"],
    ["ups", "up"],
    ["operator", "operation"],
    ["flagged", "flag"],
    ["paging", "page"],
    ["logged", "log"],
  ])("%s is not %s", (one, other) => expect(lightStem(one)).not.toBe(lightStem(other)));
});
