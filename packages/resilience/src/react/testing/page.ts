import { createElement, memo, useRef, useState } from "react";

import { resilientFetch } from "../../fetch/index.ts";
import { fallback, policy, timeout } from "../../index.ts";
import { DegradedProvider, Feature, useDegraded, type DegradedStore } from "../index.ts";

const offers = resilientFetch(policy("offers", fallback(["no offers today"]), timeout(10_000)));

/** Says how often it was rendered: as often as its feature changed, whatever else does. */
const Renderings = memo(function Renderings() {
  const count = useRef(0);
  useDegraded("reviews");
  // oxlint-disable react/refs -- counting renderings is what it is for
  count.current += 1;
  return createElement("p", null, `rendered ${count.current} times`);
  // oxlint-enable react/refs
});

/** A page of a shop: reviews that may be degraded, and a button that asks for offers and so learns what is. */
export function ShopPage({ store, initial }: { store: DegradedStore; initial: readonly string[] }) {
  const [shown, setShown] = useState<string>("");
  const ask = async () => {
    store.read(await fetch("/state"));
    setShown(JSON.stringify(await (await offers("/offers")).json()));
  };
  return createElement(
    DegradedProvider,
    { features: store, initial },
    createElement(
      Feature,
      { name: "reviews", fallback: createElement("p", null, "No reviews now") },
      "Very good",
    ),
    createElement(Renderings),
    createElement("button", { onClick: () => void ask() }, "Ask"),
    createElement("output", null, shown),
  );
}
