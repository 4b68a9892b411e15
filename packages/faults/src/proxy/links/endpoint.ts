import { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Closes both directions of a stream once what was written to it is out. */
export function closeGently(stream: Duplex): void {
  if (stream instanceof Socket) {
    stream.destroySoon();
    return;
  }
  if (stream.writable) stream.end(() => stream.destroy());
  else stream.destroy();
}

/** An error that tells layers above a connection that it was reset, as the kernel would. */
export function resetError(): Error {
  return Object.assign(new Error("connection reset by a fault"), { code: "ECONNRESET" });
}

/** Closes a stream with a TCP reset: what is not yet out is lost. */
export function reset(stream: Duplex): void {
  if (stream.destroyed) return;
  if (!(stream instanceof Socket)) {
    stream.destroy(resetError());
    return;
  }
  if (stream.remoteFamily === undefined) {
    // A UNIX socket knows no reset.
    stream.destroy();
    return;
  }
  // Waits for pending writes by itself, which a peer that reads nothing would make last for ever.
  stream.resetAndDestroy();
  if (!stream.destroyed) stream.destroy();
}
