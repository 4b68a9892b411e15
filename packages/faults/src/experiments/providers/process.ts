import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants as fileConstants, statSync } from "node:fs";
import { constants, homedir } from "node:os";
import { delimiter, join } from "node:path";

import type { ProcessProvider } from "../document/experiment.ts";
import { ActivityFailed } from "../failures.ts";
import {
  isDictionary,
  isList,
  isNumber,
  isTruthy,
  pythonText,
  toNumber,
  type Value,
} from "../values/index.ts";
import { decodeGuessing } from "./decode.ts";
import { type ProviderContext, substituteFor } from "./provider.ts";

/** A process that can't be started as described; Chaos Toolkit ends the run here, it is no failed activity. */
export class UnusableProcess extends Error {
  override readonly name = "UnusableProcess";
}

/**
 * Starts a program and waits for its end: {status, stdout, stderr}, the status negative for a signal (chaoslib.provider.process). Any
 * status is a success. Arguments as a list or mapping go to the program as they are; a string goes through a shell.
 * @throws ActivityFailed when it took longer than its timeout; the program is killed then
 */
export async function runProcess(provider: ProcessProvider, context: ProviderContext): Promise<Value> {
  const given =
    isTruthy(provider.arguments) && context.hasVariables
      ? substituteFor(provider.arguments, context)
      : provider.arguments;
  const timeout = readTimeout(provider.timeout);
  const path = findProgram(expandHome(provider.path), context.environment);
  if (typeof given === "string")
    return finish(
      spawn(`${path ?? "None"} ${given}`, { ...options(context), shell: "/bin/sh" }),
      timeout,
      context.signal,
    );
  if (path === null) throw new UnusableProcess(`The program ${provider.path} can't be found.`);
  return finish(spawn(path, readArguments(given), options(context)), timeout, context.signal);
}

function options({ environment }: ProviderContext): {
  env: NodeJS.ProcessEnv;
  stdio: ["inherit", "pipe", "pipe"];
} {
  return { env: environment, stdio: ["inherit", "pipe", "pipe"] };
}

/** Null and empty values are left out; a mapping stands for its keys and values in turn. */
function readArguments(given: Value): string[] {
  const items = isDictionary(given) ? Object.entries(given).flat() : given;
  if (!isList(items)) throw new UnusableProcess("The arguments must be a list, a mapping or a string.");
  return items.filter((item) => item !== null && item !== "").map(pythonText);
}

function readTimeout(timeout: Value): number | null {
  if (timeout === null) return null;
  if (!isNumber(timeout)) throw new UnusableProcess("The timeout must be a number of seconds.");
  return toNumber(timeout) * 1000;
}

function expandHome(path: string): string {
  return path === "~" || path.startsWith("~/") ? join(homedir(), path.slice(1)) : path;
}

/** Where a program is, as Python's shutil.which finds it: a path with a slash as it is, others along PATH. */
export function findProgram(name: string, environment: NodeJS.ProcessEnv): string | null {
  if (name.includes("/")) return isProgram(name) ? name : null;
  const folders = (environment["PATH"] ?? "/bin:/usr/bin").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, fileConstants.X_OK);
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function finish(child: ChildProcess, timeout: number | null, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk));
    // What the program started itself may hold its output open for long; it is not waited for once the program was killed.
    const give = (error: unknown): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      child.stdout?.destroy();
      child.stderr?.destroy();
      reject(error);
    };
    const timer =
      timeout === null
        ? undefined
        : setTimeout(() => give(new ActivityFailed("process activity took too long to complete")), timeout);
    const stop = (): void => give(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    child.on("error", give);
    child.on("close", (code, ended) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      resolve({
        status: ended === null ? (code ?? 0) : -constants.signals[ended],
        stdout: decodeGuessing(Buffer.concat(output)),
        stderr: decodeGuessing(Buffer.concat(errors)),
      });
    });
  });
}
