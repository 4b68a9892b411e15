import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Reads a line without showing it. Piped input works too. */
export function readHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: silent,
    terminal: process.stdin.isTTY,
  });
  return new Promise((resolve) => {
    lines.once("line", (line) => {
      lines.close();
      process.stderr.write("\n");
      resolve(line);
    });
  });
}
