import { spawn } from "node:child_process";
import { once } from "node:events";

import { expect, test } from "vitest";

const entry = new URL("../index.ts", import.meta.url).href;

/** What a process prints that runs this script; it ends when nothing keeps it alive. */
async function outputOf(script: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", `import { policy, timeout } from ${JSON.stringify(entry)};${script}`],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(child, "close");
  return output;
}

test("a process may end when nothing waits, however long the timeout is", async () => {
  const script = `
    const shop = policy("shop", timeout(3_600_000));
    await shop.execute(() => new Promise((resolve) => setImmediate(resolve)));
    await shop.execute(() => new Promise((resolve) => setImmediate(resolve)), { deadline: performance.now() + 3_000_000.5 });
    console.log("done");`;
  expect(await outputOf(script)).toBe("done\n");
});

test("a process stays while something waits, also on a timer that nobody needed for a while", async () => {
  const script = `
    const shop = policy("shop", timeout(300));
    await shop.execute(() => new Promise((resolve) => setImmediate(resolve)));
    await shop.execute(() => new Promise(() => undefined)).catch((error) => console.log(error.code));
    await shop.execute(() => new Promise(() => undefined), { deadline: performance.now() + 20.5 })
      .catch((error) => console.log(error.code));`;
  expect(await outputOf(script)).toBe("timeout\ndeadline-exceeded\n");
});
