/**
 * Tells of an error in a listener, and nothing more: who only watches a service must not be able to end it. Node prints a warning
 * unless it was started otherwise; in a browser it is an uncaught error, which ends nothing there.
 */
export function report(error: unknown): void {
  const warn = globalThis.process?.emitWarning;
  if (typeof warn === "function") warn(error instanceof Error ? error : String(error));
  else
    queueMicrotask(() => {
      throw error;
    });
}
