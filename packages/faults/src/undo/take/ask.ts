import { isRefused } from "./is-refused.ts";

const patienceMs = 2000;

/**
 * Asks a neighbour over HTTP, once, and waits for two seconds at most.
 * @returns the status, or gone when nobody listens there
 * @throws what fetch rejects with otherwise
 */
export async function ask(
  url: URL,
  method: "DELETE" | "GET",
  headers: Readonly<Record<string, string>>,
): Promise<number | "gone"> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { method, headers, redirect: "error", signal });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    if (isRefused(error)) return "gone";
    throw error;
  }
}
