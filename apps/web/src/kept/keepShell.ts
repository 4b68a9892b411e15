/** Registers the service worker that lets a page be opened or reloaded while Morrow cannot be reached.
    Only secure origins (https, localhost) have one; elsewhere pages need the server to open, and keep what is typed all the same. */
export function keepShell(): void {
  if (!("serviceWorker" in navigator)) return;
  addEventListener("load", () => void register(), { once: true });
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    // What this page loaded before the worker was there; the worker keeps what it may need later when it has those.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    active?.postMessage({ keep: performance.getEntriesByType("resource").map(({ name }) => name) });
  } catch {
    // Refused by the browser's settings: then a reload needs the server, and nothing else changes.
  }
}
