/** What others say. The page is whole without it: when it is slow or fails, the section is left out. */
import { circuitBreaker, totalTimeout, fallback, featureRemoval, policy, timeout } from "@morrow/resilience";
import { z } from "zod";

import type { Times } from "../times.ts";
import { ask } from "./ask.ts";

const answer = z.array(z.object({ stars: z.number().min(1).max(5), text: z.string(), by: z.string() }));

export type Review = z.infer<typeof answer>[number];

export interface Node {
  readonly name: string;
  readonly url: string;
}

/** While most of the last pages had to wait or do without, it is not asked for at all: the rest of the page is quicker so. */
export function reviewsPolicy(times: Times) {
  return policy(
    "reviews",
    fallback(undefined),
    featureRemoval({ slow: times.reviewsSlow, share: 0.75, of: 4, for: times.rest, trial: 1 }),
    totalTimeout(times.reviews),
  );
}

/** One for all nodes. The breaker counts each key on its own, so a bad node does not close the way to a good one. */
export function reviewsNodePolicy(times: Times) {
  return policy(
    "reviews-node",
    fallback(undefined),
    circuitBreaker({ opensAfter: 2, halfOpenAfter: times.rest }),
    timeout(times.reviewsNode),
  );
}

export function reviews(nodes: readonly Node[], times: Times) {
  const section = reviewsPolicy(times);
  const node = reviewsNodePolicy(times);
  let turn = 0;
  const askNode = (of: Node, product: string) =>
    node.execute(({ signal }) => ask(`${of.url}/reviews/${product}`, answer, signal), { key: of.name });
  return (product: string): Promise<readonly Review[] | undefined> =>
    section.execute(async () => {
      turn += 1;
      for (let n = 0; n < nodes.length; n += 1) {
        const next = nodes[(turn + n) % nodes.length];
        const found = next === undefined ? undefined : await askNode(next, product);
        if (found !== undefined) return found;
      }
      throw new Error("No node of the reviews answered.");
    });
}
