/** Parts of the pages that come late, or not at all: nobody's keys are lost, and the page they are at stays. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world?.stop());

/** Home, with the service worker out of the way: it would answer before the test can. */
async function openHome(): Promise<Page> {
  const context = await world.browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block" });
  const signedIn = await world.openContext();
  await context.addCookies(await signedIn.cookies());
  await signedIn.close();
  const page = await context.newPage();
  await page.goto(world.server.url);
  await page.getByRole("heading", { name: "Home" }).waitFor();
  return page;
}

/** Lets what is asked for at these addresses wait, until the function that is returned is called. */
async function holdBack(page: Page, addresses: RegExp): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(addresses, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

it("the palette takes what was typed before it was there", async () => {
  const page = await openHome();
  const arrive = await holdBack(page, /CommandPalette-.*\.js/);
  const asked = page.waitForRequest(/CommandPalette-.*\.js/);
  await page.keyboard.press("Control+k");
  await asked;
  // "g", "d" and "?" would lead elsewhere if they were taken for shortcuts.
  await page.keyboard.type("god?x");
  await page.keyboard.press("Backspace");
  arrive();
  const field = page.getByRole("combobox");
  await field.and(page.locator(":focus")).waitFor();
  await expect.poll(() => field.inputValue()).toBe("god?");
  await page.keyboard.type("!");
  await expect.poll(() => field.inputValue()).toBe("god?!");
  expect(new URL(page.url()).pathname).toBe("/");
  await page.context().close();
});

it("Enter, typed too early as well, goes where the palette would have gone", async () => {
  const page = await openHome();
  const arrive = await holdBack(page, /CommandPalette-.*\.js/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("countermeasures");
  await page.keyboard.press("Enter");
  arrive();
  await page.getByRole("heading", { name: "Countermeasures", level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/countermeasures");
  await page.context().close();
});

it("the declaring sheet takes what was typed before it was there, and declares nothing by itself", async () => {
  const page = await openHome();
  const arrive = await holdBack(page, /DeclareSheet-.*\.js/);
  await page.keyboard.press("d");
  await page.keyboard.type("Disks fill");
  await page.keyboard.press("Enter");
  arrive();
  const title = page.getByRole("textbox", { name: "What is happening?" });
  await title.and(page.locator(":focus")).waitFor();
  await expect.poll(() => title.inputValue()).toBe("Disks fill");
  await page.getByRole("radio", { name: "SEV3" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.context().close();
});

it("a part that does not arrive says so, leaves the page, and is there when the page is loaded again", async () => {
  const page = await openHome();
  await page.route(/DeclareSheet-.*\.js/, (route) => route.abort(), { times: 1 });
  await page.keyboard.press("d");
  await page.getByRole("status").filter({ hasText: "This could not be opened" }).waitFor();
  expect(await page.getByRole("heading", { name: "Home" }).isVisible()).toBe(true);
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Load the page again" }).click();
  await loaded;
  await page
    .getByRole("status")
    .filter({ hasText: "This could not be opened" })
    .waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "Home" }).waitFor();
  await page.keyboard.press("d");
  await page.getByRole("dialog", { name: "Declare an incident" }).waitFor();
  await page.context().close();
});

it("a part of a build that is gone is not answered with the page", async () => {
  const answer = await fetch(`${world.server.url}/assets/Gone-00000000.js`);
  expect(answer.status).toBe(404);
  expect((await fetch(`${world.server.url}/anywhere`)).headers.get("content-type")).toContain("text/html");
});

it("what was never opened before opens without a server", async () => {
  const page = await world.open("/");
  await page.getByRole("heading", { name: "Home" }).waitFor();
  await expect
    .poll(() => page.evaluate("caches.match('/parts.json').then((kept) => kept !== undefined)"))
    .toBe(true);
  await page.reload();
  await page.getByRole("heading", { name: "Home" }).waitFor();
  await page.context().setOffline(true);
  await page.keyboard.press("d");
  await page.getByRole("textbox", { name: "What is happening?" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.context().close();
});
