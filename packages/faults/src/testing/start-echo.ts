import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";

import type { Target } from "../faults/fault.ts";
import { readProcess } from "../targets/index.ts";

export interface Echo extends AsyncDisposable {
  readonly target: Target;
  /** Sends a line and waits for the answer. */
  ask(line: string): Promise<string>;
  /** Lines that came without being waited for. */
  readonly heard: readonly string[];
  /** Resolves when the process has ended, with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

/** Starts a real process that a test may hurt; it ends with the test. */
export async function startEcho(title = "morrow-echo"): Promise<Echo> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "echo-process.ts"), title], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const heard: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => heard.push(line));
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("exit", (_code, signal) => resolve(signal)),
  );
  const ask = async (line: string): Promise<string> => {
    const answer = once(lines, "line");
    child.stdin.write(`${line}\n`);
    return String((await answer)[0]);
  };
  await ask("hello");
  const target = await readProcess(child.pid ?? 0);
  if (target === null) throw new Error("the echo process ended early");
  return {
    target,
    ask,
    heard,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
