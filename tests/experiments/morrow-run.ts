import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const main = join(import.meta.dirname, "..", "..", "apps", "cli", "src", "main.ts");

export interface Finished {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
  /** Undefined when none was written. */
  readonly journal: unknown;
}

/** A folder with an experiment, and `morrow run` in it. */
export class RunFolder {
  readonly path: string;

  static async make(): Promise<RunFolder> {
    return new RunFolder(await mkdtemp(join(tmpdir(), "morrow-run-")));
  }

  private constructor(path: string) {
    this.path = path;
  }

  async write(name: string, content: unknown): Promise<void> {
    await writeFile(join(this.path, name), typeof content === "string" ? content : JSON.stringify(content));
  }

  /** Writes a halt file into a state folder inside of this one. */
  async halt(stateFolder: string): Promise<void> {
    await mkdir(join(this.path, stateFolder), { recursive: true });
    await this.write(join(stateFolder, "halt"), "who: a test");
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  start(words: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn(process.execPath, [main, "run", ...words], {
      cwd: this.path,
      env: { ...process.env, HOME: this.path, MORROW_FAULTS: join(this.path, "faults"), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  async run(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Finished> {
    const child = this.start(words, environment);
    let [output, errors] = ["", ""];
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
    const journal: unknown = this.has("journal.json") ? JSON.parse(this.read("journal.json")) : undefined;
    return { exitCode, output, errors, journal };
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
