/** Responding to an incident as a person does it: real server, real browser, keyboard, and a network that goes away. */
import { AxeBuilder } from "@axe-core/playwright";
import { createClient, type Client } from "@morrow/client";
import { incidentRoutes } from "@morrow/contract/incidents";
import { timelineRoutes } from "@morrow/contract/timeline";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPages } from "../support/built-pages.ts";
import { administrator, startServer, type RunningServer } from "../support/server-process.ts";
import { launchBrowser } from "./browser.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const eventually = { timeout: 20_000 };

let folder: string;
let server: RunningServer;
let browser: Browser;
let cookie: string;
let client: Client;

beforeAll(async () => {
  await buildPages();
  folder = await mkdtemp(join(tmpdir(), "morrow-incidents-"));
  server = await startServer({ dataFolder: folder });
  browser = await launchBrowser();
  const response = await fetch(`${server.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(administrator),
  });
  cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  client = createClient({
    baseUrl: server.url,
    fetch(input, init) {
      const headers = new Headers(init?.headers);
      headers.set("cookie", cookie);
      return fetch(input, { ...init, headers });
    },
  });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openContext(width = 1280, height = 800): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: server.url }]);
  return context;
}

async function open(path: string, width?: number): Promise<Page> {
  const context = await openContext(width);
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
}

function declare(title: string) {
  return client.call(incidentRoutes.declare, {
    body: { title, severity: 2, services: ["checkout", "payments"] },
  });
}

function entry(page: Page, text: string) {
  return page.getByRole("article").filter({ hasText: text });
}

async function bodies(ref: string): Promise<string[]> {
  const { items } = await client.call(timelineRoutes.list, { params: { ref }, query: {} });
  return items.filter(({ milestone }) => milestone === null).map(({ body }) => body);
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

describe("from declaring to resolving", () => {
  it("needs a title, a severity and the keyboard", async () => {
    await declare("Checkout answers slowly while the cache warms up");
    const page = await open("/incidents");
    await page.getByRole("link", { name: "Checkout answers slowly while the cache warms up" }).waitFor();
    await page.keyboard.press("d");
    const sheet = page.getByRole("dialog", { name: "Declare an incident" });
    const title = sheet.getByRole("textbox", { name: "What is happening?" });
    await title.fill("Checkout is slow again, cache misses everywhere");
    await sheet.getByRole("region", { name: "Similar before" }).getByRole("link").first().waitFor();
    await sheet.getByRole("radio", { name: "SEV1" }).click();
    await title.press("Enter");
    await page.waitForURL("**/incidents/INC-*");
    await page.getByRole("heading", { level: 1, name: "Checkout is slow again" }).waitFor();
    await page
      .getByRole("complementary", { name: "At hand" })
      .getByRole("link", { name: "while the cache warms up" })
      .waitFor();

    await page.keyboard.press("n");
    await page.keyboard.type("/a 5 min ago: raised the pool on two hosts");
    await page.getByRole("button", { name: /^Kind: Action/ }).waitFor();
    await page.keyboard.press("Control+Enter");
    await entry(page, "raised the pool on two hosts").getByText("Action").waitFor();
    await entry(page, "waiting to be sent").waitFor({ state: "detached" });

    await page.keyboard.press("Escape");
    await page.keyboard.press("m");
    await page
      .getByRole("dialog", { name: "Set a milestone" })
      .getByRole("button", { name: "Set it" })
      .click();
    await page.getByRole("button", { name: "Mitigated: Set to now" }).click();
    await page.getByText("Mitigated", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Resolved: Set to now" }).click();
    await page.locator(".incident-standing").getByText("Resolved").waitFor();
    await page.getByText("It closes when its retrospective is published").waitFor();
    const ref = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const { state, severity } = await client.call(incidentRoutes.show, { params: { ref } });
    expect({ state, severity }).toEqual({ state: "resolved", severity: 1 });
    await page.context().close();
  });

  it("keeps what was corrected, and who withdrew what", async () => {
    const { ref } = await declare("A correction");
    await client.call(timelineRoutes.add, { params: { ref }, body: { body: "Disk at 90 %" } });
    const page = await open(`/incidents/${ref}`);
    const menu = (text: string) =>
      entry(page, text).getByRole("button", { name: "What can be done with this entry" });
    await menu("Disk at 90 %").click();
    await page.getByRole("menuitem", { name: "Correct it" }).click();
    const dialog = page.getByRole("dialog", { name: "Correct this entry" });
    await dialog.getByRole("textbox", { name: "Text" }).fill("Disk at 99 %");
    await dialog.getByRole("button", { name: "Correct it" }).click();
    await entry(page, "Disk at 99 %").getByRole("button", { name: "corrected" }).click();
    await page.getByRole("dialog", { name: "What stood here before" }).getByText("Disk at 90 %").waitFor();
    await page.keyboard.press("Escape");
    await menu("Disk at 99 %").click();
    await page.getByRole("menuitem", { name: "Withdraw it" }).click();
    const withdraw = page.getByRole("dialog", { name: "Withdraw this entry" });
    await withdraw.getByRole("textbox", { name: "Reason" }).fill("entered twice");
    await withdraw.getByRole("button", { name: "Withdraw it" }).click();
    // Behind an open dialog nothing is found by its role.
    await withdraw.waitFor({ state: "detached" });
    await entry(page, "Disk at 99 %").waitFor({ state: "detached" });
    expect(await bodies(ref)).toEqual([]);
    await page.context().close();
  });

  it("shows what others added while the page was still opening its stream", async () => {
    const { ref } = await declare("In between");
    const page = await open("/");
    await page.route("**/api/stream*", async (route) => {
      await entry(page, "The incident was declared").waitFor();
      await client.call(timelineRoutes.add, { params: { ref }, body: { body: "Added meanwhile" } });
      await route.continue();
    });
    await page.goto(`${server.url}/incidents/${ref}`);
    await entry(page, "Added meanwhile").waitFor();
    expect(await page.getByRole("article").count()).toBe(2);
    await page.context().close();
  });

  it("shows what others add at once", async () => {
    const { ref } = await declare("Live");
    const page = await open(`/incidents/${ref}`);
    await entry(page, "The incident was declared").waitFor();
    await client.call(timelineRoutes.add, { params: { ref }, body: { body: "Seen from elsewhere" } });
    await entry(page, "Seen from elsewhere").waitFor();
    expect(await page.getByRole("article").count()).toBe(2);
    await page.context().close();
  });
});

describe("without a server", () => {
  it("takes entries, survives a reload, and delivers them once and in order", async () => {
    const { ref } = await declare("The network goes away");
    const context = await openContext();
    const page = await context.newPage();
    await page.goto(`${server.url}/incidents/${ref}`);
    await entry(page, "The incident was declared").waitFor();
    // The shell is kept once the worker controls the page; the second load goes through it.
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await page.reload();
    await entry(page, "The incident was declared").waitFor();
    await page.waitForFunction("navigator.serviceWorker.controller !== null");
    // Copies for the time without a server are written when the page has come to rest.
    await page.waitForFunction(keptCopies(ref));

    await context.setOffline(true);
    await write(page, "first, without a network");
    const { port } = new URL(server.url);
    await server.kill();
    await context.setOffline(false);
    await write(page, "second, without a server");
    await write(page, "third, without a server");
    expect(await page.getByText("waiting to be sent (kept here)").count()).toBe(3);

    await page.reload();
    await page.getByRole("heading", { level: 1, name: "The network goes away" }).waitFor();
    await entry(page, "The incident was declared").waitFor();
    await page.getByText("waiting to be sent (kept here)").nth(2).waitFor();
    expect(await findings(page)).toEqual([]);

    server = await startServer(
      { dataFolder: folder },
      { PORT: port, MORROW_ADMIN_EMAIL: administrator.email, MORROW_ADMIN_PASSWORD: administrator.password },
    );
    await page
      .getByText("waiting to be sent (kept here)")
      .first()
      .waitFor({ state: "detached", timeout: 60_000 });
    await entry(page, "third, without a server").waitFor();
    const expected = ["first, without a network", "second, without a server", "third, without a server"];
    expect(await bodies(ref)).toEqual(expected);
    // And they stay three: nothing is sent again by another reload.
    await page.reload();
    await entry(page, "third, without a server").waitFor();
    expect(await bodies(ref)).toEqual(expected);
    await context.close();
    // A server that was killed may take its time to open its database again.
  }, 180_000);

  it("says so when nobody can be told, and keeps what was typed", async () => {
    const page = await open("/incidents");
    await page.getByRole("table", { name: "Incidents" }).waitFor();
    await page.keyboard.press("d");
    const sheet = page.getByRole("dialog", { name: "Declare an incident" });
    await sheet.getByRole("textbox", { name: "What is happening?" }).fill("Nobody hears this");
    await page.context().setOffline(true);
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").getByText("Morrow cannot be reached").waitFor();
    expect(await sheet.getByRole("textbox", { name: "What is happening?" }).inputValue()).toBe(
      "Nobody hears this",
    );
    await page.context().close();
  });
});

describe("a long list", () => {
  it("asks after news only for what is on screen, and later for what is scrolled to", async () => {
    for (let n = 0; n < 420; n += 20)
      await Promise.all(Array.from({ length: 20 }, (_, k) => declare(`Row ${n + k} of a long list`)));
    const page = await open("/incidents");
    const asked: string[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.pathname === "/api/incidents") asked.push(url.searchParams.get("cursor") ?? "first");
    });
    const rows = page.getByRole("table", { name: "Incidents" });
    await rows.waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press("End");
        return await page.locator(".incidents-more").textContent();
      }, eventually)
      .toMatch(/\d+ incidents\./);
    expect(new Set(asked).size).toBeGreaterThanOrEqual(3);
    const count = Number.parseInt((await page.locator(".incidents-more").textContent()) ?? "", 10);
    await page.keyboard.press("End");
    await rows.locator(`.m-table-row[data-index="${count - 1}"]`).waitFor();
    const seen = await rows.locator("[data-row-focus]").last().textContent();
    const place = await page.evaluate("scrollY");
    asked.length = 0;
    const answered = page.waitForResponse((response) => {
      const url = new URL(response.url());
      return url.pathname === "/api/incidents" && url.searchParams.has("cursor");
    });
    await declare("New while somebody reads the end");
    await answered;
    await expect
      .poll(() => page.locator(".incidents-more").textContent(), eventually)
      .toMatch(/\d+ incidents\./);
    // The first page, for what is new, and the last, which is on screen (twice at most, as the list may have been on its way).
    expect(new Set(asked)).toContain("first");
    expect(new Set(asked).size).toBe(2);
    expect(await rows.locator("[data-row-focus]").last().textContent()).toBe(seen);
    expect(Math.abs(Number(await page.evaluate("scrollY")) - Number(place))).toBeLessThan(60);
    // The pages between are asked again when somebody comes to them.
    const before = new Set(asked);
    const further = page.waitForResponse((response) => {
      const url = new URL(response.url());
      return url.pathname === "/api/incidents" && !before.has(url.searchParams.get("cursor") ?? "first");
    });
    await page.evaluate("scrollTo(0, 150 * 45)");
    await further;
    await page.keyboard.press("Home");
    await rows.getByRole("link", { name: "New while somebody reads the end" }).waitFor();
    await page.context().close();
  }, 120_000);
});

describe("access", () => {
  it.each([1280, 390])("axe finds nothing at %i px", async (width) => {
    const { ref } = await declare("Access for everybody");
    await client.call(timelineRoutes.add, {
      params: { ref },
      body: {
        body: "With **Markdown**, `code` and a [link](https://example.org)",
        kind: "action",
        starred: true,
      },
    });
    const page = await open(`/incidents/${ref}`, width);
    await entry(page, "With Markdown").waitFor();
    await page.getByRole("slider", { name: "Timeline from" }).waitFor();
    expect(await findings(page)).toEqual([]);
    // On a phone the facts are behind a tab, elsewhere beside the timeline.
    const tab = page.getByRole("tab", { name: "Facts" });
    if (await tab.isVisible()) await tab.click();
    await page.getByRole("heading", { name: "Milestones" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Declare", exact: true }).click();
    await page.getByRole("dialog", { name: "Declare an incident" }).getByText("SEV5").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`${server.url}/incidents?state=open`);
    await page.getByRole("link", { name: "Access for everybody" }).first().waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.context().close();
  });

  it("chooses a range of time by keyboard", async () => {
    const { ref } = await declare("A range");
    const at = new Date(Date.now() - 3_600_000).toISOString();
    await client.call(timelineRoutes.add, {
      params: { ref },
      body: { body: "An hour before", when: { at } },
    });
    const page = await open(`/incidents/${ref}`);
    await entry(page, "An hour before").waitFor();
    await page.getByRole("slider", { name: "Timeline from" }).focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
    await entry(page, "An hour before").waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("from")).not.toBeNull();
    await page.keyboard.press("Escape");
    await entry(page, "An hour before").waitFor();
    await page.context().close();
  });
});

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "New entry" });
  await field.fill(text);
  await field.press("Control+Enter");
  await entry(page, text).getByText("waiting to be sent (kept here)").waitFor();
}

/** Runs in the page: whether incident, timeline and session are kept on the device. */
function keptCopies(ref: string): string {
  return `new Promise((resolve) => {
    const opened = indexedDB.open("morrow-kept");
    opened.onerror = () => resolve(false);
    opened.onsuccess = () => {
      const database = opened.result;
      const asked = database.transaction("answers").objectStore("answers").getAllKeys();
      asked.onsuccess = () => {
        database.close();
        const keys = asked.result.join(" ");
        resolve(["events ${ref}", "incidents.show", "session.show"].every((key) => keys.includes(key)));
      };
    };
  })`;
}
