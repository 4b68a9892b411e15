import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { answerOf, recorded } from "../testing/answer.ts";
import { generatedCases } from "../testing/generated-cases.ts";
import { Moment, pythonText, representation, type Value } from "../values/index.ts";
import { writeJson } from "../values/json.ts";
import { loadDocument, LoadFailed } from "./index.ts";
import { parseJsonDocument, parseYamlDocument } from "./parse.ts";

const yaml = generatedCases("yaml") as unknown as { yaml: string; value?: Value; error?: true }[];

describe("reads YAML as PyYAML does", () => {
  test.each(yaml)("$yaml", (one) => {
    const read = (): Value => spellOut(parseYamlDocument(one.yaml, "it").value);
    expect(answerOf(read, LoadFailed)).toBe(recorded(one, one.value));
  });
});

/** The cases spell out what JSON has no form for. */
function spellOut(value: Value): Value {
  if (value instanceof Moment)
    return { moment: value.iso, text: pythonText(value), repr: representation(value) };
  if (value instanceof Uint8Array)
    return { bytes: Buffer.from(value).toString("latin1"), repr: representation(value) };
  if (Array.isArray(value)) return value.map(spellOut);
  return value;
}

test("keys that stand twice are told with their lines", () => {
  expect(parseYamlDocument("a: 1\nb: 2\na: 3\n", "it")).toEqual({
    value: { a: 3, b: 2 },
    duplicates: [{ key: "a", line: 3 }],
  });
  expect(parseJsonDocument('{"a": 1,\n "a": 2}', "it").duplicates).toEqual([{ key: "a", line: 2 }]);
});

test("bombs, cycles and depths are refused", () => {
  const bomb = [
    "a0: &a0 [x, x]",
    ...Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
  ];
  expect(() => parseYamlDocument(bomb.join("\n"), "it")).toThrow(
    expect.objectContaining({ code: "document.too-many-values" }),
  );
  expect(() => parseYamlDocument("a: &a\n  b: [*a]\n", "it")).toThrow(
    expect.objectContaining({ code: "document.cyclic" }),
  );
  for (const text of [
    "[".repeat(50_000),
    "- ".repeat(50_000),
    "{a: ".repeat(50_000),
    Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
  ])
    expect(() => parseYamlDocument(text, "it")).toThrow(LoadFailed);
  expect(() => parseJsonDocument("[".repeat(50_000), "it")).toThrow(LoadFailed);
  expect(() => parseJsonDocument(`"${"x".repeat(6_000_000)}"`, "it")).toThrow(
    expect.objectContaining({ code: "document.too-large" }),
  );
});

test("keys never reach the prototype", () => {
  for (const value of [
    parseJsonDocument('{"__proto__": {"a": 1}}', "it").value,
    parseYamlDocument("__proto__: {a: 1}", "it").value,
  ])
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
});

test("any text is a value or a LoadFailed", () => {
  const piece = fc.constantFrom(
    "a",
    ":",
    " ",
    "\n",
    "- ",
    "&x ",
    "*x",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "|",
    ">",
    "<<",
    "!!int ",
    "1",
    "~",
    "#",
    "? ",
    "---",
    "%",
    "\t",
    "0x",
    "2024-01-01",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece, { maxLength: 30 }).map((all) => all.join("")),
      ),
      (text) => {
        for (const parse of [parseYamlDocument, parseJsonDocument])
          expect(() => answerOf(() => typeof parse(text, "it"), LoadFailed)).not.toThrow();
      },
    ),
    { numRuns: 2000 },
  );
});

test("JSON survives reading and writing", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(writeJson(parseJsonDocument(text, "it").value))).toEqual(JSON.parse(text));
    }),
  );
  expect(writeJson(parseJsonDocument("[1.0,1,1e3,123456789012345678901,0.1,-0.0]", "it").value)).toBe(
    "[1.0,1,1000.0,123456789012345678901,0.1,-0.0]",
  );
});

describe("sources", () => {
  let folder = "";
  const answers: Record<string, { type: string; body: string; status?: number }> = {
    "/json": { type: "application/json; charset=utf-8", body: '{"a": 1}' },
    "/yaml": { type: "application/x-yaml", body: "a: on" },
    "/text": { type: "text/plain", body: "a: off" },
    "/html": { type: "text/html", body: "<p>" },
    "/gone": { type: "text/plain", body: "no", status: 404 },
    "/large": { type: "application/json", body: "x".repeat(5_300_000) },
  };
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    const answer = answers[request.url ?? ""];
    response
      .writeHead(answer?.status ?? 200, { "content-type": answer?.type ?? "text/plain" })
      .end(answer?.body);
  });
  let origin = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "morrow-load-"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test("files by extension", async () => {
    await writeFile(join(folder, "a.json"), '{"a": true}');
    await writeFile(join(folder, "a.yml"), "a: yes");
    await writeFile(join(folder, "a.txt"), "a: yes");
    await writeFile(join(folder, "bad.yaml"), Buffer.from([0xff, 0xfe]));
    expect((await loadDocument(join(folder, "a.json"))).value).toEqual({ a: true });
    expect((await loadDocument(join(folder, "a.yml"))).value).toEqual({ a: true });
    await expect(loadDocument(join(folder, "a.txt"))).rejects.toMatchObject({ code: "document.extension" });
    await expect(loadDocument(join(folder, "bad.yaml"))).rejects.toMatchObject({ code: "document.syntax" });
    await expect(loadDocument(join(folder, "none.json"))).rejects.toMatchObject({ code: "document.missing" });
    await expect(loadDocument(folder)).rejects.toMatchObject({ code: "document.unreadable" });
    await expect(loadDocument("ftp://localhost/x.json")).rejects.toMatchObject({ code: "document.scheme" });
  });

  test("addresses by content type", async () => {
    expect((await loadDocument(`${origin}/json`)).value).toEqual({ a: 1 });
    expect((await loadDocument(`${origin}/yaml`)).value).toEqual({ a: true });
    expect((await loadDocument(`${origin}/text`)).value).toEqual({ a: false });
    await expect(loadDocument(`${origin}/html`)).rejects.toMatchObject({ code: "document.content-type" });
    await expect(loadDocument(`${origin}/gone`)).rejects.toMatchObject({ code: "document.fetch" });
    await expect(loadDocument(`${origin}/large`)).rejects.toMatchObject({ code: "document.too-large" });
  });

  test("with authorization", async () => {
    authorizations.length = 0;
    await loadDocument(`${origin}/json`, { bearerToken: " t " });
    await loadDocument(`${origin}/json`, { authorizations: { [new URL(origin).host]: "basic x" } });
    expect(authorizations).toEqual(["bearer t", "basic x"]);
  });
});
