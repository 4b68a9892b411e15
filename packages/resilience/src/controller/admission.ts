import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

import { ControllerError } from "./errors.ts";

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
/** Addresses only: a name such as 127.example.org leads anywhere. */
const loopbackAddress = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/** Whether a server that listens there can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || loopbackAddress.test(host);
}

/**
 * Who may ask. No page in a browser may (`Origin`), also not one whose name was made to point here (`Host`): programs on the same
 * machine are let in, pages that happen to be open on it are not. With a token everybody needs it, except the SDKs of Failure Flags on the
 * same machine, which have no way of sending one.
 * @throws ControllerError
 */
export function admit(request: IncomingMessage, path: string, token: string | undefined): void {
  if (request.headers.origin !== undefined) throw new ControllerError("request.cross_site");
  const hostIsLoopback = loopbackHost.test(request.headers.host ?? "");
  if (token === undefined) {
    if (!hostIsLoopback) throw new ControllerError("request.host");
    return;
  }
  if (timingSafeEqual(digest(`Bearer ${token}`), digest(request.headers.authorization ?? ""))) return;
  const local = hostIsLoopback && loopbackAddress.test(request.socket.remoteAddress ?? "");
  if (!local || path !== "/experiment") throw new ControllerError("token.needed");
}

/** Of one length, so that comparing says nothing about where a token differs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
