import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { expect, test } from "vitest";

import { claim } from "./claim.ts";
import { temporaryFolder } from "./testing/world.ts";

test("one holds a claim at a time, also within one process", () => {
  const path = join(temporaryFolder(), "a.lock");
  const first = claim(path);
  expect(first).not.toBeNull();
  expect(claim(path)).toBeNull();
  first?.release();
  const second = claim(path);
  expect(second).not.toBeNull();
  second?.release();
});

test("a claim ends with its process, however that ends", async () => {
  const path = join(temporaryFolder(), "a.lock");
  const program = `const { claim } = await import(${JSON.stringify(join(import.meta.dirname, "claim.ts"))});
    globalThis.held = claim(${JSON.stringify(path)}); console.log(held !== null); setInterval(() => held, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  holder.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  expect((await once(createInterface(holder.stdout), "line"))[0]).toBe("true");
  expect(claim(path)).toBeNull();
  holder.kill("SIGKILL");
  await once(holder, "close");
  const ours = claim(path);
  expect(ours).not.toBeNull();
  ours?.release();
  // Nothing about experimental features in the middle of a person's output.
  expect(said).toBe("");
});
