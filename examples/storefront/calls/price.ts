/** What a product costs. Without the service: what it cost when it was last asked, with its age; never a guess. */
import { circuitBreaker, totalTimeout, lastGood, policy, retry, timeout } from "@morrow/resilience";
import { z } from "zod";

import type { Times } from "../times.ts";
import { ask } from "./ask.ts";

const answer = z.object({ cents: z.number().int() });

/** `age` in ms. A price that nobody knows is no price: then the product cannot be bought for the moment. */
export type Price =
  | { readonly kind: "current"; readonly cents: number }
  | { readonly kind: "last-known"; readonly cents: number; readonly age: number }
  | { readonly kind: "unknown" };

export function pricingPolicy(times: Times) {
  return policy(
    "pricing",
    totalTimeout(times.price),
    // Reading a price changes nothing, so it may be read twice.
    retry({ attempts: 2, backoff: 10 }),
    circuitBreaker({ opensAfter: 4, halfOpenAfter: times.rest }),
    timeout(times.priceAttempt),
  );
}

export function price(service: string, times: Times) {
  // Every product has its own last price, so this policy is called with the product as its key …
  const known = policy("price", lastGood({ maxAge: times.oldestPrice, else: undefined }));
  // … and all products share the circuit of the one service that knows them.
  const pricing = pricingPolicy(times);
  const read = (product: string) =>
    pricing.execute(({ signal }) => ask(`${service}/prices/${product}`, answer, signal), {
      labels: { product },
    });
  return async (product: string): Promise<Price> => {
    const begun = performance.now();
    const found = await known.execute(
      async () => ({ cents: (await read(product)).cents, at: performance.now() }),
      { key: product },
    );
    if (found === undefined) return { kind: "unknown" };
    const { cents, at } = found;
    return at >= begun
      ? { kind: "current", cents }
      : { kind: "last-known", cents, age: performance.now() - at };
  };
}
