import type { MiddlewareHandler } from "hono";

import { Refusal } from "./refusal.ts";

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  // The editor and virtual lists set positions through the CSSOM, which this allows; style text in markup is not.
  "style-src 'self'",
  "img-src 'self' data: blob: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const headers = context.res.headers;
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", contentSecurityPolicy);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("x-frame-options", "DENY");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A page of another site can make a signed-in browser send requests, but can't hide where they come from: browsers say
 * so in Sec-Fetch-Site, or else in Origin. Requests with a token in a header can't be forged that way.
 */
export const refuseCrossSite: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  const carriesToken = req.header("authorization") !== undefined;
  if (!safeMethods.has(req.method) && !carriesToken && isCrossSite(req.raw))
    throw new Refusal("session.cross_site");
  await next();
};

/** Whether a page of another site made the browser send this; false for programs, which say nothing about it. */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host");
}
