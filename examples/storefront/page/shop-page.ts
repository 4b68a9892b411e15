import { randomUUID } from "node:crypto";

import { Hono, type Context } from "hono";
import { csrf } from "hono/csrf";
import { streamSSE } from "hono/streaming";
import { z } from "zod";

import type { Board } from "../backstage/board.ts";
import { isOn, turn } from "../backstage/scenarios.ts";
import type { ShopCalls } from "../calls/shop-calls.ts";
import { productOf, products } from "../shop/catalogue.ts";
import { visitorOf, visitors, type Visitor } from "../shop/visitors.ts";
import type { Times } from "../times.ts";
import { backstage, boardOf } from "./backstage.ts";
import { checkoutPage } from "./checkout-page.ts";
import { serveFiles } from "./files.ts";
import { layout, type Html } from "./layout.ts";
import { productPage } from "./product-page.ts";

const purchase = z.object({
  product: z.string(),
  visitor: z.enum(visitors),
  cents: z.coerce.number().int(),
  key: z.uuid(),
  confirm: z.literal("yes").optional(),
});

const change = z.object({ scenario: z.string(), path: z.string().regex(/^\/(?![/\\])/) });

/** The pages of the shop. */
export function shopPage(calls: ShopCalls, board: Board, times: Times): Hono {
  const app = new Hono();
  app.use(csrf());
  serveFiles(app);

  const frame = (title: string, path: string, visitor: Visitor, main: Html, took: string) =>
    layout({
      title,
      visitor,
      path,
      main,
      backstage: backstage({ board, took, path: `${path}?visitor=${visitor}` }),
    });

  const show = async (context: Context, id: string) => {
    const product = productOf(id);
    if (product === undefined) return context.notFound();
    const visitor = visitorOf(context.req.query("visitor"));
    const begun = performance.now();
    const parts = await calls.productPage(id, visitor);
    const main = productPage(product, visitor, parts, randomUUID());
    const took = `Ready after ${since(begun)} ms. The page waits ${times.page} ms at most.`;
    return context.html(frame(product.name, `/products/${id}`, visitor, main, took));
  };

  app.get("/", (context) => show(context, products[0]?.id ?? ""));
  app.get("/products/:product", (context) => show(context, context.req.param("product")));

  app.post("/checkout", async (context) => {
    const read = purchase.safeParse(await context.req.parseBody());
    const product = productOf(read.data?.product ?? "");
    if (!read.success || product === undefined)
      return context.text("This order could not be read. Nothing was charged.", 400);
    const order = { ...read.data, confirm: read.data.confirm === "yes" };
    const begun = performance.now();
    const outcome = await calls.buy(order);
    const took = `This took ${since(begun)} ms. The till is waited for ${times.checkout} ms at most.`;
    const main = checkoutPage(product, order, outcome);
    if (outcome.kind === "not-sent")
      context.header("retry-after", `${Math.ceil(outcome.retryAfter / 1_000)}`);
    const status = { confirmed: 200, "price-changed": 409, unconfirmed: 504, "not-sent": 503 } as const;
    const path = `/products/${product.id}`;
    return context.html(frame("Checkout", path, order.visitor, main, took), status[outcome.kind]);
  });

  app.post("/backstage/faults", async (context) => {
    const read = change.safeParse(await context.req.parseBody());
    if (!read.success) return context.text("This switch is not known.", 400);
    const { scenario, path } = read.data;
    turn(scenario, !isOn(scenario));
    board.changed();
    return context.redirect(path, 303);
  });

  app.get("/backstage/board", (context) =>
    streamSSE(context, async (stream) => {
      const send = async () => stream.writeSSE({ data: String(await boardOf(board)) });
      const unsubscribe = board.subscribe(() => void send());
      const left = new Promise<void>((resolve) => stream.onAbort(resolve));
      await send();
      await left;
      unsubscribe();
    }),
  );

  return app;
}

function since(begun: number): number {
  return Math.round(performance.now() - begun);
}
