/** A test found that something does not hold. The message says what, and what may be done about it. */
export class ProofError extends Error {}

Object.defineProperty(ProofError.prototype, "name", {
  value: "ProofError",
  configurable: true,
  writable: true,
});
