/** Responding to an incident while the network or the server is away. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe.ts";
import { entry, startWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world?.stop());

describe("without a server", () => {
  it("takes entries, survives a reload, and delivers them once and in order", async () => {
    const { ref } = await world.declare("The network goes away");
    const context = await world.openContext();
    const page = await context.newPage();
    await page.goto(`${world.server.url}/incidents/${ref}`);
    await entry(page, "The incident was declared").waitFor();
    // The shell is kept once the worker controls the page; the second load goes through it.
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await page.reload();
    await entry(page, "The incident was declared").waitFor();
    await expect.poll(() => page.evaluate("navigator.serviceWorker.controller !== null")).toBe(true);
    // Copies for the time without a server are written when the page has come to rest.
    await expect.poll(() => page.evaluate(keptCopies(ref))).toBe(true);

    await context.setOffline(true);
    await write(page, "first, without a network");
    await world.server.kill();
    await context.setOffline(false);
    await write(page, "second, without a server");
    await write(page, "third, without a server");
    expect(await page.getByText("waiting to be sent (kept here)").count()).toBe(3);

    await page.reload();
    await page.getByRole("heading", { level: 1, name: "The network goes away" }).waitFor();
    await entry(page, "The incident was declared").waitFor();
    await page.getByText("waiting to be sent (kept here)").nth(2).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await world.startAgain();
    await page
      .getByText("waiting to be sent (kept here)")
      .first()
      .waitFor({ state: "detached", timeout: 60_000 });
    await entry(page, "third, without a server").waitFor();
    const expected = ["first, without a network", "second, without a server", "third, without a server"];
    expect(await world.bodies(ref)).toEqual(expected);
    // And they stay three: nothing is sent again by another reload.
    await page.reload();
    await entry(page, "third, without a server").waitFor();
    expect(await world.bodies(ref)).toEqual(expected);
    await context.close();
    // A server that was killed may take its time to open its database again.
  });

  it("says so when nobody can be told, and keeps what was typed", async () => {
    const page = await world.open("/incidents");
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
