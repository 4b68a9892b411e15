import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { expect, test } from "vitest";

import { RefusedError, ResilienceError, TimeoutError } from "./index.ts";

test("they have a stable code, a sentence, no stack, and leave the stacks of others as long as they were", () => {
  const refused = new RefusedError("circuit-open", "reviews", "reviews is left alone for now.", 250);
  expect(refused).toBeInstanceOf(ResilienceError);
  expect({ ...refused }).toEqual({ code: "circuit-open", policy: "reviews", retryAfter: 250 });
  expect(refused.stack).toBe("RefusedError: reviews is left alone for now.");
  expect(new TimeoutError("timeout", "reviews", 99.6).message).toBe("reviews gave no answer within 100 ms.");
  expect(new Error("another").stack).toContain("errors.test.ts");
});

test("where the language's own objects are frozen, a refusal is still a refusal", () => {
  const script = `
    import { circuitBreaker, policy } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
    const reviews = policy("reviews", circuitBreaker({ opensAfter: 1 }));
    await reviews.execute(() => { throw new Error("down"); }).catch(() => undefined);
    await reviews.execute(() => 1).catch((error) => console.log(error.name, error.code));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--frozen-intrinsics", "--no-warnings", "--input-type=module", "-e", script],
    { encoding: "utf8" },
  );
  expect([stdout, stderr]).toEqual(["RefusedError circuit-open\n", ""]);
});
