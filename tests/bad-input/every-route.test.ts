import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import type { Route } from "@morrow/contract/route";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { timelineRoutes } from "@morrow/contract/timeline";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../apps/server/src/testing/app.ts";
import type { Spoken } from "../support/speak.ts";
import { allRoutes, Judge } from "./judge.ts";
import { nastyText, nastyTexts, nastyValue } from "./nasty.ts";
import { bodyShape, fitting, parametersOf, pathsOf, queryShape, withAt } from "./shapes.ts";

/** Tries with values of any kind for each route; MORROW_TRIES for a longer search. */
const tries = Number(process.env["MORROW_TRIES"] ?? "8");

/** These end the session that asks, count attempts, or answer without an end; what they take is tested elsewhere. */
const leftOut = new Set([
  "session.sign_out",
  "session.sign_in",
  "session.change_password",
  "operation.backup",
]);
const tried = allRoutes.filter((route) => !leftOut.has(route.id));

let app: TestApp;
let judge: Judge;
/** References of things that exist, so that bad input reaches the rules behind them. */
let real: Record<string, string>;
beforeAll(async () => {
  app = await openTestApp();
  const admin = await app.as("admin");
  judge = new Judge(app, admin.secret);
  const { ref } = await admin.call(incidentRoutes.declare, { body: { title: "Real", severity: 3 } });
  const event = await admin.call(timelineRoutes.add, { params: { ref }, body: { body: "Seen." } });
  await admin.call(retrospectiveRoutes.start, { params: { ref }, body: {} });
  const idea = await admin.call(countermeasureRoutes.add, { body: { title: "An idea", incident: ref } });
  real = { ref, event: event.id, number: "1", cm: idea.ref };
});
afterAll(() => app.close());

function paramsOf(route: Route): Record<string, string> {
  const ref = route.path.startsWith("/api/countermeasures") ? real["cm"] : real["ref"];
  const known = { ...real, ref: ref ?? "" };
  return Object.fromEntries(
    parametersOf(route).map((name) => [
      name,
      Reflect.get(known, name) ?? "01890000-0000-7000-8000-000000000000",
    ]),
  );
}

function requestTo(route: Route): Spoken {
  const shape = bodyShape(route);
  const body = shape === null ? {} : { body: fitting(shape) };
  const query = queryShape(route);
  const asked = query === null ? {} : (fitting(query) as Record<string, string>);
  const bytes =
    route.consumes === undefined ? {} : { bytes: { type: route.consumes[0] ?? "", body: "not that" } };
  return { params: paramsOf(route), query: asked, ...body, ...bytes };
}

/** What was stored when the last request was refused: nothing has changed since. */
let known: string | null = null;

/** What is wrong, in words. Nothing may be written by a refused request; what is taken may write. */
async function faultOf(
  route: Route,
  spoken: Spoken,
  must: "be refused" | "be answered" = "be answered",
): Promise<string | null> {
  const before = known ?? (await judge.stored());
  known = null;
  const refused = judge.counts.refused;
  const fault = await judge.fault(route, spoken, must);
  if (fault !== null || judge.counts.refused === refused) return fault;
  known = await judge.stored();
  return known === before ? null : `refused, yet something was written: ${JSON.stringify(spoken)}`;
}

describe.each(tried.map((route) => [route.id, route] as const))("%s", (_id, route) => {
  beforeAll(() => {
    known = null;
  });
  const base = () => requestTo(route);

  test.runIf(parametersOf(route).length > 0)("forged references and ids", async () => {
    for (const name of parametersOf(route))
      for (const text of nastyTexts.filter((one) => one !== "" && one !== "." && one.isWellFormed()))
        expect(
          await judge.fault(
            route,
            { ...base(), params: { ...paramsOf(route), [name]: text } },
            "be answered",
          ),
        ).toBe(null);
  });

  test.runIf(queryShape(route) !== null)("queries of any kind", async () => {
    const names = Object.keys(queryShape(route)?.properties ?? {});
    for (const name of names)
      for (const text of nastyTexts.filter((one) => one.isWellFormed()))
        expect(
          await judge.fault(route, { ...base(), query: { ...base().query, [name]: text } }, "be answered"),
        ).toBe(null);
    const mistyped = { ...base(), query: { ...base().query, mistyped: "x" } };
    expect(await faultOf(route, mistyped, "be refused")).toBe(null);
  });

  const shape = bodyShape(route);
  test.runIf(shape !== null)("wrong values at every place of the body", async () => {
    const body = base().body;
    for (const { path } of pathsOf(shape ?? {})) {
      const put = [
        JSON.parse('{"__proto__": {"x": 1}}'),
        ["x", { y: [] }],
        1e21,
        "\u0000",
        "\uD800",
        "2026-02-30",
      ];
      for (const value of put)
        expect(await faultOf(route, { ...base(), body: withAt(body, path, value) })).toBe(null);
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pathsOf(shape ?? {})), nastyValue, async ({ path }, value) => {
        expect(await faultOf(route, { ...base(), body: withAt(body, path, value) })).toBe(null);
      }),
      { numRuns: tries },
    );
  });

  test.runIf(shape !== null)("unknown fields are refused, with their name", async () => {
    const body = withAt(base().body ?? {}, ["mistypedField"], 1);
    expect(await faultOf(route, { ...base(), body }, "be refused")).toBe(null);
  });

  test("junk in headers", async () => {
    await fc.assert(
      fc.asyncProperty(
        nastyText.filter((text) => /^[\x20-\x7e]*$/.test(text)),
        fc.constantFrom(
          "idempotency-key",
          "last-event-id",
          "cookie",
          "if-none-match",
          "accept",
          "content-length",
        ),
        async (text, name) => {
          const fault = await judge.fault(route, { ...base(), headers: { [name]: text } }, "be answered");
          expect(fault).toBe(null);
        },
      ),
      { numRuns: tries },
    );
  });
});
