/** An account that is being written, on this device: it may take an evening. */
import { z } from "zod";

const account = z.object({ saw: z.string(), knew: z.string(), did: z.string(), madeSense: z.string() });
export type Account = z.infer<typeof account>;

const key = (retrospectiveId: string) => `morrow-account ${retrospectiveId}`;

export function keptAccount(retrospectiveId: string): Account | null {
  try {
    const kept = account.safeParse(JSON.parse(localStorage.getItem(key(retrospectiveId)) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}

export function keepAccount(retrospectiveId: string, next: Account): void {
  try {
    localStorage.setItem(key(retrospectiveId), JSON.stringify(next));
  } catch {
    // No storage: then it lives in the page until it is saved.
  }
}

export function forgetAccount(retrospectiveId: string): void {
  try {
    localStorage.removeItem(key(retrospectiveId));
  } catch {
    // Nothing was kept.
  }
}
