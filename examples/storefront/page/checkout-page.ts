import { html } from "hono/html";

import type { Outcome } from "../calls/checkout.ts";
import type { Product } from "../shop/catalogue.ts";
import { money } from "../shop/money.ts";
import { picture } from "../shop/picture.ts";
import { nameOf } from "../shop/visitors.ts";
import type { Html } from "./layout.ts";
import { buyButton, type Order } from "./product-page.ts";

/** What became of pressing "Buy now". The heading takes the focus, so that it is read first. */
export function checkoutPage(product: Product, order: Order, outcome: Outcome): Html {
  return html`<article class="outcome ${outcome.kind}">
    <div class="stage">${picture(product.form, product.glaze)}</div>
    <div class="facts">
      ${said(product, order, outcome)}
      <p>
        <a href="/products/${product.id}?visitor=${order.visitor}"
          >Back to the ${product.name.toLowerCase()}</a
        >
      </p>
    </div>
  </article>`;
}

function said(product: Product, order: Order, outcome: Outcome): Html {
  switch (outcome.kind) {
    case "confirmed":
      return html`${heading(`Thank you, ${nameOf(order.visitor)}`)}
        <p>The ${product.name.toLowerCase()} is yours for ${money(outcome.cents)}. We wrap it tomorrow.</p>
        <p class="number">Order <b>${outcome.number}</b>, charged once</p>`;
    case "price-changed":
      return html`${heading("The price has changed")}
        <p>
          You saw ${money(order.cents)}; the ${product.name.toLowerCase()} now costs ${money(outcome.cents)}.
          Nothing was charged.
        </p>
        ${buyButton({ ...order, cents: outcome.cents }, `Buy for ${money(outcome.cents)}`)}`;
    case "unconfirmed":
      return html`${heading("We have not heard back from the till")}
        <p>
          Your order may already be through, or not yet. Trying again is safe: it stays one order, and you are
          charged once at most.
        </p>
        ${buyButton({ ...order, confirm: true }, "Try again")}`;
    case "not-sent":
      return html`${heading("The till is taking a short break")}
        <p>
          ${
            order.confirm === true
              ? "We have not asked it again yet. Your order stays one order, and you are charged once at most."
              : "Your order was not sent and nothing was charged."
          }
          Please try again in ${seconds(outcome.retryAfter)}.
        </p>
        ${buyButton(order, "Try again")}`;
  }
}

function heading(text: string): Html {
  return html`<h1 tabindex="-1" autofocus>${text}</h1>`;
}

/** `milliseconds` in words, rounded up: nobody is asked to come back too early. */
function seconds(milliseconds: number): string {
  const whole = Math.max(1, Math.ceil(milliseconds / 1_000));
  return whole === 1 ? "a second" : `${whole} seconds`;
}
