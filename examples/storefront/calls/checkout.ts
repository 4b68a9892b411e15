/** Buying. Nothing can stand in for it, so it fails fast, says what is known, and can be tried again without being charged twice. */
import { circuitBreaker, policy, RefusedError, timeout } from "@morrow/resilience";
import { resilientFetch } from "@morrow/resilience/fetch";
import { z } from "zod";

import type { Times } from "../times.ts";

/** What a visitor agreed to. The key is made with the button and stays the same however often it is pressed. */
export interface Purchase {
  readonly key: string;
  readonly product: string;
  readonly cents: number;
}

/**
 * `unconfirmed`: it was sent and no answer came in time, so the order may stand or not. `not-sent`: the circuit is open,
 * nothing left this program. `retryAfter` in ms.
 */
export type Outcome =
  | { readonly kind: "confirmed"; readonly number: string; readonly cents: number }
  | { readonly kind: "price-changed"; readonly cents: number }
  | { readonly kind: "unconfirmed" }
  | { readonly kind: "not-sent"; readonly retryAfter: number };

const confirmed = z.object({ number: z.string(), cents: z.number().int() });
const changed = z.object({ cents: z.number().int() });

export function checkoutPolicy(times: Times) {
  return policy(
    "checkout",
    circuitBreaker({ opensAfter: 3, halfOpenAfter: times.rest }),
    timeout(times.checkout),
  );
}

export function checkout(service: string, times: Times) {
  // A response of status 5xx is a failure to the policy; what the till says about an order is not.
  const till = resilientFetch(checkoutPolicy(times), { covers: "body" });
  return async ({ key, product, cents }: Purchase): Promise<Outcome> => {
    try {
      const response = await till(`${service}/orders`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify({ product, cents }),
      });
      return await outcomeOf(response);
    } catch (error) {
      return error instanceof RefusedError
        ? { kind: "not-sent", retryAfter: error.retryAfter ?? times.rest }
        : { kind: "unconfirmed" };
    }
  };
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.status === 409) return { kind: "price-changed", ...changed.parse(await response.json()) };
  return response.ok
    ? { kind: "confirmed", ...confirmed.parse(await response.json()) }
    : { kind: "unconfirmed" };
}
