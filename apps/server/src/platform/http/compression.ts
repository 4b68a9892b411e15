import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";

import { isCrossSite } from "./security.ts";

/** Bytes from which compressing pays: below, an answer fits into the first packets either way. */
const worthwhile = 2_048;

const gzip = compress({ encoding: "gzip", threshold: worthwhile, contentTypeFilter: /^application\/json\b/ });

/**
 * JSON answers leave compressed where the client accepts gzip. The event stream does not: each piece of news must leave at once.
 *
 * Compressed length can betray a secret that stands beside text of an attacker's choice (BREACH). For that another site has to make
 * the reader's browser ask, again and again; such requests, which browsers mark, are answered uncompressed. Besides, session cookies
 * travel in headers, which are not compressed, and a token or invitation is in one short answer, once.
 */
export const compressAnswers: MiddlewareHandler = (context, next) =>
  isCrossSite(context.req.raw) ? next() : gzip(context, next);
