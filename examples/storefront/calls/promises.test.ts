/** What the page relies on, tried against every kind of fault, without services and without waiting. */
import { prove, type Proof } from "@morrow/resilience/proof";
import { expect, test } from "vitest";

import { usualTimes as times } from "../times.ts";
import { checkoutPolicy } from "./checkout.ts";
import { pricingPolicy } from "./price.ts";
import { popularThisWeek, recommendationsPolicy } from "./recommendations.ts";
import { reviewsNodePolicy, reviewsPolicy } from "./reviews.ts";

const good = () => "good";
/** A rest, and the calls after it. */
const recoversWithin = times.rest + 1_000;

const broken = ({ results }: Proof) => results.filter(({ held }) => !held);

test("recommendations: always a list, in time", async () => {
  const proof = await prove(recommendationsPolicy(times), good, {
    answersWithin: times.recommendations,
    fallsBack: { to: popularThisWeek },
    attemptsAtMost: 1,
    recoversWithin,
  });
  expect(broken(proof)).toEqual([]);
});

test("reviews: the section is left out in time, and comes back", async () => {
  const proof = await prove(reviewsPolicy(times), good, {
    answersWithin: times.reviews,
    fallsBack: { to: undefined },
    recoversWithin,
  });
  expect(broken(proof)).toEqual([]);
});

test("nodes of the reviews: a bad one does not close the way to a good one", async () => {
  const proof = await prove(reviewsNodePolicy(times), good, {
    answersWithin: times.reviewsNode,
    isolatesKeys: true,
    recoversWithin,
  });
  expect(broken(proof)).toEqual([]);
});

test("prices: read twice at most, and no storm of retries while they fail", async () => {
  const proof = await prove(pricingPolicy(times), good, {
    answersWithin: times.price,
    attemptsAtMost: 2,
    amplificationAtMost: 1.2,
    recoversWithin,
  });
  expect(broken(proof)).toEqual([]);
});

test("checkout: fails fast, and is sent only once", async () => {
  const proof = await prove(checkoutPolicy(times), good, {
    answersWithin: times.checkout,
    attemptsAtMost: 1,
    recoversWithin,
  });
  expect(broken(proof)).toEqual([]);
});
