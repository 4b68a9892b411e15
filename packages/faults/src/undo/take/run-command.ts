import { execFile } from "node:child_process";
import { existsSync } from "node:fs";

import { StepFailed } from "./step-failed.ts";

/** A command that hangs must not keep other steps from being taken. */
const patienceMs = 5000;

/** nft and tc live in sbin, which is not on every user's PATH. */
export function pathWithSystemCommands(path = process.env["PATH"] ?? ""): string {
  return [...path.split(":").filter(Boolean), "/usr/sbin", "/sbin", "/usr/bin", "/bin"].join(":");
}

/**
 * Runs a command without a shell, in a network namespace when one is named, and returns its output.
 * @throws StepFailed with what it said
 */
export function runCommand(
  command: string,
  parameters: readonly string[],
  namespace: string | null = null,
): Promise<string> {
  const [file, all] =
    namespace === null
      ? [command, parameters]
      : ["nsenter", [`--net=${namespace}`, "--", command, ...parameters]];
  return new Promise((resolve, reject) => {
    execFile(
      file,
      all,
      {
        timeout: patienceMs,
        killSignal: "SIGKILL",
        env: { PATH: pathWithSystemCommands(), LC_ALL: "C" },
        cwd: "/",
        maxBuffer: 16 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new StepFailed(explain(file, error, stderr), { cause: error }));
      },
    );
  });
}

/** A namespace that is gone took everything in it along. */
export function isNamespaceGone(namespace: string | null): boolean {
  return namespace !== null && !existsSync(namespace);
}

function explain(file: string, error: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (error.code === "ENOENT") return `The command ${file} is not installed.`;
  if (error.killed === true) return `The command ${file} did not finish within ${patienceMs / 1000} s.`;
  return `${file}: ${stderr.trim().split("\n", 1)[0] || error.message}`;
}
