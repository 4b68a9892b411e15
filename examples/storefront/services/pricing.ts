/** The pricing service: what things cost, and the till. It charges once for each key, however often it is asked. */
import { Hono } from "hono";
import { z } from "zod";

import { serveService } from "./serve.ts";

/** In cents. */
const prices: Record<string, number> = {
  "moon-jar": 148_00,
  "reed-vase": 96_00,
  "morning-mug": 28_00,
  "supper-bowl": 34_00,
  "tea-bowl": 42_00,
  "pouring-jug": 58_00,
  "bud-vase": 24_00,
  "salt-pot": 31_00,
};

interface Order {
  readonly number: string;
  readonly product: string;
  readonly cents: number;
}

const orders = new Map<string, Order>();
const purchase = z.object({ product: z.string(), cents: z.number().int() });

const app = new Hono();

app.get("/prices/:product", (context) => {
  const cents = prices[context.req.param("product")];
  return cents === undefined ? context.json({ error: "no such product" }, 404) : context.json({ cents });
});

app.post("/orders", async (context) => {
  const key = context.req.header("Idempotency-Key");
  if (key === undefined) return context.json({ error: "an order needs an Idempotency-Key" }, 400);
  const { product, cents } = purchase.parse(await context.req.json());
  // From here on nothing is waited for: of two requests with one key that come together, the second finds the first's order.
  const known = orders.get(key);
  if (known !== undefined)
    return known.product === product
      ? context.json(known)
      : context.json({ error: "this key belongs to another order" }, 422);
  const price = prices[product];
  if (price === undefined) return context.json({ error: "no such product" }, 404);
  // Nobody pays a price they were not shown.
  if (price !== cents) return context.json({ cents: price }, 409);
  const order = { number: `SP-${1001 + orders.size}`, product, cents };
  orders.set(key, order);
  return context.json(order, 201);
});

app.get("/orders", (context) => context.json([...orders.values()]));

await serveService(app);
