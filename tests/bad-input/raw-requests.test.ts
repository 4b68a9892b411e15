import { attachmentRoutes, maximumImageBytes } from "@morrow/contract/attachments";
import { incidentRoutes } from "@morrow/contract/incidents";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import type { Route } from "@morrow/contract/route";
import { timelineRoutes } from "@morrow/contract/timeline";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../apps/server/src/testing/app.ts";
import type { Spoken } from "../support/speak.ts";
import { allRoutes, Judge } from "./judge.ts";
import { deep } from "./nasty.ts";
import { bodyShape, fitting, parametersOf, queryShape } from "./shapes.ts";

const withBody = allRoutes.filter((route) => route.body !== undefined && route.id !== "session.sign_in");
const paged = allRoutes.filter((route) => queryShape(route)?.properties?.["cursor"] !== undefined);

let app: TestApp;
let judge: Judge;
let secret: string;
let ref: string;
beforeAll(async () => {
  app = await openTestApp();
  const admin = await app.as("admin");
  secret = admin.secret;
  judge = new Judge(app, secret);
  ref = (await admin.call(incidentRoutes.declare, { body: { title: "Real", severity: 3 } })).ref;
  await admin.call(retrospectiveRoutes.start, { params: { ref }, body: {} });
});
afterAll(() => app.close());

const at = (route: Route): Spoken => ({
  params: Object.fromEntries(parametersOf(route).map((name) => [name, known(name)])),
});

function known(name: string): string {
  if (name === "number") return "1";
  return name === "ref" ? ref : "01890000-0000-7000-8000-000000000000";
}

/** Says what must be refused, with nothing written. */
async function refusalOf(
  route: Route,
  spoken: Spoken,
): Promise<{ code: string; fields: { path: string[] }[] }> {
  const before = await judge.stored();
  const response = await app.request(...raw(route, spoken));
  const text = await response.clone().text();
  expect(await judge.faultOf(route, spoken, response, "be refused")).toBe(null);
  expect(await judge.stored()).toBe(before);
  return JSON.parse(text).error;
}

async function codeOf(route: Route, spoken: Spoken): Promise<string> {
  return (await refusalOf(route, spoken)).code;
}

function raw(route: Route, { params = {}, bytes, headers = {} }: Spoken): [string, RequestInit] {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  return [
    path,
    {
      method: route.method.toUpperCase(),
      headers: { authorization: `Bearer ${secret}`, "content-type": bytes?.type ?? "", ...headers },
      body: bytes?.body ?? "",
    },
  ];
}

const json = (body: string | Uint8Array<ArrayBuffer>) => ({ bytes: { type: "application/json", body } });

describe("bodies that are no JSON, on every route that takes one", () => {
  test.each(withBody.map((route) => [route.id, route] as const))("%s", async (_id, route) => {
    const broken = [
      "",
      "{",
      "nul",
      '{"a":1}}',
      "{'a':1}",
      '{"a":NaN}',
      "[1,]",
      '{"a":"\u0001"}',
      "\uFEFF\uFEFF{}",
    ];
    for (const body of broken)
      expect(await codeOf(route, { ...at(route), ...json(body) })).toBe("input.malformed_json");
    const notText = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    expect(await codeOf(route, { ...at(route), ...json(notText) })).toBe("input.malformed_json");
    for (const type of ["text/plain", "multipart/form-data", "application/xml", "", "application/jsonx"])
      expect(await codeOf(route, { ...at(route), bytes: { type, body: "{}" } })).toBe(
        "input.unsupported_type",
      );
    const wrong = ["null", "[]", "1", '"text"', "true"].filter(
      (body) => body !== "null" || !takesNull(route),
    );
    for (const body of wrong)
      expect(await codeOf(route, { ...at(route), ...json(body) })).toBe("input.invalid");
    const nested = JSON.stringify({ ...Object(fitting(bodyShape(route) ?? {})), extra: deep(4_000) });
    expect(await codeOf(route, { ...at(route), ...json(nested) })).toBe("input.invalid");
    const many = JSON.stringify(Array.from({ length: 100_000 }, () => "x"));
    expect(await codeOf(route, { ...at(route), ...json(many) })).toBe("input.invalid");
  });
});

function takesNull(route: Route): boolean {
  return route.body?.safeParse(null).success === true;
}

test("larger bodies than a route takes are refused, whether their length is told or not", async () => {
  const route = incidentRoutes.declare;
  const body = JSON.stringify({ title: "x", severity: 1, summary: "x".repeat(5_000_001) });
  expect(await codeOf(route, json(body))).toBe("input.too_large");
  const told = { ...json("{}"), headers: { "content-length": "999999999999" } };
  expect(await codeOf(route, told)).toBe("input.too_large");
});

test("a key said twice counts as said last; prototypes are only text", async () => {
  const route = incidentRoutes.declare;
  expect(await codeOf(route, json('{"title":"x","severity":1,"severity":"worst"}'))).toBe("input.invalid");
  const polluted = '{"title":"x","severity":1,"__proto__":{"restricted":true}}';
  expect((await refusalOf(route, json(polluted))).fields[0]?.path).toContain("__proto__");
  const deeper = '{"title":"x","severity":1,"impact":{"constructor":{"prototype":{"polluted":1}}}}';
  expect((await refusalOf(route, json(deeper))).fields[0]?.path).toContain("constructor");
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

function image(body: Uint8Array<ArrayBuffer>): Spoken {
  return { params: { ref }, bytes: { type: "image/png", body } };
}

describe("images that are none", () => {
  const route = attachmentRoutes.add;
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAEUlEQVR4nGP4z8DwH4YZ4AwAVWwH+VtOe6wAAAAASUVORK5CYII=",
    "base64",
  );

  test("cut off, mislabelled, markup, empty and too large", async () => {
    for (const length of [0, 1, 8, 12, 20])
      expect(await codeOf(route, image(new Uint8Array(png.subarray(0, length))))).toBe(
        "attachment.not_an_image",
      );
    const markup = ["<svg onload=alert(1)/>", "<html><script>", "GIF", "%PDF-1.4", "MZ", "RIFF\0\0\0\0WEB"];
    for (const body of markup)
      expect(await codeOf(route, image(new Uint8Array(Buffer.from(body))))).toBe("attachment.not_an_image");
    expect(await codeOf(route, image(new Uint8Array(maximumImageBytes + 1)))).toBe("input.too_large");
  });

  test("bytes of any kind: stored as the image they are, or refused", async () => {
    const starts = [
      png,
      Buffer.from("GIF89a"),
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from("RIFF0000WEBPVP8 "),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 60 }), async (start, rest) => {
        const bytes = new Uint8Array(Buffer.concat([start.subarray(0, 30), rest]));
        const response = await app.request(...raw(route, image(bytes)));
        expect(await judge.faultOf(route, {}, response, "be answered")).toBe(null);
      }),
      { numRuns: 40 },
    );
  });
});

describe("times that cannot be", () => {
  const route = timelineRoutes.add;

  test.each([
    ["a gap", { local: "2026-03-29T02:30", zone: "Europe/Berlin" }],
    ["an overlap without a choice", { local: "2026-10-25T02:30", zone: "Europe/Berlin" }],
    ["an unknown zone", { local: "2026-05-01T10:00", zone: "Mars/Olympus" }],
    ["an offset beyond all", { local: "2026-05-01T10:00", zone: "+25:00" }],
    ["30 February", { local: "2026-02-30T10:00", zone: "UTC" }],
    ["hour 25", { local: "2026-05-01T25:00", zone: "UTC" }],
    ["a year beyond all", { local: "99999-05-01T10:00", zone: "UTC" }],
    ["year 0", { local: "0000-01-01T00:00", zone: "UTC" }],
    ["no time", { local: "yesterday", zone: "UTC" }],
    ["an instant on 30 February", { at: "2026-02-30T10:00:00Z" }],
    ["an instant with an offset beyond all", { at: "2026-05-01T10:00:00+99:00" }],
    ["an instant in an unknown zone", { at: "2026-05-01T10:00:00Z", zone: "Nowhere/Land" }],
  ])("%s is refused where it stands", async (_what, when) => {
    const spoken = { params: { ref }, ...json(JSON.stringify({ body: "x", when })) };
    const { code, fields } = await refusalOf(route, spoken);
    expect(code).toMatch(/^input\.(invalid|rule)$/);
    expect(fields[0]?.path.slice(0, 2)).toEqual(["body", "when"]);
  });

  test("milestones in an impossible order are refused with the reason", async () => {
    const started = { title: "x", severity: 3, startedAt: "2026-05-01T11:00:00Z" };
    const before = { ...started, detectedAt: "2026-05-01T10:00:00Z" };
    const declared = await refusalOf(incidentRoutes.declare, json(JSON.stringify(before)));
    expect(declared).toMatchObject({ code: "input.rule", fields: [{ path: ["body", expect.any(String)] }] });
    const admin = await app.as("admin");
    const incident = await admin.call(incidentRoutes.declare, { body: { ...started, severity: 3 } });
    const early = { body: "x", milestone: "resolved", when: { at: "2026-05-01T10:00:00Z" } };
    const resolved = { params: { ref: incident.ref }, ...json(JSON.stringify(early)) };
    expect(await codeOf(route, resolved)).toBe("input.rule");
  });
});

function queriesOf(route: Route, cursor: string): Record<string, string>[] {
  const states = queryShape(route)?.properties?.["state"] !== undefined;
  return states ? [{ cursor }, { cursor, state: "published" }] : [{ cursor }];
}

describe("places in a list that we did not make", () => {
  const texts = [
    "draft",
    "published",
    "open",
    "closed",
    "",
    "a",
    "\u0000",
    "infinity",
    "-infinity",
    "01890000-0000-7000-8000-000000000000",
  ];
  const days = ["0000-01-01", "9999-12-31", "2026-01-01", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];
  const others = ["2026-01-01T00:00:00+23:59", null, 0, 1, -1, 1.5, 2 ** 31, 2 ** 53, 1e300, {}, []];
  const part = fc.constantFrom<unknown>(...texts, ...days, ...others);
  test.each(paged.map((route) => [route.id, route] as const))("%s", async (_id, route) => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (key) => {
        const cursor = Buffer.from(JSON.stringify(key)).toString("base64url");
        for (const query of queriesOf(route, cursor))
          expect(await judge.fault(route, { ...at(route), query }, "be answered")).toBe(null);
      }),
      { numRuns: 60 },
    );
    for (const limit of ["0", "-1", "1e9", "99999999999", "1.5", "NaN", "ten"])
      expect(await judge.fault(route, { ...at(route), query: { limit } }, "be refused")).toBe(null);
  });
});

test("markup in any text comes out inert", async () => {
  const admin = await app.as("admin");
  const evil = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](data:text/html,<script>alert(1)</script>)",
    "<iframe src=//evil.example></iframe>",
    '<a href="jAvAsCrIpT:alert(1)" onclick=alert(1)>x</a>',
    "<svg><script>alert(1)</script></svg>",
    "<style>*{background:url(//evil.example)}</style>",
    "</title></head><script>alert(1)</script>",
    '"><meta http-equiv=refresh content="0;url=//evil.example">',
    "<form action=//evil.example><input name=x></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  ].join("\n\n");
  const incident = await admin.call(incidentRoutes.declare, {
    body: { title: evil.replaceAll("\n", " ").slice(0, 200), severity: 3, summary: evil },
  });
  const params = { ref: incident.ref };
  await admin.call(timelineRoutes.add, { params, body: { body: evil, actor: "<script>x</script>" } });
  const { document, revision } = await admin.call(retrospectiveRoutes.start, { params, body: {} });
  const told = {
    ...document,
    lesson: "<b onclick=x>l</b>",
    narrative: evil,
    wentWell: [evil],
    factors: [{ id: "f", text: evil }],
  };
  await admin.call(retrospectiveRoutes.save, { params, body: { revision, document: told } });
  const answer = await admin.open(retrospectiveRoutes.export, { params, query: { format: "html" } });
  const page = await answer.text();
  const tags = page.replaceAll(/<style>[^]*?<\/style>/g, "");
  expect(tags).not.toMatch(/<(script|iframe|svg|math|form|input|object|embed|link|base)\b/i);
  expect(tags).not.toMatch(/<meta[^>]+refresh/i);
  expect(tags).not.toMatch(/<[^>]+\son\w+\s*=/i);
  expect(tags).not.toMatch(/(href|src)\s*=\s*["']?\s*(javascript|data:text)/i);
  expect(answer.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
});
