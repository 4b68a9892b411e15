import { createInterface } from "node:readline";
import { createServer } from "node:net";
import { openSync, closeSync } from "node:fs";

/** A process to be hurt by tests: answers each line, and tells how many files it can still open when asked. */
process.title = process.argv[2] ?? "morrow-echo";

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  if (line === "open") process.stdout.write(`${openUntilRefused()}\n`);
  else if (line === "listen") listen();
  else if (line === "ignore SIGTERM") ignoreSigterm();
  else process.stdout.write(`${line}\n`);
});
lines.on("close", () => process.exit(0));

function openUntilRefused(): number {
  const opened: number[] = [];
  try {
    while (opened.length < 10_000) opened.push(openSync("/dev/null", "r"));
  } catch {
    // EMFILE is what is counted.
  }
  opened.forEach((descriptor) => closeSync(descriptor));
  return opened.length;
}

function listen(): void {
  const server = createServer();
  server.listen(0, "127.0.0.1", () => process.stdout.write(`${JSON.stringify(server.address())}\n`));
}

function ignoreSigterm(): void {
  process.on("SIGTERM", () => undefined);
  process.stdout.write("ignored\n");
}
