import { readRetryAfter } from "../http/retry-after.ts";
import type { Clock } from "../time/clock.ts";

export interface Receiver {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** How long one request may take, in ms. */
  readonly timeout: number;
  readonly fetch: typeof fetch;
}

/**
 * `refused`: asking again with the same batch would not help. `away`: it might, after `retryAfter` ms where the receiver said so.
 */
export type Delivery =
  | { readonly kind: "received" }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "away"; readonly why: string; readonly retryAfter: number };

/** Sends one batch; `request` gives it up. Never rejects: whatever goes wrong is a `Delivery`. */
export async function deliver(
  body: string,
  receiver: Receiver,
  request: AbortController,
  clock: Clock,
): Promise<Delivery> {
  const timer = clock.start(receiver.timeout, () =>
    request.abort(new Error(`no answer within ${receiver.timeout} ms`)),
  );
  // Browsers want it called on nothing.
  const { fetch } = receiver;
  try {
    const response = await fetch(receiver.url, {
      method: "POST",
      headers: receiver.headers,
      body,
      // The token is meant for this receiver and no other.
      redirect: "error",
      signal: request.signal,
    });
    // Nobody reads what it says, however much that is.
    await response.body?.cancel();
    return judged(response);
  } catch (error) {
    return { kind: "away", why: reasonOf(error), retryAfter: 0 };
  } finally {
    timer.stop();
  }
}

function judged({ ok, status, headers }: Response): Delivery {
  if (ok) return { kind: "received" };
  const why = `status ${status}`;
  const again = status >= 500 || status === 408 || status === 429;
  return again
    ? { kind: "away", why, retryAfter: readRetryAfter((name) => headers.get(name)) ?? 0 }
    : { kind: "refused", why };
}

/** `fetch failed` says little; what it failed of is its cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
