import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";

import { featureGroup, policy } from "../index.ts";
import {
  DegradedProvider,
  degradedStore,
  Feature,
  useDegradedFeatures,
  type DegradedFeatures,
} from "./index.ts";

function Names() {
  return useDegradedFeatures().join(" ");
}

const reviews = createElement(Feature, { name: "reviews", fallback: "none today" }, "very good");

const render = (features: DegradedFeatures, initial?: readonly string[]) =>
  renderToString(
    createElement(
      DegradedProvider,
      { features, ...(initial && { initial }) },
      reviews,
      "|",
      createElement(Names),
    ),
  ).replaceAll("<!-- -->", "");

test("without a provider nothing is degraded", () => {
  expect(renderToString(reviews)).toBe("very good");
});

test("a server renders what its feature group says", () => {
  const group = featureGroup({ slow: 1, share: 1, of: 1, for: 60_000 });
  policy("reviews", group.feature({ importance: 1 }));
  expect(render(group)).toBe("very good|");
  group.observe(5);
  expect(render(group)).toBe("none today|reviews");
});

test("what the page was rendered with comes before what is known by then", () => {
  expect(render(degradedStore(["reviews"]), [])).toBe("very good|");
  expect(render(degradedStore(), ["reviews"])).toBe("none today|reviews");
});

const response = (degraded?: string) =>
  new Response(null, { headers: degraded === undefined ? {} : { degraded } });

test("a store takes over what responses say, and tells only of changes", () => {
  const store = degradedStore(["list"]);
  let told = 0;
  const end = store.subscribe(() => {
    told += 1;
  });
  store.read(response('"reviews";by=fallback, "list";by=removal'));
  const known = store.degraded();
  store.read(response('"reviews";by=removal, "list";by=removal'));
  expect([store.degraded() === known, known, told]).toEqual([true, ["reviews", "list"], 1]);
  store.read(response());
  expect([store.degraded(), told]).toEqual([[], 2]);
  end();
  store.read(response('"reviews";by=fallback'));
  expect(told).toBe(2);
});
