/** From declaring to finding, by keyboard alone: nothing is clicked, and the focus is never lost on the way. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPages } from "../support/built-pages.ts";
import { administrator, startServer, type RunningServer } from "../support/server-process.ts";
import { launchBrowser } from "./browser.ts";

let folder: string;
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildPages();
  folder = await mkdtemp(join(tmpdir(), "morrow-keyboard-"));
  server = await startServer({ dataFolder: folder });
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const press = (key: string) => page.keyboard.press(key);
const type = (text: string) => page.keyboard.type(text);
/** Also inside of the editor, which is a tree of its own. */
const isFocused = (target: Locator) => target.evaluate((element) => element.matches(":focus"));
/** Where the focus is, or "nowhere". */
const focused = () =>
  page.evaluate<string>(
    "document.activeElement === document.body ? 'nowhere' : (document.activeElement.ariaLabel ?? document.activeElement.textContent)",
  );

/** Tabs until it is there, as far as a patient person would. */
async function tabTo(target: Locator, key = "Tab"): Promise<void> {
  await target.waitFor();
  for (let n = 0; n < 60; n += 1) {
    if (await isFocused(target)) return;
    await press(key);
    // The edge of a dialog sends the focus back inside in its own time; no hand is faster.
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  }
  if (await isFocused(target)) return;
  throw new Error(`not reached by ${key}: ${String(target)}; the focus is on: ${await focused()}`);
}

const button = (name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });

test("declare, note, resolve, start, write, publish, find", async () => {
  await page.goto(`${server.url}/sign-in`);
  await tabTo(page.getByLabel("E-mail"));
  await type(administrator.email);
  await press("Tab");
  await type(administrator.password);
  await press("Enter");
  await page.getByRole("heading", { name: "Home" }).waitFor();

  await press("d");
  const title = page.getByRole("textbox", { name: "What is happening?" });
  await title.waitFor();
  await expect.poll(() => isFocused(title)).toBe(true);
  await type("Uploads fail while a disk fills");
  await tabTo(page.getByRole("radio", { name: "SEV3" }));
  await press("ArrowUp");
  await tabTo(title, "Shift+Tab");
  await press("Enter");
  await page.waitForURL("**/incidents/INC-1");
  await page.getByRole("heading", { level: 1, name: "Uploads fail" }).waitFor();
  await expect.poll(focused).not.toBe("nowhere");

  await press("n");
  await type("The disk of the upload host is full");
  await press("Control+Enter");
  const note = page.getByRole("article").filter({ hasText: "The disk of the upload host is full" });
  await note.waitFor();
  await expect.poll(focused).not.toBe("nowhere");

  await press("Escape");
  await tabTo(button("Assume Deputy"), "Shift+Tab");
  await press("Enter");
  await page.getByRole("dialog", { name: "Assume a role" }).waitFor();
  // Where one goes on is the first field, not the way out.
  await expect.poll(() => isFocused(page.getByRole("combobox", { name: "Role" }))).toBe(true);
  await press("Control+Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("complementary", { name: "Facts" }).getByText("Stands in for the commander").waitFor();
  // The button that opened it is gone.
  await expect.poll(focused).not.toBe("nowhere");

  for (const milestone of ["Mitigated", "Resolved"]) {
    await tabTo(button(`${milestone}: Set to now`));
    await press("Enter");
    await button(`${milestone}: Set to now`).waitFor({ state: "detached" });
    await expect.poll(focused).not.toBe("nowhere");
  }
  await page.locator(".incident-standing").getByText("Resolved").waitFor();

  await tabTo(page.getByRole("link", { name: "Start the retrospective" }));
  await press("Enter");
  await page.getByRole("heading", { name: "No retrospective yet" }).waitFor();
  await expect.poll(focused).not.toBe("nowhere");
  await tabTo(button("Start the retrospective"));
  await press("Enter");
  await page.waitForURL("**/retrospective/edit");
  await expect.poll(focused).not.toBe("nowhere");

  await tabTo(page.getByRole("textbox", { name: "Lesson", exact: true }));
  await type("A full disk speaks late.");
  const narrative = page.getByRole("textbox", { name: "What happened, in Markdown" });
  await tabTo(narrative);
  await type("The disk filled from 14:05 on.");
  await page
    .getByRole("status")
    .filter({ hasText: /^saved \d\d:\d\d:\d\d$/ })
    .waitFor();
  await press("Escape");
  await tabTo(button("Publish"), "Shift+Tab");
  await press("Enter");
  await tabTo(button("Publish now"));
  await press("Enter");
  await page.getByRole("dialog", { name: "It is published" }).waitFor();
  await tabTo(page.getByRole("link", { name: "Read it as others do" }));
  await press("Enter");
  await page.waitForURL("**/incidents/INC-1/retrospective");
  await expect.poll(focused).not.toBe("nowhere");

  await press("Control+k");
  await expect.poll(() => isFocused(page.getByPlaceholder("Go to, search, or do …"))).toBe(true);
  await type("disk");
  await page.getByRole("option", { name: "Search for “disk”" }).waitFor();
  await press("Enter");
  await page.waitForURL("**/search?q=disk");
  const found = page
    .getByRole("main")
    .getByRole("link", { name: /A full disk speaks late|Uploads fail/ })
    .first();
  await tabTo(found);
  await press("Enter");
  await page.waitForURL("**/incidents/INC-1**");
});
