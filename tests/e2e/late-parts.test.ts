/** What opens on a press is loaded on the press: it must open all the same, by pointer and by keyboard, and give the focus back. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { buildPages } from "../support/built-pages.ts";
import { administrator, startServer, type RunningServer } from "../support/server-process.ts";
import { axeFindings } from "./axe.ts";
import { launchBrowser } from "./browser.ts";

const dist = fileURLToPath(new URL("../../apps/web/dist", import.meta.url));
/** Bytes of JavaScript, compressed by gzip, before home stands. The aim is 250 KB; this keeps what was won. */
const mostForHome = 200_000;
/** Files that the first declaring asks for. */
const mostForDeclaring = 55;

let folder: string;
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildPages();
  folder = await mkdtemp(join(tmpdir(), "morrow-late-parts-"));
  server = await startServer({ dataFolder: folder });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
  await page.request.post(`${server.url}/api/session`, { data: administrator, failOnStatusCode: true });
  return () => context.close();
});

it("home stands on little JavaScript", async () => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js")) scripts.push(pathname);
  });
  await page.goto(server.url);
  await page.getByRole("button", { name: "Declare an incident" }).waitFor();
  const sizes = await Promise.all(
    [...new Set(scripts)].map(async (path) => (await stat(join(dist, `${path}.gz`))).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostForHome);
});

it("declaring comes in few files", async () => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Declare an incident" }).waitFor();
  let files = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/assets/")) files += 1;
  });
  await page.keyboard.press("d");
  await page.getByRole("textbox", { name: "What is happening?" }).waitFor();
  expect(files).toBeGreaterThan(0);
  expect(files).toBeLessThan(mostForDeclaring);
}, 30_000);

it("a menu opens by arrow key, is walked through, and gives the focus back", async () => {
  await page.goto(server.url);
  const theme = page.getByRole("button", { name: "Theme" });
  await theme.focus();
  await theme.press("ArrowDown");
  await page.getByRole("menuitemradio", { name: "Dark" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await theme.and(page.locator(":focus")).waitFor();
  await theme.press("Enter");
  await page.getByRole("menuitemradio", { name: "Dark" }).press("Enter");
  await page.locator("html[data-theme=dark]").waitFor();
});

it("a menu that Enter opens has the focus on its first entry, the first time as well", async () => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Theme" }).press("Enter");
  await page.getByRole("menuitemradio").first().and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("html[data-theme=light]").waitFor();
  expect(await page.getByRole("menu").count()).toBe(0);
}, 30_000);

it("a filter opens, filters, and says so on its face", async () => {
  await page.goto(`${server.url}/incidents`);
  const filters = page.getByRole("search", { name: "Filter incidents" });
  await filters.getByRole("button", { name: "State" }).click();
  await page.getByRole("dialog", { name: "State" }).getByRole("checkbox", { name: "Resolved" }).click();
  await page.waitForURL("**/incidents?state=resolved");
  await page.keyboard.press("Escape");
  await filters.getByRole("button", { name: "State Resolved" }).waitFor();
  await filters.getByRole("button", { name: "Clear", exact: true }).click();
  await filters.getByRole("button", { name: "Clear", exact: true }).waitFor({ state: "detached" });
  await expect.poll(() => page.url()).toBe(`${server.url}/incidents`);
});

it("a tooltip comes with the keyboard's focus and goes with Escape", async () => {
  await page.goto(server.url);
  const help = page.getByRole("button", { name: "Keyboard shortcuts" });
  await help.waitFor();
  // The first key makes the browser show where the focus is.
  await page.keyboard.press("Tab");
  await help.focus();
  const tip = page.getByText(/^Keyboard shortcuts\s*\?$/);
  await tip.waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("Escape");
  await tip.waitFor({ state: "detached" });
});

it("after declaring, the focus is on the incident's title", async () => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Declare", exact: true }).click();
  await page.getByRole("textbox", { name: "What is happening?" }).fill("Mail waits in the queue");
  await page.keyboard.press("Enter");
  await page.getByRole("article").first().waitFor();
  const title = page.getByRole("heading", { name: "Mail waits in the queue" });
  await title.and(page.locator(":focus")).waitFor();
  expect(page.url()).toMatch(/\/incidents\/INC-\d+$/);
});
