import { html } from "hono/html";

import type { Price } from "../calls/price.ts";
import type { Recommendations } from "../calls/recommendations.ts";
import type { Review } from "../calls/reviews.ts";
import type { ProductParts } from "../calls/shop-calls.ts";
import { productOf, type Product } from "../shop/catalogue.ts";
import { money } from "../shop/money.ts";
import { picture } from "../shop/picture.ts";
import { nameOf, type Visitor } from "../shop/visitors.ts";
import type { Html } from "./layout.ts";

/** The product, with whatever of its parts there is. A part that is missing leaves no hole and no apology. */
export function productPage(product: Product, visitor: Visitor, parts: ProductParts, orderKey: string): Html {
  return html`<article class="product">
      <div class="stage">${picture(product.form, product.glaze)}</div>
      <div class="facts">
        <h1>${product.name}</h1>
        <p class="line">${product.line}</p>
        <p>${product.description}</p>
        <ul class="details">
          ${product.details.map((detail) => html`<li>${detail}</li>`)}
        </ul>
        ${offer(product, visitor, parts.price, orderKey)}
      </div>
    </article>
    ${recommendationList(product, visitor, parts.recommendations)}
    ${parts.reviews === undefined || parts.reviews.length === 0 ? "" : reviewList(parts.reviews)}`;
}

function offer(product: Product, visitor: Visitor, price: Price, orderKey: string): Html {
  switch (price.kind) {
    case "current":
      return html`<p class="price">${money(price.cents)}</p>
        ${buyButton({ product: product.id, visitor, cents: price.cents, key: orderKey }, "Buy now")}`;
    case "last-known":
      return html`<p class="price">${money(price.cents)} <small>as of ${ago(price.age)}</small></p>
        ${buyButton({ product: product.id, visitor, cents: price.cents, key: orderKey }, "Buy now")}
        <p class="note">If the price has changed since, we ask you before anything is charged.</p>`;
    case "unknown":
      return html`<p class="price quiet">Price on its way</p>
        <p class="note">We do not sell at a price we cannot vouch for. Please look in again in a minute.</p>`;
  }
}

/** `confirm` is set when an earlier press of the button may have gone through. */
export interface Order {
  readonly product: string;
  readonly visitor: Visitor;
  readonly cents: number;
  readonly key: string;
  readonly confirm?: boolean;
}

export function buyButton(order: Order, label: string): Html {
  return html`<form method="post" action="/checkout" class="buy">
    <input type="hidden" name="product" value="${order.product}" />
    <input type="hidden" name="visitor" value="${order.visitor}" />
    <input type="hidden" name="cents" value="${order.cents}" />
    <input type="hidden" name="key" value="${order.key}" />
    ${order.confirm === true ? html`<input type="hidden" name="confirm" value="yes" />` : ""}
    <button class="primary">${label}</button>
  </form>`;
}

function recommendationList(seen: Product, visitor: Visitor, { personal, list }: Recommendations): Html {
  const others = list.filter(({ product }) => product !== seen.id).slice(0, 4);
  return html`<section class="recommendations" aria-labelledby="recommendations">
    <h2 id="recommendations">${personal ? `Chosen for ${nameOf(visitor)}` : "Popular this week"}</h2>
    <ul>
      ${others.map(({ product: id, because }) => {
        const product = productOf(id);
        return product === undefined ? "" : card(product, visitor, because ?? product.line);
      })}
    </ul>
  </section>`;
}

function card(product: Product, visitor: Visitor, line: string): Html {
  return html`<li>
    <a class="card" href="/products/${product.id}?visitor=${visitor}">
      ${picture(product.form, product.glaze)}
      <strong>${product.name}</strong>
      <span>${line}</span>
    </a>
  </li>`;
}

function reviewList(reviews: readonly Review[]): Html {
  const mean = reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length;
  return html`<section class="reviews" aria-labelledby="reviews">
    <h2 id="reviews">What people say <small>${mean.toFixed(1)} of 5</small></h2>
    <ul>
      ${reviews.map(
        ({ stars, text, by }) =>
          html`<li>
            <p class="stars" role="img" aria-label="${stars} of 5 stars">
              ${"★".repeat(stars)}<i>${"★".repeat(5 - stars)}</i>
            </p>
            <blockquote>${text}</blockquote>
            <p class="by">${by}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** `age` in ms, in words. */
function ago(age: number): string {
  const seconds = Math.round(age / 1_000);
  if (seconds < 5) return "a moment ago";
  if (seconds < 60) return `${seconds} seconds ago`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? "a minute ago" : `${minutes} minutes ago`;
}
