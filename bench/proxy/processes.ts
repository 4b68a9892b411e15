import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const started: ChildProcess[] = [];

/** Starts a script beside this one and gives the first line that it prints. */
export async function start(
  script: string,
  ...args: string[]
): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  started.push(child);
  return { child, line: await firstLine(child) };
}

/** A program that prints nothing to wait for. */
export function startProgram(path: string, ...args: string[]): ChildProcess {
  const child = spawn(path, args, { stdio: "ignore" });
  started.push(child);
  return child;
}

/** Runs the client and gives what it measured. */
export async function measure(what: string, address: string, amount: number): Promise<unknown> {
  const { child, line } = await start("client.ts", what, address, String(amount));
  if (child.exitCode === null) await once(child, "exit");
  return JSON.parse(line);
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}

export async function stopAll(): Promise<void> {
  await Promise.all(started.map(stop));
}

/** Resident memory in KiB. */
export function residentKib(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
}

/** User and system time so far, in milliseconds. */
export function cpuMs(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  if (child.stdout === null) throw new Error("no output to read");
  for await (const data of child.stdout.setEncoding("utf8")) {
    text += String(data);
    const end = text.indexOf("\n");
    if (end >= 0) return text.slice(0, end);
  }
  throw new Error("a process of the bench ended before it said anything");
}
