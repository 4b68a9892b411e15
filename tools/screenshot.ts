/** Pictures of pages, for looking at them: every path at desk and phone width, in light and dark.
 *
 *   node tools/screenshot.ts --base http://127.0.0.1:4800 --out shots / /incidents/INC-1
 *     [--email E --password P]  signs in through the page first
 *     [--cookie name=value]     or is signed in already
 *     [--widths 1440,390] [--themes light,dark] [--viewport]  (the window only, instead of the whole page)
 *     [--slice 1200]  (long pages as several pictures of this height in px) [--tag word]  (added to the file names)
 *     [--quality 80] JPEG of this quality instead of PNG: pictures with gradients get small
 *     [--keys "mod+k"] pressed before the picture; [--press "Button name"] clicked before it
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../tests/e2e/browser.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: "string", default: "http://127.0.0.1:4800" },
    out: { type: "string", default: "screenshots" },
    email: { type: "string" },
    password: { type: "string" },
    cookie: { type: "string" },
    widths: { type: "string", default: "1440,390" },
    themes: { type: "string", default: "light,dark" },
    viewport: { type: "boolean", default: false },
    keys: { type: "string" },
    press: { type: "string" },
    tag: { type: "string", default: "" },
    slice: { type: "string" },
    quality: { type: "string" },
  },
});

const quality = values.quality === undefined ? undefined : Number(values.quality);

async function signIn(context: BrowserContext): Promise<void> {
  if (values.cookie !== undefined) {
    const [name = "", ...rest] = values.cookie.split("=");
    await context.addCookies([{ name, value: rest.join("="), url: values.base }]);
  }
  if (values.email === undefined || values.password === undefined) return;
  const page = await context.newPage();
  await page.goto(new URL("/sign-in", values.base).href);
  await page.getByLabel(/e-?mail/i).fill(values.email);
  await page.getByLabel(/password/i).fill(values.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.close();
}

async function prepare(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.waitForTimeout(1200); // the live stream never lets the network fall idle
  await page.evaluate("document.fonts.ready");
  if (values.keys !== undefined) await page.keyboard.press(values.keys.replace("mod", "Control"));
  if (values.press !== undefined) await page.getByRole("button", { name: values.press }).first().click();
  if (values.keys !== undefined || values.press !== undefined) await page.waitForTimeout(600);
}

function fileName(path: string, width: number, theme: string): string {
  const name = path === "/" ? "home" : path.replaceAll(/[^a-zA-Z0-9-]+/g, "_").replaceAll(/^_|_$/g, "");
  return (
    [name, values.tag, width, theme].filter((part) => part !== "").join("-") +
    (quality === undefined ? ".png" : ".jpg")
  );
}

async function picture(page: Page, file: string, width: number): Promise<void> {
  const slice = Number(values.slice ?? 0);
  if (slice <= 0) {
    await page.screenshot({
      path: file,
      fullPage: !values.viewport,
      ...(quality !== undefined && { quality }),
    });
    return console.log(file);
  }
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  for (let y = 0, part = 1; y < height; y += slice, part += 1) {
    const path = file.replace(/\.(png|jpg)$/, `-${part}.$1`);
    await page.screenshot({
      path,
      fullPage: true,
      ...(quality !== undefined && { quality }),
      clip: { x: 0, y, width, height: Math.min(slice, height - y) },
    });
    console.log(path);
  }
}

const browser = await launchBrowser();
try {
  await mkdir(values.out, { recursive: true });
  for (const width of values.widths.split(",").map(Number))
    for (const theme of values.themes.split(",")) {
      const phone = width < 600;
      const context = await browser.newContext({
        viewport: { width, height: phone ? 844 : 900 },
        deviceScaleFactor: phone ? 2 : 1,
        colorScheme: theme === "dark" ? "dark" : "light",
        reducedMotion: "reduce",
        hasTouch: phone,
        isMobile: phone,
      });
      await signIn(context);
      for (const path of positionals) {
        const page = await context.newPage();
        page.on("pageerror", (error) => console.error(`${path}: ${error.message}`));
        page.on("console", (message) => {
          if (message.type() === "error") console.error(`${path}: ${message.text()}`);
        });
        await page.goto(new URL(path, values.base).href);
        await prepare(page);
        await picture(page, join(values.out, fileName(path, width, theme)), width);
        await page.close();
      }
      await context.close();
    }
} finally {
  await browser.close();
}
