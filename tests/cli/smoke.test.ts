import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { incident } from "@morrow/contract/incidents";
import { knowledgeRoutes, similarHit } from "@morrow/contract/knowledge";
import { countermeasure } from "@morrow/contract/countermeasures";
import { session } from "@morrow/contract/people";
import { timelineEvent } from "@morrow/contract/timeline";
import { importResult } from "@morrow/contract/writeups";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { emptyTestPlace, type TestPlace, whyNoPostgres } from "../../apps/server/src/platform/db/testing.ts";
import { administrator, type RunningServer, startServer } from "../support/server-process.ts";
import { runMorrow } from "./run-morrow.ts";

const noPostgres = await whyNoPostgres();

/** Bytes that a careless reader would change: Windows line ends, a byte order mark, no last line end. */
const writeup = Buffer.from(
  "\uFEFF# The invoice queue ran full\r\n\r\nOn 2026-02-03 the invoice queue ran full after a retry storm.\r\n\r\n## Timeline (UTC)\r\n\r\n- 2026-02-03 10:00 The queue was full\r\n- 2026-02-03 11:30 It was empty again\r\n\r\n## Action items\r\n\r\n- Limit retries of the invoice worker",
);

let folder: string;
let place: TestPlace;
let server: RunningServer;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "morrow-cli-"));
  place = await emptyTestPlace("embedded");
  server = await startServer(place.place);
  environment = { MORROW_URL: server.url, XDG_CONFIG_HOME: join(folder, "config") };
  await writeFile(join(folder, "queue.md"), writeup);
  await writeFile(join(folder, "blaming.md"), "# Outage\n\nThe alert should have fired.\n");
  await writeFile(join(folder, "calm.md"), "# Outage\n\nTraffic moved to the second zone.\n");
});
afterAll(async () => {
  await server.kill();
  await place.remove();
  await rm(folder, { recursive: true, force: true });
});

function morrow(...args: string[]) {
  return runMorrow(args, { environment });
}

async function exitOf(...args: string[]): Promise<number | null> {
  return (await morrow(...args)).code;
}

/** The JSON that a command printed, in the shape that the contract promises. */
async function jsonOf<S extends z.ZodType>(schema: S, ...args: string[]): Promise<z.output<S>> {
  const { code, out, err } = await morrow(...args, "--json");
  expect([args.join(" "), code, err]).toEqual([args.join(" "), 0, expect.any(String)]);
  return schema.parse(JSON.parse(out));
}

async function signIn(email: string, password: string) {
  return runMorrow(["sign-in", email], { environment: { ...environment, MORROW_PASSWORD: password } });
}

test("before anybody signed in, commands say how to; a wrong password is refused", async () => {
  const before = await morrow("incidents", "--json");
  expect([before.code, before.out]).toEqual([1, ""]);
  expect(before.err).toContain("morrow sign-in");
  expect((await signIn(administrator.email, "not this one")).code).toBe(1);
  expect((await signIn(administrator.email, administrator.password)).code).toBe(0);
  const me = await jsonOf(session, "whoami");
  expect(me.person).toMatchObject({ email: administrator.email, role: "admin" });
});

test("declare, note, import, search, similar and export", async () => {
  const declared = await jsonOf(
    z.object({ incident, similar: z.array(similarHit) }),
    "declare",
    "Payments time out",
    "--severity",
    "SEV2",
    "--service",
    "payments",
  );
  const { ref } = declared.incident;
  const note = await jsonOf(timelineEvent, "note", ref, "restarted", "the", "pool", "--star");
  expect(note).toMatchObject({ body: "restarted the pool", starred: true });
  const shown = await jsonOf(
    z.object({ incident, timeline: z.array(timelineEvent) }),
    "incidents",
    "show",
    ref,
  );
  expect(shown.timeline.map((event) => event.body)).toContain("restarted the pool");

  const [imported] = await jsonOf(z.array(importResult), "import", join(folder, "queue.md"));
  expect(imported).toMatchObject({
    status: "imported",
    startedAt: "2026-02-03T10:00:00Z",
    timelineRows: 2,
    countermeasures: 1,
  });
  const again = await jsonOf(z.array(importResult), "import", join(folder, "queue.md"));
  expect(again).toMatchObject([{ status: "known", ref: imported!.ref }]);
  const found = await jsonOf(knowledgeRoutes.search.answer!, "search", "invoice", "queue");
  expect(found.items[0]).toMatchObject({ ref: imported!.ref });
  const alike = await jsonOf(z.array(similarHit), "similar", ref);
  expect(alike.every((hit) => hit.ref !== ref)).toBe(true);
  const byText = await jsonOf(z.array(similarHit), "similar", join(folder, "queue.md"));
  expect(byText[0]?.ref).toBe(imported!.ref);
  const listed = await jsonOf(z.object({ items: z.array(countermeasure) }), "countermeasures");
  expect(listed.items.map((one) => one.title)).toContain("Limit retries of the invoice worker");

  const original = await morrow("export", imported!.ref!, "--format", "original");
  expect(original.bytes.equals(writeup)).toBe(true);
  const file = join(folder, "original.md");
  await morrow("export", imported!.ref!, "--format", "original", "--output", file);
  expect((await readFile(file)).equals(writeup)).toBe(true);
});

test("exit codes: 0 done, 1 findings or a refusal, 2 not understood, 3 out of reach", async () => {
  expect(await exitOf("lint", join(folder, "calm.md"))).toBe(0);
  expect(await exitOf("lint", join(folder, "blaming.md"))).toBe(1);
  expect(await exitOf("incidents", "show", "INC-99999")).toBe(1);
  expect(await exitOf("declare", "No severity")).toBe(2);
  expect(await exitOf("declare", "x", "--severity", "SEV9")).toBe(2);
  expect(await exitOf("import", join(folder, "missing.md"))).toBe(2);
  expect(await exitOf("similar", "neither-file-nor-reference")).toBe(2);
  expect(await exitOf("fly")).toBe(2);
  expect(await exitOf("--help")).toBe(0);
  const away = { ...environment, MORROW_URL: "http://127.0.0.1:9" };
  const unreachable = await runMorrow(["incidents"], { environment: away });
  expect(unreachable.code).toBe(3);
  expect(unreachable.err).toContain("npm start");
});

test("backup, and restore into an empty Morrow: a new folder, and PostgreSQL", async () => {
  const file = join(folder, "everything.gz");
  const saved = await jsonOf(z.object({ file: z.string(), bytes: z.int().min(1) }), "backup", file);
  expect(saved.bytes).toBe((await readFile(file)).byteLength);
  const before = await allOf(environment);
  expect((await morrow("restore", file, "--set-up-link", `${server.url}/set-up#mru_wrong`)).code).toBe(1);
  expect((await morrow("restore", file, "--set-up-link", "nonsense")).code).toBe(2);

  for (const dialect of noPostgres === null ? (["embedded", "postgres"] as const) : (["embedded"] as const)) {
    const other = await emptyTestPlace(dialect);
    const moved = await startServer(other.place, {});
    try {
      expect(moved.setUpLink).toMatch(/#mru_/);
      const done = await jsonOf(
        z.object({ organisation: z.string(), rows: z.int() }),
        "restore",
        file,
        "--set-up-link",
        moved.setUpLink ?? "",
      );
      expect(done.organisation).toBe("Our organisation");
      const there = { MORROW_URL: moved.url, XDG_CONFIG_HOME: join(folder, `config-${dialect}`) };
      const signedIn = await runMorrow(["sign-in", administrator.email], {
        environment: { ...there, MORROW_PASSWORD: administrator.password },
      });
      expect([dialect, signedIn.code, signedIn.err]).toEqual([dialect, 0, expect.any(String)]);
      expect(await allOf(there)).toEqual(before);
      const again = await morrow("restore", file, "--set-up-link", moved.setUpLink ?? "");
      expect([again.code, again.err]).toEqual([1, expect.stringContaining("empty Morrow")]);
    } finally {
      await moved.stop();
      await other.remove();
    }
  }
});

/** What a person sees of everything: incidents, what search finds, and the original. */
async function allOf(where: Record<string, string>): Promise<unknown> {
  const run = (...args: string[]) => runMorrow(args, { environment: where });
  const incidents = JSON.parse((await run("incidents", "--json")).out);
  const found = JSON.parse((await run("search", "invoice queue", "--json")).out);
  const ref = String(found.items[0].ref);
  const original = await run("export", ref, "--format", "original");
  const refs = found.items.map((hit: { ref: string }) => hit.ref);
  return {
    incidents,
    refs,
    original: original.bytes.toString("base64"),
    whole: (await run("export", ref)).out,
  };
}
