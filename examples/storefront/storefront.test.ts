/** The shop in a real browser, its services in real processes, and what the page does when one of them does not do its part. */
import { signals } from "@morrow/resilience";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { axeFindings } from "../../tests/e2e/axe.ts";
import { launchBrowser } from "../../tests/e2e/browser.ts";
import { scenarios, turn } from "./backstage/scenarios.ts";
import { startStorefront, type Storefront } from "./storefront.ts";
import type { Times } from "./times.ts";

/** A busy machine must not look like a slow service, and an open circuit must not hold up the test. */
const times: Times = {
  page: 8_000,
  recommendations: 2_000,
  reviews: 4_000,
  reviewsNode: 1_500,
  price: 4_000,
  priceAttempt: 1_500,
  checkout: 1_500,
  reviewsSlow: 1_000,
  rest: 300,
  oldestPrice: 600_000,
};

let storefront: Storefront;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [storefront, browser] = await Promise.all([startStorefront({ times }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await storefront?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  endAll();
  await healthy();
});

function endAll(): void {
  for (const { id } of scenarios) turn(id, false);
}

const visit = (path = "/") => page.goto(storefront.url + path);
const heading = (name: string | RegExp) => page.getByRole("heading", { name });
const button = (name: string | RegExp) => page.getByRole("button", { name });
const row = (title: string) => page.locator("#board li").filter({ hasText: title });
const inFocus = (target: Locator) => target.evaluate((element) => element.matches(":focus"));

/** The browser gives the focus when it draws the page, which may be after the heading is there. */
const headingInFocus = () => page.locator("h1:focus").waitFor();

/** Asks until the page is whole again: open circuits let a call through now and then, and close when it succeeds. */
async function healthy(): Promise<void> {
  while (!isWhole(await (await fetch(storefront.url)).text()));
}

function isWhole(text: string): boolean {
  return text.includes("Chosen for Ada") && text.includes("What people say") && !text.includes("as of");
}

async function ordersTaken(): Promise<unknown[]> {
  return (await (await fetch(`${till()}/orders`)).json()) as unknown[];
}

const till = () => storefront.services.find(({ name }) => name === "pricing")!.url;

test("when all is well the page has its personal list, its reviews and its price", async () => {
  await visit();
  await heading("Chosen for Ada").waitFor();
  await heading("What people say").waitFor();
  expect(await page.locator(".price").textContent()).toContain("€148.00");
  await page.getByRole("link", { name: "Ben" }).click();
  await heading("Chosen for Ben").waitFor();
  await page.getByRole("link", { name: "Guest" }).click();
  await heading("Popular this week").waitFor();
});

test("recommendations that hang become the popular list, and come back", async () => {
  await visit();
  await button("Recommendations hang").click();
  await heading("Popular this week").waitFor();
  await heading("What people say").waitFor();
  await row("Recommendations").getByText("popular list").waitFor();
  await button("Recommendations hang").click();
  await healthy();
  await visit();
  expect(await heading("Chosen for Ada").isVisible()).toBe(true);
});

test("slow reviews are left out, and nothing on the page says so", async () => {
  turn("reviews-slow", true);
  await visit();
  await heading("Chosen for Ada").waitFor();
  expect(await heading("What people say").count()).toBe(0);
  expect(await page.locator("main").textContent()).not.toMatch(/review|sorry|error|unavailable|fail/i);
});

test("one bad node of the reviews opens its own circuit; the other goes on answering", async () => {
  const opened = new Promise<string | undefined>((resolve) => {
    const unsubscribe = signals.subscribe(({ kind, key }) => {
      if (kind !== "breaker-opened") return;
      unsubscribe();
      resolve(key);
    });
  });
  turn("reviews-node-fails", true);
  for (let n = 0; n < 6; n += 1) {
    await visit();
    await heading("What people say").waitFor();
  }
  expect(await opened).toBe("b");
  await row("Reviews, node a").getByText("circuit closed").waitFor();
  expect(await row("Reviews, node b").textContent()).toMatch(/circuit (open|half-open)/);
});

test("without the pricing service the last known price is shown with its age, and can be bought at", async () => {
  await visit();
  turn("price-fails", true);
  await visit();
  expect(await page.locator(".price").textContent()).toMatch(/€148\.00\s+as of/);
  await button("Buy now").click();
  await heading("Thank you, Ada").waitFor();
});

test("a price that nobody knows is not guessed: the product cannot be bought", async () => {
  turn("price-fails", true);
  await visit("/products/salt-pot");
  await page.getByText("Price on its way").waitFor();
  expect(await button("Buy now").count()).toBe(0);
});

test("a price that has changed since is asked about before anything is charged", async () => {
  await visit();
  const before = await ordersTaken();
  await page.locator('input[name="cents"]').evaluate((input) => input.setAttribute("value", "12000"));
  await button("Buy now").click();
  await heading("The price has changed").waitFor();
  expect(await ordersTaken()).toEqual(before);
  await button("Buy for €148.00").click();
  await heading("Thank you").waitFor();
});

test("a till that answers too late is given up on; trying again gives the same order, charged once", async () => {
  const before = await ordersTaken();
  turn("checkout-late", true);
  await visit();
  await button("Buy now").click();
  await heading("We have not heard back from the till").waitFor();
  await headingInFocus();
  expect(await axeFindings(page)).toEqual([]);
  // The order was taken, only nobody heard of it.
  expect(await ordersTaken()).toHaveLength(before.length + 1);
  await button("Try again").click();
  await heading("We have not heard back from the till").waitFor();
  turn("checkout-late", false);
  await button("Try again").click();
  await heading("Thank you, Ada").waitFor();
  await page.getByText("charged once").waitFor();
  expect(await ordersTaken()).toHaveLength(before.length + 1);
});

const order = (product: string, cents: number) =>
  fetch(`${till()}/orders`, {
    method: "POST",
    headers: { "idempotency-key": "8d0f" },
    body: JSON.stringify({ product, cents }),
  });

test("the till takes one order for one key, also when it is asked twice at once or for something else", async () => {
  const before = await ordersTaken();
  const answers = await Promise.all([1, 2, 3, 4].map(() => order("tea-bowl", 42_00)));
  const numbers = await Promise.all(answers.map(async (answer) => JSON.stringify(await answer.json())));
  expect(new Set(numbers).size).toBe(1);
  expect((await order("moon-jar", 148_00)).status).toBe(422);
  expect(await ordersTaken()).toHaveLength(before.length + 1);
});

test("everything broken at once: the page is up, as designed in every part", async () => {
  await visit();
  for (const { id } of scenarios) turn(id, true);
  const response = await visit();
  expect(response?.status()).toBe(200);
  await heading("Popular this week").waitFor();
  expect(await heading("What people say").count()).toBe(0);
  await page.getByText("as of").waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test("a switch pressed by keyboard keeps the focus while the page beside it changes; then buying, by keys alone", async () => {
  await visit();
  await page.keyboard.press("Tab");
  expect(await inFocus(page.getByRole("link", { name: "Skip to the shop" }))).toBe(true);
  await tabTo(button("Recommendations hang"));
  await page.keyboard.press("Space");
  await heading("Popular this week").waitFor();
  expect(await inFocus(button("Recommendations hang"))).toBe(true);
  expect(await button("Recommendations hang").getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Recommendations hang", pressed: false }).waitFor();
  await tabTo(button("Buy now"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await heading("Thank you, Ada").waitFor();
  await headingInFocus();
});

async function tabTo(target: Locator, key = "Tab"): Promise<void> {
  for (let n = 0; n < 40 && !(await inFocus(target)); n += 1) await page.keyboard.press(key);
  expect(await inFocus(target)).toBe(true);
}

test("without scripts the switches and the shop work too", async () => {
  await using plain = await browser.newContext({ javaScriptEnabled: false });
  plain.setDefaultTimeout(60_000);
  page = await plain.newPage();
  await visit();
  await button("Recommendations hang").click();
  await heading("Popular this week").waitFor();
  await button("Buy now").click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Thank you, Ada");
});

test.each([
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const)("axe finds nothing: %s, %i px", async (colorScheme, width) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 844 });
  await visit();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(width);
});

test("another page on the web cannot press the switches", async () => {
  const response = await fetch(`${storefront.url}/backstage/faults`, {
    method: "POST",
    headers: { origin: "http://elsewhere.example" },
    body: new URLSearchParams({ scenario: "price-fails", path: "/" }),
  });
  expect(response.status).toBe(403);
});

test("services that are really gone: the page stays up, and an open circuit tells at once that nothing was charged", async () => {
  const lonely = await startStorefront({ times: { ...times, rest: 600_000 } });
  try {
    await page.goto(lonely.url);
    await heading("Chosen for Ada").waitFor();
    const [recommendations, , , pricing] = lonely.services;
    await Promise.all([recommendations?.stop(), pricing?.stop()]);
    for (let n = 0; n < 3; n += 1) {
      await page.goto(lonely.url);
      await heading("Popular this week").waitFor();
      await page.getByText("as of").waitFor();
      await button("Buy now").click();
      await heading("We have not heard back from the till").waitFor();
    }
    await page.goto(lonely.url);
    await button("Buy now").click();
    await heading("The till is taking a short break").waitFor();
    expect(await page.locator("main").textContent()).toContain("nothing was charged");
  } finally {
    await lonely.close();
  }
});
