import { errorCatalogue, type ErrorBody, type ErrorCode, type FieldProblem } from "@morrow/contract/errors";

/** A "no" with its reason: thrown anywhere in a request, answered as the catalogue says, nothing written. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly current: unknown;

  constructor(
    code: ErrorCode,
    facts: { message?: string; fields?: readonly FieldProblem[]; current?: unknown } = {},
  ) {
    super(facts.message ?? errorCatalogue[code].message);
    this.code = code;
    this.fields = facts.fields ?? [];
    this.current = facts.current;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }

  body(): ErrorBody {
    const current = this.current === undefined ? {} : { current: this.current };
    return { error: { code: this.code, message: this.message, fields: [...this.fields], ...current } };
  }
}

/** A rule of the domain was not met: its problems become fields of the request's body. */
export function refuseProblems(
  problems: readonly { code: string; message: string; path: readonly string[] }[],
  code: ErrorCode = "input.rule",
): void {
  const first = problems[0];
  if (first === undefined) return;
  throw new Refusal(code, {
    message: first.message,
    fields: problems.map((problem) => ({ ...problem, path: [...problem.path] })),
  });
}
