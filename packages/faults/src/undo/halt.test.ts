import { existsSync, readdirSync, writeFileSync } from "node:fs";

import { expect, onTestFinished, test } from "vitest";

import { halt, isHalted, liftHalt, readHalt, watchHalt, type Halt } from "./halt.ts";
import { openStateFolder } from "./state-folder.ts";
import { temporaryFolder } from "./testing/world.ts";

const at = new Date("2026-11-26T10:00:00Z");

test("a halt says who, when and why; a second one does not overwrite it", async () => {
  const folder = openStateFolder(temporaryFolder());
  expect(isHalted(folder)).toBe(false);
  const both = await Promise.all([
    halt(folder, { who: "ada", why: "a real outage", at }),
    halt(folder, { who: "ben", why: "another", at }),
  ]);
  expect(both.toSorted()).toEqual([false, true]);
  expect(readHalt(folder)?.text).toBe(
    both[0]
      ? "who: ada\nwhen: 2026-11-26T10:00:00.000Z\nwhy: a real outage"
      : "who: ben\nwhen: 2026-11-26T10:00:00.000Z\nwhy: another",
  );
  expect(readdirSync(folder.root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(await liftHalt(folder)).toBe(true);
  expect(await liftHalt(folder)).toBe(false);
  expect(existsSync(folder.halt)).toBe(false);
});

test("those who watch are told once, also by an empty file that somebody made by hand", async () => {
  const folder = openStateFolder(temporaryFolder());
  const told: Halt[] = [];
  const first = new Promise<void>((resolve) => {
    const stop = watchHalt(folder, (found) => {
      told.push(found);
      resolve();
    });
    onTestFinished(stop);
  });
  writeFileSync(folder.halt, "");
  await first;
  await liftHalt(folder);
  // Whoever comes later is told of a halt that is there already.
  await halt(folder, { who: "ada", why: "again", at });
  const second = await new Promise<Halt>((resolve) => {
    onTestFinished(watchHalt(folder, resolve));
  });
  expect(second.text).toContain("why: again");
  expect(told).toEqual([{ text: "" }]);
});
