import * as fc from "fast-check";
import { expect, test } from "vitest";

import { sendSignals, type SignalBatch } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { totalOf } from "./signal-counts.ts";
import { Signals } from "./signals.ts";

/** What a receiver does with a batch: takes it, takes it but its answer is lost, or does not take it in one of several ways. */
const behaviours = ["take", "lose-answer", "busy", "refuse", "hang", "break"] as const;
type Behaviour = (typeof behaviours)[number];

type Step =
  | { readonly do: "tell"; readonly times: number; readonly key: string }
  | { readonly do: "pass"; readonly milliseconds: number }
  | { readonly do: "behave"; readonly as: Behaviour };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("tell" as const),
    times: fc.integer({ min: 1, max: 50 }),
    key: fc.constantFrom("a", "b", "c", "d"),
  }),
  fc.record({ do: fc.constant("pass" as const), milliseconds: fc.integer({ min: 1, max: 90_000 }) }),
  fc.record({ do: fc.constant("behave" as const), as: fc.constantFrom(...behaviours) }),
);

function scripted() {
  const received = new Map<number, SignalBatch>();
  const script: { behaviour: Behaviour; underWay: number; most: number; reported: number[] } = {
    behaviour: "take",
    underWay: 0,
    most: 0,
    reported: [],
  };
  const answer = async (body: unknown, signal: AbortSignal | null | undefined) => {
    const batch = JSON.parse(String(body)) as SignalBatch;
    script.reported.push(batch.dropped.signals);
    switch (script.behaviour) {
      case "take":
        received.set(batch.sequence, batch);
        return new Response(null, { status: 202 });
      case "lose-answer":
        received.set(batch.sequence, batch);
        throw new TypeError("connection reset");
      case "busy":
        return new Response("later", { status: 503 });
      case "refuse":
        return new Response("no", { status: 400 });
      case "hang":
        return new Promise<never>((_, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason as Error));
        });
      case "break":
        throw new TypeError("fetch failed");
    }
  };
  const receive: typeof fetch = async (_, init) => {
    script.underWay += 1;
    script.most = Math.max(script.most, script.underWay);
    try {
      return await answer(init?.body, init?.signal);
    } finally {
      script.underWay -= 1;
    }
  };
  return { received, script, receive };
}

test("told = sent + dropped + pending, whatever the receiver does; one request at a time; bounded room", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
      const { received, script, receive } = scripted();
      const clock = fakeClock();
      const signals = new Signals();
      using sending = sendSignals({
        url: "http://127.0.0.1:1/",
        service: "shop",
        batches: 3,
        series: 3,
        signals,
        clock,
        fetch: receive,
      });
      let told = 0;
      for (const step of steps) {
        if (step.do === "behave") script.behaviour = step.as;
        else if (step.do === "tell") {
          for (let time = 0; time < step.times; time += 1)
            signals.tell({ kind: "timeout", policy: "reviews", key: step.key });
          told += step.times;
        } else
          // oxlint-disable-next-line no-await-in-loop -- steps come one after the other
          await clock.pass(step.milliseconds);
        const { sent, dropped, pending } = sending.totals;
        expect(sending.totals.told).toBe(told);
        expect(sent + dropped + pending).toBe(told);
      }
      script.behaviour = "take";
      // Whatever is on its way is given up or answered, whatever pauses goes on.
      await clock.pass(120_000);
      expect(await sending.flush()).toBe(true);
      const { sent, dropped, pending } = sending.totals;
      expect([sent + dropped, pending]).toEqual([told, 0]);
      const arrived = [...received.values()].reduce((sum, batch) => sum + totalOf(batch), 0);
      // A batch whose answer was lost may have been dropped here: it is there all the same.
      expect(arrived).toBeGreaterThanOrEqual(sent);
      expect(arrived).toBeLessThanOrEqual(told);
      const lost = steps.some((step) => step.do === "behave" && step.as === "lose-answer");
      expect(lost || arrived === sent).toBe(true);
      expect(script.most).toBeLessThanOrEqual(1);
      expect(script.reported).toEqual(script.reported.toSorted((left, right) => left - right));
      for (const batch of received.values()) expect(batch.series.length).toBeLessThanOrEqual(3);
      expect(clock.running).toBe(1);
    }),
    { numRuns: 200 },
  );
});
