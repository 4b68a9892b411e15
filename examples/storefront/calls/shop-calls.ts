import { totalTimeout, policy } from "@morrow/resilience";

import type { Visitor } from "../shop/visitors.ts";
import type { Times } from "../times.ts";
import { checkout } from "./checkout.ts";
import { price } from "./price.ts";
import { recommendations } from "./recommendations.ts";
import { reviews, type Node } from "./reviews.ts";

/** Where the services are. */
export interface Places {
  readonly recommendations: string;
  readonly reviews: readonly Node[];
  readonly pricing: string;
}

/** Everything the page asks of others. */
export function shopCalls(places: Places, times: Times) {
  const recommend = recommendations(places.recommendations, times);
  const readReviews = reviews(places.reviews, times);
  const askPrice = price(places.pricing, times);
  // Calls inside inherit what is left of the page's time, so none of them can outlast it.
  const page = policy("page", totalTimeout(times.page));
  return {
    /** All parts of a product's page, side by side. Never rejects for what one of the services does. */
    productPage: (product: string, visitor: Visitor) =>
      page.execute(async () => {
        const [recommended, reviewed, priced] = await Promise.all([
          recommend(visitor),
          readReviews(product),
          askPrice(product),
        ]);
        return { recommendations: recommended, reviews: reviewed, price: priced };
      }),
    buy: checkout(places.pricing, times),
  };
}

export type ShopCalls = ReturnType<typeof shopCalls>;
export type ProductParts = Awaited<ReturnType<ShopCalls["productPage"]>>;
