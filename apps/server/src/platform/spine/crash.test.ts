import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { type DatabasePlace, openDatabase } from "../db/index.ts";
import { emptyTestPlace, quietLog, type TestDialect, whyNoPostgres } from "../db/testing.ts";
import { openSpine } from "./index.ts";

const writer = fileURLToPath(new URL("./testing/acknowledging-writer.ts", import.meta.url));
/** Some in every run; MORROW_CRASHES=30 for the whole proof. */
const kills = Number(process.env["MORROW_CRASHES"] ?? "8");
const noPostgres = await whyNoPostgres();

/** Starts a writer, lets it acknowledge some writes, kills it without warning; returns what it had said. */
async function writeAndKill(
  place: DatabasePlace,
  writes: number,
): Promise<{ head: number; done: Map<string, number> }> {
  const child = spawn(process.execPath, [writer, JSON.stringify(place)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const exit = once(child, "exit");
  const done = new Map<string, number>();
  let head = -1;
  // Reads on after the kill: what was said before it counts.
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, first, second] = line.split(" ");
    if (word === "head") head = Number(first);
    if (word === "done" && first !== undefined && second !== undefined) done.set(first, Number(second));
    if (done.size >= writes) child.kill("SIGKILL");
  }
  const [, signal] = await exit;
  expect(signal).toBe("SIGKILL");
  return { head, done };
}

describe.each<TestDialect>(["embedded", "postgres"])("killed %s", (dialect) => {
  test.skipIf(dialect === "postgres" && noPostgres !== null)(
    `${kills} times in the middle of writes: nothing acknowledged is lost, and the log has no hole`,
    { timeout: 900_000 },
    async () => {
      const { place, remove } = await emptyTestPlace(dialect);
      const acknowledged = new Map<string, number>();
      for (let kill = 0; kill < kills; kill += 1) {
        const said = await writeAndKill(place, 1 + ((kill * 7) % 40));
        const sum = [...acknowledged.values()].reduce((a, b) => a + b, 0);
        expect(said.head).toBeGreaterThanOrEqual(sum);
        for (const [id, events] of said.done) acknowledged.set(id, events);
      }

      const db = await openDatabase(place, { log: quietLog });
      const spine = await openSpine(db);
      const events = await spine.read(0, 1_000_000);
      expect(events.map((event) => event.position)).toEqual(events.map((_, index) => index + 1));
      expect(await spine.head()).toBe(events.length);
      const stored = Map.groupBy(events, (event) => event.subjectId);
      const lost = [...acknowledged].filter(([id, count]) => stored.get(id)?.length !== count);
      expect(lost).toEqual([]);
      expect(acknowledged.size).toBeGreaterThan(kills);
      await spine.stop();
      await db.close();
      await remove();
    },
  );
});
