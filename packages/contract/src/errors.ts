import { z } from "zod";

/**
 * The one catalogue of errors. Codes are stable; sentences are for a person and say what happened,
 * what is kept and what to do.
 */
export const errorCatalogue = {
  "input.invalid": { status: 400, message: "Some of this could not be understood. Nothing was saved." },
  "input.malformed_json": { status: 400, message: "The request is not valid JSON. Nothing was saved." },
  "input.unsupported_type": {
    status: 415,
    message: "This kind of content is not accepted here. Nothing was saved.",
  },
  "input.too_large": { status: 413, message: "This is larger than can be accepted. Nothing was saved." },
  "input.rule": { status: 422, message: "This does not fit the rules. Nothing was saved." },
  "session.required": { status: 401, message: "Please sign in first." },
  "session.wrong_credentials": {
    status: 401,
    message: "That e-mail address and password do not belong together.",
  },
  "session.too_many_attempts": {
    status: 429,
    message: "Too many attempts. Please wait a minute and try again.",
  },
  "session.cross_site": {
    status: 403,
    message: "This request came from another site and was not carried out.",
  },
  "permission.denied": {
    status: 403,
    message: "Your role does not include this. A lead or an administrator can help.",
  },
  "setup.done": { status: 409, message: "Morrow is already set up. Please sign in." },
  "setup.wrong_token": {
    status: 403,
    message: "This set-up link is not valid. The current one is printed when the server starts.",
  },
  "setup.required": {
    status: 409,
    message: "Morrow is not set up yet. Open the set-up link that was printed when the server started.",
  },
  "route.unknown": { status: 404, message: "There is nothing at this address." },
  not_found: { status: 404, message: "This does not exist, or it is not visible to you." },
  "invitation.invalid": {
    status: 404,
    message: "This invitation was used, withdrawn or has expired. Please ask for a new one.",
  },
  "person.email_taken": { status: 409, message: "Somebody already uses this e-mail address." },
  "person.last_admin": { status: 409, message: "This is the only administrator. Name another one first." },
  "team.name_taken": { status: 409, message: "There is already a team of this name." },
  "conflict.revision": {
    status: 409,
    message: "Somebody saved a newer version meanwhile. Yours is kept here; compare the two.",
  },
  "conflict.idempotency_key": { status: 409, message: "This key was already used for a different request." },
  "incident.not_resolved": { status: 422, message: "This incident has not been resolved yet." },
  "incident.retrospective_missing": {
    status: 422,
    message:
      "This incident closes when its retrospective is published, or when somebody waives it by name with a reason.",
  },
  "incident.closed": { status: 422, message: "This incident is closed. Reopen it first." },
  "retrospective.exists": { status: 409, message: "This incident already has a retrospective." },
  "retrospective.not_ready": { status: 422, message: "This retrospective is not ready to be published yet." },
  "perspective.hidden": {
    status: 403,
    message: "Write your own account first; the others open when yours is saved.",
  },
  "comment.not_yours": {
    status: 403,
    message: "Only the person who wrote a comment can change its words. You can reply to it.",
  },
  "countermeasure.transition": { status: 422, message: "This step is not possible from here." },
  "countermeasure.merge": { status: 422, message: "These two cannot become one." },
  "attachment.not_an_image": { status: 415, message: "Only PNG, JPEG, GIF and WebP images can be added." },
  "restore.not_empty": { status: 409, message: "A backup can only be restored into an empty Morrow." },
  "restore.invalid": { status: 422, message: "This is not a complete Morrow backup. Nothing was restored." },
  "server.unavailable": {
    status: 503,
    message:
      "Morrow cannot reach its database at the moment. What you typed is kept here; it will be sent again.",
  },
  "server.failed": {
    status: 500,
    message: "Something unexpected happened on our side. Nothing was saved; please try again.",
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant object are its codes
const codes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]];

/** One thing that is wrong, where, and what would be right. `path` is the place in the request ("body", "title"). */
export const fieldProblem = z
  .object({
    path: z.array(z.string()),
    code: z.string(),
    message: z.string(),
    choices: z.array(z.string()).optional(),
  })
  .meta({ id: "FieldProblem" });
export type FieldProblem = z.infer<typeof fieldProblem>;

export const errorBody = z
  .object({
    error: z.object({
      code: z.enum(codes),
      message: z.string(),
      fields: z.array(fieldProblem),
      /** For `conflict.revision`: what is stored now, so that both versions can be shown. */
      current: z.unknown().optional(),
    }),
  })
  .meta({ id: "Error" });
export type ErrorBody = z.infer<typeof errorBody>;
