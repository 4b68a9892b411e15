/**
 * Tells of an error in a listener, and nothing more: who only watches a service must not be able to end it. Node prints a warning
 * unless it was started otherwise, browsers report it like an uncaught error.
 */
export function report(error: unknown): void {
  const { process, reportError } = globalThis;
  if (typeof process?.emitWarning !== "function") reportError?.(error);
  else process.emitWarning(error instanceof Error ? error : String(error));
}
