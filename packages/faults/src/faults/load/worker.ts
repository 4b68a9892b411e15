import { createInterface } from "node:readline";

/**
 * The far side of start-load.ts: a process of its own that makes a load on this host. It is idle until it is told to go, ends by its own
 * timer, and ends at once when its parent is gone (standard input closes). So it outlives nobody.
 */
export interface Load {
  /** Makes the load; resolves once it is in force. */
  begin(durationMs: number): Promise<Record<string, number>>;
}

export function serveLoad(load: Load): void {
  const lines = createInterface({ input: process.stdin });
  lines.once("line", (line) => {
    const durationMs = Number(line);
    setTimeout(() => process.exit(0), durationMs);
    load.begin(durationMs).then(
      (evidence) => process.stdout.write(`${JSON.stringify(evidence)}\n`),
      (error: unknown) => {
        process.stderr.write(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  });
  lines.once("close", () => process.exit(0));
  process.stdout.write("ready\n");
}
