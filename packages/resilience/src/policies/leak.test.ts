import { spawn } from "node:child_process";
import { once } from "node:events";

import { expect, test } from "vitest";

const entry = new URL("../index.ts", import.meta.url).href;

/**
 * A million calls through every part: nine of ten answer at once or soon, the others fail, hang until their timeout or are given
 * up. One caller's signal lives as long as the process.
 */
const script = `
import { getEventListeners, setMaxListeners } from "node:events";
import * as r from ${JSON.stringify(entry)};

const quiet = new r.Signals();
const shop = r.policy({ name: "shop", signals: quiet },
  r.fallbackTo(() => "stand-in"), r.featureRemoval({ slow: 60_000, share: 1, of: 100, for: 1 }), r.totalTimeout(60_000),
  r.retry({ attempts: 2, backoff: 0 }), r.rateLimit({ calls: 1e9, per: 1, maxWait: 10, perKey: true, maxKeys: 100 }),
  r.circuitBreaker({ opensAfter: 1e9, maxKeys: 100 }), r.bulkhead({ concurrent: 50, queued: Infinity, perKey: true }),
  r.hedge({ after: 1_000 }), r.timeout(30));
const page = r.policy({ name: "page", signals: quiet }, r.totalTimeout(60_000));
const caller = new AbortController();
setMaxListeners(0, caller.signal);

const soon = () => new Promise((resolve) => setImmediate(resolve));
function one(count) {
  const key = "k" + (count % 1_000);
  if (count % 1_000 === 0) return shop.execute(() => new Promise(() => undefined), { key, signal: caller.signal });
  if (count % 100 === 1) return shop.execute(() => Promise.reject(new Error("down")), { key });
  if (count % 10 === 2) return page.execute(() => shop.execute(soon, { signal: caller.signal }));
  if (count % 100 === 3) {
    const own = new AbortController();
    const answer = shop.execute(({ signal }) => signal.aborted || soon(), { key, signal: own.signal });
    own.abort();
    return answer.catch(() => undefined);
  }
  return shop.execute(count % 2 === 0 ? async () => count : () => count, { key, signal: caller.signal });
}
async function calls(count) {
  for (let done = 0; done < count; done += 10_000) {
    const answers = [];
    for (let call = done; call < done + 10_000; call += 1) answers.push(one(call));
    await Promise.all(answers);
  }
}
async function heap() {
  for (let round = 0; round < 5; round += 1) { gc(); await soon(); }
  return process.memoryUsage().heapUsed;
}
await calls(100_000);
const before = await heap();
await calls(1_000_000);
const after = await heap();
console.log(JSON.stringify({
  grown: after - before,
  timers: process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length,
  listeners: getEventListeners(caller.signal, "abort").length,
}));`;

test("a million calls leave no memory, no timer and no listener", { timeout: 300_000 }, async () => {
  const child = spawn(process.execPath, ["--expose-gc", "--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(child, "close");
  const left: { grown: number; timers: number; listeners: number } = JSON.parse(output);
  // One word a call would be 8 MB.
  expect(left.grown).toBeLessThan(2_000_000);
  expect([left.timers, left.listeners]).toEqual([0, 0]);
});
