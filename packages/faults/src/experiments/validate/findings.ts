import { ExperimentRefused } from "../failures.ts";

/** Something said about a document, where, and what to do. */
export interface Problem {
  /** Stable: tolerance.pattern. */
  readonly code: string;
  /** Such as method[2].provider.url; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Validation {
  /** What is wrong with the document, wherever it is read. */
  readonly problems: readonly Problem[];
  /** What the document needs and this machine lacks: programs, Python packages, environment variables. It can't run here. */
  readonly requirements: readonly Problem[];
  /** What is allowed and may surprise. */
  readonly warnings: readonly Problem[];
}

/** A document that can't be run, with everything that is wrong. */
export class InvalidExperiment extends ExperimentRefused {
  readonly validation: Validation;

  constructor(validation: Validation) {
    const all = [...validation.problems, ...validation.requirements];
    const [first] = all;
    super(
      all.length === 1 && first !== undefined
        ? `The experiment can't be run. ${describe(first)}`
        : [`The experiment can't be run; ${all.length} things are in the way:`, ...all.map(describe)].join(
            "\n  ",
          ),
    );
    this.validation = validation;
  }
}

function describe({ path, message, remedy }: Problem): string {
  return `${path === "" ? "" : `${path}: `}${message} ${remedy}`;
}

/** Collects while the document is walked. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly requirements: Problem[] = [];
  readonly warnings: Problem[] = [];

  problem(code: string, path: string, message: string, remedy: string): void {
    this.problems.push({ code, path, message, remedy });
  }

  requirement(code: string, path: string, message: string, remedy: string): void {
    this.requirements.push({ code, path, message, remedy });
  }

  warning(code: string, path: string, message: string, remedy: string): void {
    this.warnings.push({ code, path, message, remedy });
  }
}

export function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
