/** RFC 9110, 9.2.2, and QUERY: doing it twice means what doing it once means. */
const idempotentMethods = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"]);

/** Whether a request may be sent twice: by its method, or since it carries a key that the other side tells copies by. */
export function isIdempotent(method: string, hasHeader: (name: string) => boolean): boolean {
  return idempotentMethods.has(method.toUpperCase()) || hasHeader("idempotency-key");
}

/** Whether a body can be sent again as it is. A stream is gone once it was sent. */
export function isReplayable(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return true;
  return !("getReader" in body || "pipe" in body || isIterator(body));
}

/** Iterators, generators among them, run once; collections as URLSearchParams, FormData and byte arrays can be gone through again. */
function isIterator(body: object): boolean {
  return (
    (Symbol.asyncIterator in body && !("stream" in body)) ||
    ("next" in body && typeof body.next === "function")
  );
}
