/** A real server in a folder of its own, a real browser, and a client of its API, all signed in as the administrator. */
import { createClient, type Client } from "@morrow/client";
import { incidentRoutes } from "@morrow/contract/incidents";
import { timelineRoutes } from "@morrow/contract/timeline";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { buildPages } from "../support/built-pages.ts";
import { administrator, startServer, type RunningServer } from "../support/server-process.ts";
import { signIn } from "../support/sign-in.ts";
import { launchBrowser } from "./browser.ts";

export interface World {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly client: Client;
  readonly openContext: (width?: number, height?: number) => Promise<BrowserContext>;
  /** A page in a context of its own, 1280 px wide unless it says otherwise. */
  readonly open: (path: string, width?: number) => Promise<Page>;
  readonly declare: (title: string) => Promise<{ readonly ref: string }>;
  /** The text of every entry of a timeline that is no milestone. */
  readonly bodies: (ref: string) => Promise<string[]>;
  /** After the server was killed: another one, at the same address, on the same data. */
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startWorld(): Promise<World> {
  await buildPages();
  const folder = await mkdtemp(join(tmpdir(), "morrow-pages-"));
  let server = await startServer({ dataFolder: folder });
  const browser = await launchBrowser();
  const { url } = server;
  const cookie = await signIn(url, administrator);
  const client = createClient({
    baseUrl: url,
    fetch(input, init) {
      const headers = new Headers(init?.headers);
      headers.set("cookie", cookie);
      return fetch(input, { ...init, headers });
    },
  });
  const openContext = async (width = 1280, height = 800) => {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
    context.setDefaultTimeout(60_000);
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url }]);
    return context;
  };
  return {
    get server() {
      return server;
    },
    browser,
    client,
    openContext,
    async open(path, width) {
      const page = await (await openContext(width)).newPage();
      await page.goto(url + path);
      return page;
    },
    declare: (title) =>
      client.call(incidentRoutes.declare, {
        body: { title, severity: 2, services: ["checkout", "payments"] },
      }),
    async bodies(ref) {
      const { items } = await client.call(timelineRoutes.list, { params: { ref }, query: {} });
      return items.filter(({ milestone }) => milestone === null).map(({ body }) => body);
    },
    async startAgain() {
      const { email, password } = administrator;
      const signsInAs = { MORROW_ADMIN_EMAIL: email, MORROW_ADMIN_PASSWORD: password };
      server = await startServer({ dataFolder: folder }, { PORT: new URL(url).port, ...signsInAs });
    },
    async stop() {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An entry of the timeline that is open in this page. */
export function entry(page: Page, text: string): Locator {
  return page.getByRole("article").filter({ hasText: text });
}
