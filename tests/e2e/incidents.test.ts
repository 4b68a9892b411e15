/** Responding to an incident as a person does it: real server, real browser, keyboard. */
import { incidentRoutes } from "@morrow/contract/incidents";
import { sessionRoutes } from "@morrow/contract/people";
import { timelineRoutes } from "@morrow/contract/timeline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe.ts";
import { entry, startWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world?.stop());

describe("from declaring to resolving", () => {
  it("needs a title, a severity and the keyboard", async () => {
    await world.declare("Checkout answers slowly while the cache warms up");
    const page = await world.open("/incidents");
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
    const { state, severity } = await world.client.call(incidentRoutes.show, { params: { ref } });
    expect({ state, severity }).toEqual({ state: "resolved", severity: 1 });
    await page.context().close();
  });

  it("keeps what was corrected, and who withdrew what", async () => {
    const { ref } = await world.declare("A correction");
    await world.client.call(timelineRoutes.add, { params: { ref }, body: { body: "Disk at 90 %" } });
    const page = await world.open(`/incidents/${ref}`);
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
    expect(await world.bodies(ref)).toEqual([]);
    await page.context().close();
  });

  it("shows what others added while the page was still opening its stream", async () => {
    const { ref } = await world.declare("In between");
    const page = await world.open("/");
    const addMeanwhile = async () => {
      await entry(page, "The incident was declared").waitFor();
      await world.client.call(timelineRoutes.add, { params: { ref }, body: { body: "Added meanwhile" } });
    };
    // A stream may be opened more than once; it is added once, before any of them goes on.
    let added: Promise<void> | undefined;
    await page.route("**/api/stream*", async (route) => {
      added ??= addMeanwhile();
      await added;
      await route.continue();
    });
    await page.goto(`${world.server.url}/incidents/${ref}`);
    await entry(page, "Added meanwhile").waitFor();
    expect(await page.getByRole("article").count()).toBe(2);
    await page.context().close();
  });

  it("shows what others add at once", async () => {
    const { ref } = await world.declare("Live");
    const page = await world.open(`/incidents/${ref}`);
    await entry(page, "The incident was declared").waitFor();
    await world.client.call(timelineRoutes.add, { params: { ref }, body: { body: "Seen from elsewhere" } });
    await entry(page, "Seen from elsewhere").waitFor();
    expect(await page.getByRole("article").count()).toBe(2);
    await page.context().close();
  });
});

describe("the page", () => {
  it("scrolls in its three panes and not as a whole, however much stands in them", async () => {
    const { ref } = await world.declare("Much is known");
    for (let n = 0; n < 30; n += 1)
      await world.client.call(timelineRoutes.add, { params: { ref }, body: { body: `Seen, part ${n}` } });
    const page = await world.open(`/incidents/${ref}`);
    await entry(page, "Seen, part 29").waitFor();
    const facts = page.getByRole("complementary", { name: "Facts" });
    await facts.getByRole("button", { name: "Show all changes" }).waitFor();
    expect(await facts.evaluate((pane) => pane.scrollHeight > pane.clientHeight)).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollHeight - innerHeight")).toBe(0);
    // In the time strip a word is drawn over the lines that cross it.
    const drawn = page.locator(".incident-strip-milestone > *");
    const names = await drawn.evaluateAll((all) => all.map(({ tagName }) => tagName.toLowerCase()));
    expect(names.join(" ")).toMatch(/^(line )+(text ?)+$/);
    await page.context().close();
  });

  it("shows roles that nobody holds only while somebody may be needed in them", async () => {
    const { ref } = await world.declare("Roles");
    const params = { ref };
    await world.client.call(incidentRoutes.assumeRole, {
      params,
      body: { role: "scribe", personId: (await world.client.call(sessionRoutes.show, {})).person.id },
    });
    const page = await world.open(`/incidents/${ref}`);
    const facts = page.getByRole("complementary", { name: "Facts" });
    const deputy = facts.getByRole("button", { name: "Assume Deputy" });
    await deputy.waitFor();
    await facts.getByText("Writes down what happens").waitFor();
    await page.getByRole("button", { name: "Mitigated: Set to now" }).click();
    await page.getByRole("button", { name: "Resolved: Set to now" }).click();
    await page.locator(".incident-standing").getByText("Resolved").waitFor();
    await deputy.waitFor({ state: "detached" });
    // Nor can anything be set to a "now" that is long after it.
    expect(await page.getByRole("button", { name: /Set to now/ }).count()).toBe(0);
    expect(await facts.getByText("Writes down what happens").isVisible()).toBe(true);
    await page.context().close();
  });
});

describe("on a phone", () => {
  it("begins with the title while there is little to read, and with the newest entry later", async () => {
    const { ref } = await world.declare("The export holds too much");
    const page = await world.open(`/incidents/${ref}`, 390);
    const title = page.getByRole("heading", { level: 1, name: "The export holds too much" });
    await entry(page, "The incident was declared").waitFor();
    await expect.poll(() => title.evaluate((heading) => heading.getBoundingClientRect().top > 0)).toBe(true);
    for (let number = 1; number <= 20; number += 1)
      await world.client.call(timelineRoutes.add, {
        params: { ref },
        body: { body: `Step ${number} of twenty` },
      });
    await page.reload();
    await entry(page, "Step 20 of twenty").waitFor();
    await expect
      .poll(() => title.evaluate((heading) => heading.getBoundingClientRect().bottom < 0))
      .toBe(true);
    await page.context().close();
  });
});

describe("access", () => {
  it.each([1280, 390])("axe finds nothing at %i px", async (width) => {
    const { ref } = await world.declare("Access for everybody");
    await world.client.call(timelineRoutes.add, {
      params: { ref },
      body: {
        body: "With **Markdown**, `code` and a [link](https://example.org)",
        kind: "action",
        starred: true,
      },
    });
    const page = await world.open(`/incidents/${ref}`, width);
    await entry(page, "With Markdown").waitFor();
    await page.getByRole("slider", { name: "Timeline from" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // On a phone the facts are behind a tab, elsewhere beside the timeline.
    const tab = page.getByRole("tab", { name: "Facts" });
    if (await tab.isVisible()) await tab.click();
    await page.getByRole("heading", { name: "Milestones" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Declare", exact: true }).click();
    await page.getByRole("dialog", { name: "Declare an incident" }).getByText("SEV5").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${world.server.url}/incidents?state=open`);
    await page.getByRole("link", { name: "Access for everybody" }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.context().close();
  });

  it("chooses a range of time by keyboard", async () => {
    const { ref } = await world.declare("A range");
    const at = new Date(Date.now() - 3_600_000).toISOString();
    await world.client.call(timelineRoutes.add, {
      params: { ref },
      body: { body: "An hour before", when: { at } },
    });
    const page = await world.open(`/incidents/${ref}`);
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
