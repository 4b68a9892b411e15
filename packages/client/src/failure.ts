import { errorBody, errorCatalogue, type ErrorCode, type FieldProblem } from "@morrow/contract/errors";

/** What went wrong with a call. `status` 0 means that no answer came: the server or the network is away. */
export class Failure extends Error {
  readonly code: ErrorCode | "network.unreachable" | "answer.unexpected";
  readonly status: number;
  readonly fields: readonly FieldProblem[];
  /** For `conflict.revision`: what is stored now. */
  readonly current: unknown;

  constructor(
    facts: {
      code: Failure["code"];
      status: number;
      message: string;
      fields?: readonly FieldProblem[];
      current?: unknown;
    },
    options?: { cause?: unknown },
  ) {
    super(facts.message, options);
    this.name = "Failure";
    this.code = facts.code;
    this.status = facts.status;
    this.fields = facts.fields ?? [];
    this.current = facts.current;
  }
}

export function unreachable(cause: unknown): Failure {
  return new Failure(
    {
      code: "network.unreachable",
      status: 0,
      message: "Morrow cannot be reached at the moment. What you typed is kept here.",
    },
    { cause },
  );
}

export async function failureOf(response: Response): Promise<Failure> {
  const text = await response.text();
  const parsed = errorBody.safeParse(parseJson(text));
  if (parsed.success) return new Failure({ ...parsed.data.error, status: response.status });
  return new Failure({
    code: response.status >= 500 ? "server.failed" : "answer.unexpected",
    status: response.status,
    message:
      response.status >= 500
        ? errorCatalogue["server.failed"].message
        : `Unexpected answer (${response.status}).`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy in between may answer with a page of its own; the status then says enough.
    return null;
  }
}
