import type { Permission } from "@morrow/domain/people";
import type { z } from "zod";
import type { ErrorCode } from "./errors.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** Who may call: nobody in particular, anyone signed in, or those with a permission. */
export type Access = "public" | "signed-in" | Permission;

/**
 * One way to say one thing to Morrow. The server validates by it, the client and the OpenAPI document are made from it.
 * `path` uses `{name}` placeholders. Every route may also answer `input.invalid`, `session.required`,
 * `permission.denied` and `server.*`; `errors` names the ones beyond these.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  id: string;
  method: Method;
  path: `/api${string}`;
  summary: string;
  access: Access;
  params?: Params;
  query?: Query;
  body?: Body;
  answer?: Answer;
  status: 200 | 201 | 202 | 204;
  errors?: readonly ErrorCode[];
  /** Media types of an answer that is not JSON (export, image, feed, stream). */
  produces?: readonly string[];
  /** Largest body, in bytes. Left out: 5 MB. */
  maximumBytes?: number;
  /** Media types of a body that is not JSON (image, backup). */
  consumes?: readonly string[];
}

export function defineRoute<
  Params extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
  Answer extends z.ZodType = z.ZodNever,
>(route: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return route;
}
