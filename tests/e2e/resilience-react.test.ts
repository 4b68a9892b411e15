import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "vitest";

import { launchBrowser } from "./browser.ts";
import { serve } from "../../packages/resilience/src/testing/http-server.ts";
import { renderShopPage } from "../../packages/resilience/src/react/testing/render.ts";

/** The page as one script for the browser. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(
          new URL("../../packages/resilience/src/react/testing/browser.ts", import.meta.url),
        ),
        formats: ["es"],
      },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !("output" in output)) throw new Error("Nothing was built.");
  return output.output[0].code;
}

test("in a browser: hydrated as it was rendered, then as the answers of the server say", async () => {
  const script = await bundle();
  let degraded: readonly string[] = ["reviews"];
  const timeouts: unknown[] = [];
  await using shop = await serve((request, response) => {
    if (request.url === "/script.js") {
      response.setHeader("content-type", "text/javascript").end(script);
    } else if (request.url === "/state") {
      if (degraded.length > 0)
        response.setHeader("degraded", degraded.map((name) => `"${name}";by=removal`).join(", "));
      response.end();
    } else if (request.url === "/offers") {
      timeouts.push(Number(request.headers["request-timeout-ms"]));
      response.writeHead(503).end();
    } else {
      response.setHeader("content-type", "text/html");
      response.end(
        `<title>shop</title><main data-degraded="${degraded.join(" ")}">${renderShopPage(degraded)}</main><script type="module" src="/script.js"></script>`,
      );
    }
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.goto(shop.origin, { waitUntil: "networkidle" });
    await page.getByText("No reviews now").waitFor();
    degraded = [];
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByText("Very good").waitFor();
    await page.getByText("no offers today").waitFor();
    degraded = ["reviews"];
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByText("No reviews now").waitFor();
    await page.getByText("rendered 3 times").waitFor();
    expect([await page.title(), errors]).toEqual(["shop", []]);
    expect(timeouts[0]).toBeGreaterThan(0);
    expect(timeouts[0]).toBeLessThanOrEqual(10_000);
  } finally {
    await browser.close();
  }
});
