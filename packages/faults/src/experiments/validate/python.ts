import { type Findings, join } from "./findings.ts";
import type { PythonFinding, PythonModules, PythonRequest } from "./host.ts";

interface Question {
  readonly request: PythonRequest;
  readonly path: string;
}

/** Gathers what must be asked of Python and asks it at once. */
export class PythonQuestions {
  readonly #questions: Question[] = [];

  add(request: PythonRequest, path: string): void {
    this.#questions.push({ request, path });
  }

  async ask(python: PythonModules, findings: Findings): Promise<void> {
    const [first] = this.#questions;
    if (first === undefined) return;
    const answer = await python.check(this.#questions.map((question) => question.request));
    if (answer.kind === "unavailable") {
      if (this.#questions.some(({ request }) => request.kind === "activity"))
        findings.requirement("python.unavailable", first.path, answer.message, answer.remedy);
      else findings.warning("python.unavailable", first.path, answer.message, answer.remedy);
      return;
    }
    this.#questions.forEach((question, index) =>
      report(question, answer.findings[index] ?? { kind: "fine" }, findings),
    );
  }
}

function report({ request, path }: Question, finding: PythonFinding, findings: Findings): void {
  switch (finding.kind) {
    case "fine":
      return;
    case "module-missing": {
      const message = `Python can't import the module ${request.module}: ${finding.because}.`;
      const remedy = `Install the package that brings ${request.module.split(".")[0] ?? ""} for the python3 that Morrow uses.`;
      // The original goes on without such a control.
      if (request.kind === "control")
        findings.warning("control.module-missing", join(path, "module"), message, remedy);
      else findings.requirement("python.module-missing", join(path, "module"), message, remedy);
      return;
    }
    case "function-missing":
      if (request.kind === "activity")
        findings.problem(
          "provider.func",
          join(path, "func"),
          `The module ${request.module} has no function ${request.func}.`,
          "Correct the name, or install the version of the package that has it.",
        );
      return;
    case "argument-missing":
      findings.problem(
        "provider.arguments",
        join(path, "arguments"),
        `The function needs the argument ${finding.argument}.`,
        "Add it to the arguments.",
      );
      return;
    case "argument-unexpected":
      findings.problem(
        "provider.arguments",
        join(path, "arguments"),
        `The function has no argument ${finding.argument}.`,
        "Remove it, or correct its name.",
      );
      return;
    case "raised":
      findings.problem(
        request.kind === "control" ? "control.invalid" : "python.raised",
        path,
        `Python raised while looking at ${request.module}: ${finding.because}`,
        "See what the module itself needs.",
      );
  }
}
