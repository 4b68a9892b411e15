/** A retrospective from its first word to its readers: real server, real browser, a server that dies and a second person. */
import { createClient, type Client } from "@morrow/client";
import { incidentRoutes } from "@morrow/contract/incidents";
import { peopleRoutes } from "@morrow/contract/people";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPages } from "../support/built-pages.ts";
import { administrator, startServer, type RunningServer } from "../support/server-process.ts";
import { signIn } from "../support/sign-in.ts";
import { axeFindings } from "./axe.ts";
import { launchBrowser } from "./browser.ts";

const admin = { MORROW_ADMIN_EMAIL: administrator.email, MORROW_ADMIN_PASSWORD: administrator.password };
const ben = { email: "ben@example.test", password: "correct horse battery" };
const ref = "INC-1";
const params = { ref };

let folder: string;
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let adas: Client;
let bens: Client;
const errors: string[] = [];

beforeAll(async () => {
  await buildPages();
  folder = await mkdtemp(join(tmpdir(), "morrow-retrospectives-"));
  server = await startServer({ dataFolder: folder });
  const cookie = await signIn(server.url, administrator);
  adas = clientOf(cookie);
  await adas.call(incidentRoutes.declare, {
    body: { title: "Uploads fail while a disk fills", severity: 2 },
  });
  await adas.call(peopleRoutes.create, { body: { ...ben, name: "Ben Okafor", role: "lead" } });
  bens = clientOf(await signIn(server.url, ben));
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: server.url }]);
  page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

function clientOf(cookie: string): Client {
  return createClient({
    baseUrl: server.url,
    fetch(input, init) {
      const headers = new Headers(init?.headers);
      headers.set("cookie", cookie);
      return fetch(input, { ...init, headers });
    },
  });
}

const stored = () => adas.call(retrospectiveRoutes.show, { params });
const narrativeStored = async () => (await stored()).document.narrative;
const narrative = () => page.getByRole("textbox", { name: "What happened, in Markdown" });
const saved = () => page.getByRole("status").filter({ hasText: /^saved \d\d:\d\d:\d\d$/ });

test("it starts where it is missing, and what is typed is saved by itself", async () => {
  await page.goto(`${server.url}/incidents/${ref}/retrospective`);
  await page.getByRole("heading", { name: "No retrospective yet" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Start the retrospective" }).click();
  await page.waitForURL("**/retrospective/edit");
  await page.getByRole("textbox", { name: "Lesson", exact: true }).fill("A full disk speaks late.");
  const well = page.getByRole("textbox", { name: "What went well: new entry" });
  await well.click();
  await page.keyboard.type("The alert named the disk");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Uploads were tried again by themselves");
  await saved().waitFor();
  // What is said to be saved may be a letter ago.
  await expect
    .poll(async () => (await stored()).document)
    .toMatchObject({
      lesson: "A full disk speaks late.",
      wentWell: ["The alert named the disk", "Uploads were tried again by themselves"],
    });
});

test("the coach asks beside the sentence, and a reason lets it stand", async () => {
  await narrative().click();
  await page.keyboard.type("The disk filled from 14:05 on. Someone should have noticed it.");
  const coach = page.getByRole("complementary", { name: "Questions from the coach" });
  const question = coach.getByRole("button", { name: /should have noticed/ });
  await question.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await question.click();
  await coach.getByRole("button", { name: "Leave it …" }).click();
  await coach.getByRole("textbox", { name: "Why does it stand as it is?" }).fill("said by a customer");
  await coach.getByRole("button", { name: "Leave it with this reason" }).click();
  await question.waitFor({ state: "detached" });
  await saved().waitFor();
  await expect
    .poll(narrativeStored)
    .toBe(
      "<!-- morrow-coach ignore counterfactual -- said by a customer -->\n\nThe disk filled from 14:05 on. Someone should have noticed it.",
    );
});

test("a comment stands beside the words it is about, is answered and settled", async () => {
  await page.getByRole("textbox", { name: "Lesson", exact: true }).selectText();
  await page.getByRole("button", { name: "Comment on: Lesson" }).click();
  const sheet = page.getByRole("dialog", { name: "Comments: Lesson" });
  await sheet.getByText("A full disk speaks late.").waitFor();
  await sheet.getByRole("textbox", { name: "New comment about these words" }).fill("Late for whom?");
  await sheet.getByRole("button", { name: "Comment", exact: true }).click();
  const thread = sheet.getByRole("article", { name: /^Comment by / });
  await thread.getByText("Late for whom?").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await thread.getByRole("button", { name: "Answer" }).click();
  await thread.getByRole("textbox", { name: "Your answer" }).fill("For those on call.");
  await thread.getByRole("button", { name: "Answer" }).click();
  await thread.getByText("For those on call.").waitFor();
  await thread.getByRole("button", { name: "Settle" }).click();
  await sheet.getByText("1 settled comment").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Comment on: Lesson" }).waitFor();
  const { items } = await adas.call(retrospectiveRoutes.comments, { params });
  expect(items).toMatchObject([
    { quote: "A full disk speaks late.", body: "Late for whom?", settled: { by: { name: "admin" } } },
    { body: "For those on call." },
  ]);
});

test("a killed server and a reload lose nothing", async () => {
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  // What this page has loaded is kept by the worker from its second visit on.
  await page.reload();
  await narrative().waitFor();
  const { port } = new URL(server.url);
  await server.kill();
  await narrative().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" It was empty again at 15:20.");
  await page.getByText("offline, 1 change kept here").waitFor();
  await page.reload();
  await page.getByText("had not been saved. It is back in the text").waitFor();
  await narrative().getByText("It was empty again at 15:20.").waitFor();
  server = await startServer({ dataFolder: folder }, { ...admin, PORT: port });
  await saved().waitFor({ timeout: 60_000 });
  await expect.poll(narrativeStored).toContain("It was empty again at 15:20.");
});

test("two people in one paragraph: both texts are shown, and both can be kept", async () => {
  await context.setOffline(true);
  await narrative().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n\nAda saw the graph bend.");
  await page.getByText("offline, 1 change kept here").waitFor();
  const before = await bens.call(retrospectiveRoutes.show, { params });
  await bens.call(retrospectiveRoutes.save, {
    params,
    body: {
      revision: before.revision,
      document: {
        ...before.document,
        narrative: `${before.document.narrative}\n\nBen heard the pager.`,
        lucky: ["Nobody was asleep"],
      },
    },
  });
  await context.setOffline(false);
  const dialog = page.getByRole("dialog", { name: "Two texts for the same place" });
  await dialog.waitFor();
  await dialog.getByRole("group", { name: "Text: mine" }).getByText("Ada saw the graph bend.").waitFor();
  await dialog.getByRole("group", { name: "Text: theirs" }).getByText("Ben heard the pager.").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Edit both together" }).click();
  await dialog.getByRole("button", { name: "Save this text" }).click();
  await saved().waitFor();
  await expect.poll(narrativeStored).toContain("Ada saw the graph bend.");
  const { document } = await stored();
  expect(document.narrative).toContain("Ben heard the pager.");
  // Only Ben touched this one: it came in by itself.
  expect(document.lucky).toEqual(["Nobody was asleep"]);
  await page.getByText("Ben Okafor wrote in “Where we were lucky”").waitFor();
});

test("published, it reads like an article, on a phone as well", async () => {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish" });
  await dialog.getByText("Some have not been heard yet").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Publish now" }).click();
  await page.getByRole("link", { name: "Read it as others do" }).click();
  const article = page.getByRole("article");
  await article.getByText("A full disk speaks late.").waitFor();
  await article.getByRole("heading", { name: "What happened" }).waitFor();
  await article.getByText("It was empty again at 15:20.").waitFor();
  expect(await article.getByText("morrow-coach").count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
});

test.each(["write", "plan", "perspectives", "meeting", "history"])(
  "axe finds nothing in %s at 390 and 1280",
  async (view) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.url}/incidents/${ref}/retrospective/edit?view=${view}`);
    await page.getByRole("navigation", { name: "Views of this retrospective" }).waitFor();
    await page.getByRole("main").getByRole("heading", { level: 2 }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await axeFindings(page)).toEqual([]);
  },
);

test("the list shows it, and nothing went wrong on the way", async () => {
  await page.goto(`${server.url}/retrospectives`);
  await page.getByRole("link", { name: "A full disk speaks late." }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(errors).toEqual([]);
});
