import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { buildPages } from "../support/built-pages.ts";
import { startServer, type RunningServer } from "../support/server-process.ts";
import { axeFindings } from "./axe.ts";
import { launchBrowser } from "./browser.ts";

/** A new organisation's first day, as a person lives it: set up, bring the old write-ups, find one, invite a colleague. */
let server: RunningServer;
let browser: Browser;
let page: Page;
let folder: string;
const problems: string[] = [];

beforeAll(async () => {
  await buildPages();
  folder = await mkdtemp(join(tmpdir(), "morrow-e2e-"));
  server = await startServer({ dataFolder: join(folder, "data") }, {});
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
  page.on("console", (message) => {
    // Asking who is signed in answers 401 to strangers, which browsers report as an error.
    if (message.type() === "error" && !/401/.test(message.text())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const writeup = `# Uploads fail while a disk fills

All times in UTC.

## Timeline

| Time | Event |
| --- | --- |
| 2025-03-04 09:12 | Log volume grows after a debug flag is left on |
| 10:40 | Uploads begin to fail, disk full on two of six nodes |
| 11:05 | Old logs removed, uploads work again |

## Action items

- [ ] Rotate logs by size (owner: Sam)
`;

test("set-up by the one-time link leads to an empty home that teaches", async () => {
  await page.goto(server.setUpLink ?? "");
  await page.getByLabel("Organisation").fill("Northwind");
  await page.getByLabel("Your name").fill("Ida Berg");
  await page.getByLabel("E-mail").fill("ida@example.test");
  await page.getByLabel("Password").fill("quiet harbour at dawn");
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Set up Morrow" }).click();
  await page.getByRole("heading", { name: "Nothing has been learned here yet" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test("a write-up is shown as understood, imported, and found", async () => {
  await page.getByRole("link", { name: "Import write-ups" }).first().click();
  await page
    .getByLabel("Files", { exact: true })
    .setInputFiles({ name: "uploads.md", mimeType: "text/markdown", buffer: Buffer.from(writeup) });
  await page.getByRole("heading", { name: "Uploads fail while a disk fills" }).waitFor();
  await page.getByText("Uploads begin to fail, disk full on two of six nodes").last().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Import this file" }).click();
  await page.getByRole("heading", { name: "1 write-up imported" }).waitFor();

  await page.getByRole("link", { name: "Search them" }).click();
  await page.getByRole("searchbox", { name: "Search" }).fill("disk full uplods");
  await page.getByRole("link", { name: "Uploads fail while a disk fills" }).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test("its countermeasure can be given an owner and a date in place", async () => {
  await page.getByRole("navigation").getByRole("link", { name: "Countermeasures" }).first().click();
  await page.getByRole("link", { name: /Rotate logs by size/ }).click();
  await page.getByRole("button", { name: "Change state" }).click();
  await page.getByRole("menuitem", { name: "Accept" }).click();
  await page.getByLabel("Owner").fill("Ida");
  await page.getByRole("option", { name: /Ida Berg/ }).click();
  await page.getByLabel("Target date").fill("2030-01-31");
  await page.getByLabel("Target date").press("Enter");
  await page.getByText("Accepted").first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test("people, teams, account and policy are in order", async () => {
  for (const path of [
    "/people",
    "/people/teams",
    "/account/tokens",
    "/settings/policy",
    "/countermeasures",
    "/nowhere",
  ]) {
    await page.goto(server.url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect({ path, findings: await axeFindings(page) }).toEqual({ path, findings: [] });
  }
});

test("a colleague joins by an invitation", async () => {
  await page.goto(`${server.url}/people`);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByLabel("Your name").fill("Noor Haddad");
  await other.getByLabel("E-mail").fill("noor@example.test");
  await other.getByLabel("Password").fill("another quiet harbour");
  await other.getByRole("button", { name: "Join" }).click();
  expect(await other.getByText("Noor").first().innerText()).toContain("Noor");
  await other.context().close();
});

test("the palette leads anywhere, signing out leads back to the door", async () => {
  await page.goto(server.url);
  await page.getByRole("heading", { name: "Home" }).waitFor();
  await page.keyboard.press("Control+k");
  // Found in its title, its retrospective and its timeline, an incident stands there once.
  await page.getByRole("combobox").fill("disk");
  const found = page.getByRole("group", { name: "Found" }).getByRole("option", { name: "INC-1" });
  await found.first().waitFor();
  expect(await found.count()).toBe(1);
  await page.getByRole("combobox").fill("countermeasures");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Countermeasures", level: 1 }).waitFor();
  await page.getByRole("button", { name: /account of Ida Berg/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

test("the pages fit a phone, and nothing complained in the console", async () => {
  await page.setViewportSize({ width: 360, height: 760 });
  await page.getByLabel("E-mail").fill("ida@example.test");
  await page.getByLabel("Password").fill("quiet harbour at dawn");
  await page.getByRole("button", { name: "Sign in" }).click();
  for (const path of ["/", "/countermeasures", "/search?q=disk", "/import", "/people", "/settings/policy"]) {
    await page.goto(server.url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const sideways = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    const cut = await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link")
      .evaluateAll((links) =>
        links.filter((link) => link.scrollWidth > link.clientWidth).map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);
    expect({ path, sideways, findings: await axeFindings(page) }).toEqual({
      path,
      sideways: 0,
      findings: [],
    });
  }
  expect(problems).toEqual([]);
});
