/** Whether a request failed because nobody listens at the address. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "ECONNREFUSED") return true;
  return isRefused(error.cause);
}
