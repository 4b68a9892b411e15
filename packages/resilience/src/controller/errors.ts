import type { z } from "zod";

/** Everything the controller refuses. Codes are stable; sentences are for people. */
export const errorCatalogue = {
  "input.invalid": { status: 400, message: "Some of this could not be understood. Nothing was changed." },
  "input.malformed_json": { status: 400, message: "The request is not valid JSON. Nothing was changed." },
  "input.too_large": { status: 413, message: "The request is larger than it may be. Nothing was changed." },
  "input.unsupported_type": {
    status: 415,
    message: "Requests are sent as application/json. Nothing was changed.",
  },
  "request.cross_site": {
    status: 403,
    message: "This request came from a page in a browser and was not carried out.",
  },
  "request.host": {
    status: 403,
    message:
      "Without a token the controller answers only to localhost, 127.0.0.1 and [::1]. Start it with a token to reach it by another name.",
  },
  "token.needed": { status: 401, message: "The controller asks for its token: Authorization: Bearer …" },
  "route.unknown": { status: 404, message: "There is nothing at this address." },
  "rule.unknown": {
    status: 404,
    message: "There is no such rule: it was removed, or its lease ran out.",
  },
  "rules.full": {
    status: 409,
    message: "So many rules are active that no more fit. Remove some first. Nothing was changed.",
  },
  "streams.full": { status: 503, message: "So many services follow this controller that no more fit." },
} as const satisfies Record<string, { status: number; message: string }>;

export type ControllerErrorCode = keyof typeof errorCatalogue;

/** One thing that is wrong, and where: `path` is the place in the body. */
export interface FieldProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** A request that the controller did not carry out. */
export class ControllerError extends Error {
  override readonly name = "ControllerError";
  readonly code: ControllerErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: ControllerErrorCode, fields: readonly FieldProblem[] = []) {
    super(errorCatalogue[code].message);
    this.code = code;
    this.fields = fields;
  }

  /** The status of the answer. */
  get status(): number {
    return errorCatalogue[this.code].status;
  }

  /** The body of the answer. */
  get body(): { readonly error: object } {
    return { error: { code: this.code, message: this.message, fields: this.fields } };
  }
}

export function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
}
