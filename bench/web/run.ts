/** How the long lists feel, in a real browser on the real server: 10,000 incidents and a timeline of 5,000 entries.
 *
 *   npm run bench web       [MORROW_BENCH_INCIDENTS=10000 MORROW_BENCH_EVENTS=5000]
 *                           [MORROW_BENCH_FOLDER=…]  keeps the filled data folder there and uses it again the next time
 *
 * Scrolls at the speed of a flung finger and types into the composer. Prints frame times and long tasks while scrolling, and the time
 * from each key to the paint that shows it (the browser's own Event Timing, which counts in steps of 8 ms).
 */
import { createClient } from "@morrow/client";
import { incidentRoutes } from "@morrow/contract/incidents";
import { timelineRoutes } from "@morrow/contract/timeline";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../tests/e2e/browser.ts";
import { buildPages } from "../../tests/support/built-pages.ts";
import { administrator, startServer } from "../../tests/support/server-process.ts";
import { signIn } from "../../tests/support/sign-in.ts";

const incidentCount = Number(process.env["MORROW_BENCH_INCIDENTS"] ?? 10_000);
const eventCount = Number(process.env["MORROW_BENCH_EVENTS"] ?? 5_000);
const atOnce = 16;
const longTitle = "The long one";

/** Collects what the browser itself measures. */
const recorder = `
  window.bench = { tasks: [], events: [] };
  // When the sixth row has been painted: the first task after the frame that shows it.
  new MutationObserver((_, rows) => {
    if (document.querySelectorAll('[role="row"], article').length < 6) return;
    rows.disconnect();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => { bench.standing = performance.now(); };
      painted.port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => bench.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });
  new PerformanceObserver((list) => bench.events.push(...list.getEntries().filter((e) => e.name === "keydown" || e.name === "input" || e.name === "keypress").map((e) => e.duration)))
    .observe({ type: "event", durationThreshold: 16 });
`;

await buildPages();
const kept = process.env["MORROW_BENCH_FOLDER"];
const folder = kept ?? (await mkdtemp(join(tmpdir(), "morrow-bench-web-")));
await mkdir(folder, { recursive: true });
const server = await startServer({ dataFolder: folder });
const browser = await launchBrowser();
try {
  const cookie = await signIn(server.url, administrator);
  const ref = await fill(cookie);
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height } });
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    await page.addInitScript(recorder);
    console.log(`\n${width} × ${height}`);
    await measureList(page);
    await measureTimeline(page, ref);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}

/** @returns the incident with the long timeline */
async function fill(cookie: string): Promise<string> {
  const client = createClient({
    baseUrl: server.url,
    fetch(input, init) {
      const headers = new Headers(init?.headers);
      headers.set("cookie", cookie);
      return fetch(input, { ...init, headers });
    },
  });
  const earlier = await client.call(incidentRoutes.list, { query: { text: longTitle, limit: 1 } });
  if (earlier.items[0] !== undefined) return earlier.items[0].ref;
  const started = performance.now();
  await each(incidentCount - 1, (index) =>
    client.call(incidentRoutes.declare, {
      body: {
        title: `Incident number ${index} of the bench`,
        severity: index % 5 === 0 ? 1 : 3,
        services: ["checkout", "payments"].slice(0, index % 3),
        startedAt: new Date(Date.UTC(2025, 0, 1) + index * 3_600_000).toISOString(),
      },
    }),
  );
  const { ref } = await client.call(incidentRoutes.declare, { body: { title: longTitle, severity: 1 } });
  const texts = [
    "Plain words about what was seen",
    "With **Markdown** and `code`",
    "A list:\n\n- one\n- two",
  ];
  await each(eventCount - 1, (index) =>
    client.call(timelineRoutes.add, {
      params: { ref },
      body: {
        kind: (["note", "action", "effect", "decision"] as const)[index % 4] ?? "note",
        body: `${index}: ${texts[index % texts.length]}`,
        when: { at: new Date(Date.now() - index * 20_000).toISOString() },
      },
    }),
  );
  console.log(`filled in ${Math.round((performance.now() - started) / 1000)} s`);
  return ref;
}

async function each(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function measureList(page: Page): Promise<void> {
  const list = `${server.url}/incidents`;
  console.log(`incidents: first rows, first visit of this browser, ${await standing(page, list)} ms`);
  const again = [];
  for (let visit = 0; visit < 9; visit += 1) again.push(await standing(page, list));
  again.sort((a, b) => a - b);
  console.log(`incidents: first rows again, 9 visits, best ${again[0]} ms, median ${again[4]} ms`);
  const began = performance.now();
  // To the end, so that all of them are loaded, and then through them.
  const all = page.getByText(`${incidentCount.toLocaleString("en")} incidents.`);
  while (!(await all.isVisible())) {
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }
  console.log(
    `incidents: all ${incidentCount} loaded by scrolling after ${Math.round(performance.now() - began)} ms`,
  );
  await page.evaluate("scrollTo(0, 0)");
  console.log("incidents: scrolling  ", await scrolling(page, "document.scrollingElement"));
  console.log("incidents: rows in the page", await page.getByRole("row").count());
  const text = page
    .getByRole("textbox", { name: "Words in the title" })
    .or(page.getByRole("searchbox", { name: "Words in the title" }));
  await text.focus();
  console.log("incidents: typing a filter", await typing(page, "bench 12"));
}

async function measureTimeline(page: Page, ref: string): Promise<void> {
  const began = performance.now();
  const first = await standing(page, `${server.url}/incidents/${ref}`);
  console.log(`timeline: first entries after ${first} ms`);
  await page.getByText(`${eventCount.toLocaleString("en")} entries`).waitFor();
  console.log(`timeline: all ${eventCount} after ${Math.round(performance.now() - began)} ms`);
  const scroller = 'document.querySelector(".incident-timeline-pane") ?? document.scrollingElement';
  console.log("timeline: scrolling   ", await scrolling(page, scroller));
  console.log("timeline: entries in the page", await page.getByRole("article").count());
  await page.getByRole("textbox", { name: "New entry" }).focus();
  console.log(
    "timeline: typing an entry",
    await typing(page, "14:05 raised the pool on @two hosts, waiting"),
  );
}

/** @returns milliseconds from asking for an address until its first rows or entries are painted, by the page's own clock: looking for
    them from outside takes the page's time */
async function standing(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  for (;;) {
    const painted = Number(await page.evaluate("bench.standing ?? 0"));
    if (painted > 0) return Math.round(painted);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** 300 frames of 400 px each, down and up again. */
async function scrolling(page: Page, scroller: string): Promise<string> {
  const frames: unknown = await page.evaluate(`(async () => {
    const scroller = ${scroller};
    bench.tasks.length = 0;
    const frames = [];
    let last = performance.now();
    scroller.scrollTop = 0;
    for (let frame = 0; frame < 300; frame += 1) {
      scroller.scrollTop += frame < 150 ? 400 : -400;
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return { frames, tasks: [...bench.tasks] };
  })()`);
  return summary(frames);
}

async function typing(page: Page, text: string): Promise<string> {
  await page.evaluate("bench.events.length = 0; bench.tasks.length = 0");
  await page.keyboard.type(text, { delay: 40 });
  await page.evaluate("new Promise((done) => setTimeout(done, 300))");
  const frames: unknown = await page.evaluate("({ frames: [...bench.events], tasks: [...bench.tasks] })");
  const slow = summary(frames);
  return `${text.length} keys; those slower than 16 ms: ${slow}`;
}

function summary(measured: unknown): string {
  const { frames, tasks } = read(measured);
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  return `n ${sorted.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; long tasks ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`;
}

function read(measured: unknown): { frames: number[]; tasks: number[] } {
  const numbers = (name: string) => {
    const list: unknown =
      typeof measured === "object" && measured !== null ? Reflect.get(measured, name) : [];
    return Array.isArray(list) ? list.map(Number) : [];
  };
  return { frames: numbers("frames"), tasks: numbers("tasks") };
}
