import { readFile } from "node:fs/promises";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { planFault } from "../testing/plan-fault.ts";
import { startEcho } from "../testing/start-echo.ts";
import { stateOf } from "../undo/index.ts";
import { takeStep } from "../undo/take/index.ts";
import { limitLeaving } from "./exhaust-file-descriptors.ts";

test("a paused process makes no progress while its twin does, and goes on where it was after the undo", async () => {
  await using echo = await startEcho();
  await using twin = await startEcho();
  const plan = await planFault("pause-process", { targets: [echo.target] });
  const armed = await plan.arm();
  expect(await armed.apply()).toEqual({ stopped: [echo.target.pid], gone: [] });

  expect(stateOf(echo.target)).toBe("T");
  const answer = echo.ask("are you there");
  for (let round = 0; round < 50; round += 1) await twin.ask(`round ${round}`);
  expect(echo.heard).toEqual(["hello"]);

  for (const step of armed.steps) await takeStep(step);
  expect(await answer).toBe("are you there");
  expect(stateOf(echo.target)).not.toBe("T");
});

test("pausing says so when every process has ended before", async () => {
  const echo = await startEcho();
  const plan = await planFault("pause-process", { targets: [echo.target] });
  await echo[Symbol.asyncDispose]();
  await expect((await plan.arm()).apply()).rejects.toThrow("had ended before");
});

test("another process that was given the same number is left alone", async () => {
  await using echo = await startEcho();
  const earlier = { ...echo.target, startTicks: echo.target.startTicks - 1 };
  const plan = await planFault("terminate-process", { targets: [earlier] });
  await expect((await plan.arm()).apply()).rejects.toThrow("had ended before");
  expect(await echo.ask("still here")).toBe("still here");
});

test("terminating sends the signal", async () => {
  await using echo = await startEcho();
  // Long enough for a process that a busy machine keeps waiting; nobody waits for it to pass.
  const plan = await planFault("terminate-process", { targets: [echo.target], arguments: { grace: 60 } });
  const armed = await plan.arm();
  expect(armed.steps).toEqual([]);
  expect(await armed.apply()).toEqual({ ended: [echo.target.pid], killed: [], gone: [] });
  expect(await echo.ended).toBe("SIGTERM");
});

test("terminating sends SIGKILL when the process stays", async () => {
  await using stubborn = await startEcho();
  await stubborn.ask("ignore SIGTERM");
  const plan = await planFault("terminate-process", {
    targets: [stubborn.target],
    arguments: { grace: 0.2 },
  });
  const armed = await plan.arm();
  expect(await armed.apply()).toEqual({ ended: [], killed: [stubborn.target.pid], gone: [] });
  expect(await stubborn.ended).toBe("SIGKILL");
});

test("without file descriptors a process opens nothing more, and as much as before after the undo", async () => {
  await using echo = await startEcho();
  const before = Number(await echo.ask("open"));
  const plan = await planFault("exhaust-file-descriptors", {
    targets: [echo.target],
    arguments: { headroom: 3 },
  });
  const armed = await plan.arm();
  await armed.apply();
  expect(Number(await echo.ask("open"))).toBe(3);
  expect(await readFile(`/proc/${echo.target.pid}/limits`, "utf8")).toMatch(/Max open files\s+\d{2}\b/);

  for (const step of armed.steps) await takeStep(step);
  expect(Number(await echo.ask("open"))).toBe(before);
});

test("the lowered limit leaves exactly the headroom, whatever is open", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60)), fc.nat(40), (open, headroom) => {
      const limit = limitLeaving(headroom, open);
      const free = Array.from({ length: limit }, (_, descriptor) => descriptor).filter(
        (descriptor) => !open.includes(descriptor),
      );
      expect(free).toHaveLength(headroom);
    }),
  );
});

test("arguments that are not understood are named, all of them", async () => {
  await expect(
    planFault("terminate-process", { arguments: { signal: "SIGSTOP", grace: -1 } }),
  ).rejects.toMatchObject({
    code: "fault.arguments",
    message: expect.stringMatching(/signal: .*grace: /s) as string,
  });
});
