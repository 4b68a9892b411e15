/** What a visitor may like. Without the service: what everybody likes, which is part of this program and cannot fail. */
import { circuitBreaker, fallback, policy, timeout } from "@morrow/resilience";
import { z } from "zod";

import { popular } from "../shop/catalogue.ts";
import type { Visitor } from "../shop/visitors.ts";
import type { Times } from "../times.ts";
import { ask } from "./ask.ts";

const answer = z.array(z.object({ product: z.string(), because: z.string().optional() }));

export interface Recommendations {
  readonly personal: boolean;
  readonly list: z.infer<typeof answer>;
}

export const popularThisWeek: Recommendations = {
  personal: false,
  list: popular.map((product) => ({ product })),
};

export function recommendationsPolicy(times: Times) {
  return policy(
    "recommendations",
    fallback(popularThisWeek),
    circuitBreaker({ opensAfter: 3, halfOpenAfter: times.rest }),
    timeout(times.recommendations),
  );
}

export function recommendations(service: string, times: Times) {
  const calls = recommendationsPolicy(times);
  return (visitor: Visitor): Promise<Recommendations> =>
    calls.execute(
      async ({ signal }) => {
        const list = await ask(`${service}/recommendations/${visitor}`, answer, signal);
        // A guest has no history: the same list as without the service, and nothing is wrong.
        return list.length === 0 ? popularThisWeek : { personal: true, list };
      },
      { labels: { visitor } },
    );
}
