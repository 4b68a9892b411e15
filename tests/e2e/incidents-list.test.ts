/** The list of incidents, longer than a page of answers. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world?.stop());

describe("a long list", () => {
  it("asks after news only for what is on screen, and later for what is scrolled to", async () => {
    for (let n = 0; n < 420; n += 20)
      await Promise.all(Array.from({ length: 20 }, (_, k) => world.declare(`Row ${n + k} of a long list`)));
    const page = await world.open("/incidents");
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
      })
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
    await world.declare("New while somebody reads the end");
    await answered;
    await expect.poll(() => page.locator(".incidents-more").textContent()).toMatch(/\d+ incidents\./);
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
  });
});
