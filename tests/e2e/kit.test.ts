/** The design system in a real browser: every component on one page, in both themes, at desk and phone width. */
import { AxeBuilder } from "@axe-core/playwright";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./browser.ts";

const web = fileURLToPath(new URL("../../apps/web/", import.meta.url));
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let vite: ViteDevServer;
let browser: Browser;
let base: string;

beforeAll(async () => {
  vite = await createServer({
    root: web,
    configFile: `${web}vite.config.ts`,
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1", hmr: false },
  });
  await vite.listen();
  base = vite.resolvedUrls?.local[0] ?? "";
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await vite?.close();
});

async function openKit(path = "/kit", options: { width?: number; dark?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    colorScheme: options.dark === true ? "dark" : "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(new URL(path, base).href);
  await page.getByText("retry.maxAttempts").waitFor();
  return page;
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

describe("accessibility", () => {
  it.each([
    [1280, false],
    [1280, true],
    [360, false],
    [360, true],
  ])("axe finds nothing at %i px, dark %s", async (width, dark) => {
    const page = await openKit("/kit", { width, dark });
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.context().close();
  });

  it.each(["Open a dialog", "Open a sheet", "Open a conflict"])(
    "axe finds nothing after “%s”",
    async (name) => {
      const page = await openKit();
      await page.getByRole("button", { name }).click();
      await page.getByRole("dialog").waitFor();
      expect(await findings(page)).toEqual([]);
      await page.context().close();
    },
  );
});

describe("keys", () => {
  it("go places, open the palette and the help", async () => {
    const page = await openKit();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    const box = page.getByRole("combobox", { name: "Go to, search or do" });
    await box.fill("inc-142");
    await page.getByRole("option", { name: "Go to INC-142" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/incidents/INC-142");
    await page.context().close();
  });

  it("lead to a place by two letters", async () => {
    const page = await openKit();
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.waitForURL("**/countermeasures");
    expect(new URL(page.url()).pathname).toBe("/countermeasures");
    await page.context().close();
  });

  it("belong to whoever is typing", async () => {
    const page = await openKit();
    const title = page.getByRole("textbox", { name: "Title" });
    await title.fill("");
    await title.pressSequentially("d/?gi");
    expect(await title.inputValue()).toBe("d/?gi");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/kit");
    await page.context().close();
  });

  it("walk through rows", async () => {
    const page = await openKit();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/incidents/INC-200");
    expect(new URL(page.url()).pathname).toBe("/incidents/INC-200");
    await page.context().close();
  });
});

describe("long tables", () => {
  it("hold only what is near the window", async () => {
    const page = await openKit("/kit?rows=10000");
    const table = page.getByRole("table", { name: "Incidents" });
    expect(await table.getByRole("row").count()).toBeLessThan(80);
    await page.evaluate("scrollTo(0, 200_000)");
    await table.getByText("INC-2", { exact: false }).first().waitFor();
    expect(await table.getByRole("row").count()).toBeLessThan(80);
    await page.context().close();
  });
});

describe("theme", () => {
  it("is remembered, and applied before the page is painted", async () => {
    const page = await openKit();
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await page.reload();
    expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await page.context().close();
  });
});
