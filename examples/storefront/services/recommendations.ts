/** The recommendations service: who may like what, and why. */
import { Hono } from "hono";

import { serveService } from "./serve.ts";

const lists: Record<string, readonly { product: string; because: string }[]> = {
  ada: [
    { product: "tea-bowl", because: "Goes with your tea caddy" },
    { product: "reed-vase", because: "You looked at it twice" },
    { product: "salt-pot", because: "From the kiln of your jug" },
    { product: "bud-vase", because: "Back since Tuesday" },
    { product: "moon-jar", because: "You follow this potter" },
  ],
  ben: [
    { product: "pouring-jug", because: "Matches your cobalt plates" },
    { product: "morning-mug", because: "You have one; here is its pair" },
    { product: "supper-bowl", because: "On your list since May" },
    { product: "tea-bowl", because: "Fired with your last order" },
    { product: "moon-jar", because: "Seen in your newsletter" },
  ],
};

const app = new Hono();

app.get("/recommendations/:visitor", (context) => {
  const list = lists[context.req.param("visitor")];
  return list === undefined ? context.json([]) : context.json(list);
});

await serveService(app);
