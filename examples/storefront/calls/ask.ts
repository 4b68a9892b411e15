import type { z } from "zod";

/** What a service answers to this request, read as `shape`. Rejects when it does not answer, answers an error, or something else. */
export async function ask<T>(url: string, shape: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return shape.parse(await response.json());
}
