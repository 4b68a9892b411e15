/** How long the page waits for what, in ms. */
export interface Times {
  /** The whole page. Everything it asks for gets less. */
  readonly page: number;
  readonly recommendations: number;
  readonly reviews: number;
  /** One node of the reviews: two of them fit into `reviews`. */
  readonly reviewsNode: number;
  readonly price: number;
  /** One attempt to read a price: two of them fit into `price`. */
  readonly priceAttempt: number;
  /** Longer than the others, because a person waits for exactly this; short enough to be told what happened. */
  readonly checkout: number;
  /** From when on an answer of the reviews counts as slow. */
  readonly reviewsSlow: number;
  /** How long an open circuit rests, and a removed feature stays away, before it is tried again. */
  readonly rest: number;
  /** How old a price may be that is shown while the pricing service does not answer. */
  readonly oldestPrice: number;
}

export const usualTimes: Times = {
  page: 500,
  recommendations: 300,
  reviews: 400,
  reviewsNode: 190,
  price: 400,
  priceAttempt: 190,
  checkout: 1_000,
  reviewsSlow: 300,
  rest: 5_000,
  oldestPrice: 10 * 60_000,
};
