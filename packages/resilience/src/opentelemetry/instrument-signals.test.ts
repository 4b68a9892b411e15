import { context, metrics, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { circuitBreaker, fallback, policy, timeout, type Signal } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { Signals } from "../signals/signals.ts";
import { instrumentSignals } from "./index.ts";
import { TrippedCircuits } from "./tripped-circuits.ts";

const spans = new InMemorySpanExporter();
const tracerProvider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] });
const tracer = tracerProvider.getTracer("test");

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(tracerProvider);
});

afterAll(async () => {
  await tracerProvider.shutdown();
  trace.disable();
  context.disable();
});

/** A meter provider that nothing is exported from until it is asked. */
function metered() {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 86_400_000 });
  const meterProvider = new MeterProvider({ readers: [reader] });
  const points = async (name: string): Promise<Record<string, unknown>[]> => {
    exporter.reset();
    await meterProvider.forceFlush();
    const all = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
    const metric = all.flatMap((scope) => scope.metrics).find(({ descriptor }) => descriptor.name === name);
    return metric?.dataPoints.map(({ attributes, value }) => ({ ...attributes, value })) ?? [];
  };
  return { meterProvider, points, [Symbol.asyncDispose]: () => meterProvider.shutdown() };
}

const eventsOf = (name: string) =>
  spans
    .getFinishedSpans()
    .find((span) => span.name === name)
    ?.events.map((event) => ({ name: event.name, ...event.attributes }));

test("signals become a counter, by kind, policy and type of error; keys only when they are wanted", async () => {
  await using one = metered();
  await using other = metered();
  const signals = new Signals();
  instrumentSignals({ meterProvider: one.meterProvider, signals });
  instrumentSignals({ meterProvider: other.meterProvider, signals, keys: true });
  for (const key of ["a", "b"]) signals.tell({ kind: "timeout", policy: "reviews", key, code: "timeout" });
  signals.tell({ kind: "fault-injected", policy: "reviews", code: "rule-1" });
  const timedOut = {
    "resilience.signal.kind": "timeout",
    "resilience.policy.name": "reviews",
    "error.type": "timeout",
  };
  const injected = {
    "resilience.signal.kind": "fault-injected",
    "resilience.policy.name": "reviews",
    value: 1,
  };
  expect(await one.points("resilience.signals")).toEqual([{ ...timedOut, value: 2 }, injected]);
  expect(await other.points("resilience.signals")).toEqual([
    { ...timedOut, "resilience.call.key": "a", value: 1 },
    { ...timedOut, "resilience.call.key": "b", value: 1 },
    injected,
  ]);
});

test("the states of a policy's circuits follow a breaker, and none is left over", async () => {
  await using meter = metered();
  const signals = new Signals();
  instrumentSignals({ meterProvider: meter.meterProvider, signals });
  const clock = fakeClock();
  const reviews = policy(
    { name: "reviews", signals, clock },
    circuitBreaker({ opensAfter: 1, halfOpenAfter: 1_000 }),
  );
  const states = async () =>
    Object.fromEntries(
      (await meter.points("resilience.circuit_breaker.status")).map((point) => [
        String(point["resilience.circuit_breaker.state"]),
        point.value,
      ]),
    );
  expect(await states()).toEqual({});
  for (const key of ["a", "b"])
    await expect(reviews.execute(() => Promise.reject(new Error("down")), { key })).rejects.toThrow("down");
  expect(await states()).toEqual({ open: 2, half_open: 0 });
  await clock.pass(1_000);
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = reviews.execute(() => promise, { key: "a" });
  expect(await states()).toEqual({ open: 1, half_open: 1 });
  resolve(1);
  await probe;
  expect(await states()).toEqual({ open: 1, half_open: 0 });
});

test("the active span of a call gets an event for each signal, also where a shared timer rang", async () => {
  const signals = new Signals();
  await using meter = metered();
  instrumentSignals({ meterProvider: meter.meterProvider, signals });
  const reviews = policy({ name: "reviews", signals }, fallback([]), timeout(20));
  const call = (name: string) =>
    tracer.startActiveSpan(name, async (span) => {
      const answer = await reviews.execute(() => new Promise<never>(() => undefined), { key: name });
      span.end();
      return answer;
    });
  // One timer of the system rings for both, in the context of neither or of the first.
  expect(await Promise.all([call("first"), call("second")])).toEqual([[], []]);
  for (const key of ["first", "second"])
    expect(eventsOf(key)).toEqual([
      {
        name: "resilience.timeout",
        "resilience.signal.kind": "timeout",
        "resilience.policy.name": "reviews",
        "resilience.call.key": key,
        "error.type": "timeout",
      },
      {
        name: "resilience.fallback_served",
        "resilience.signal.kind": "fallback-served",
        "resilience.policy.name": "reviews",
        "resilience.call.key": key,
        "error.type": "timeout",
      },
    ]);
});

test("a fault is told apart from the real thing; without a span, or when stopped, there is nothing", async () => {
  const signals = new Signals();
  await using meter = metered();
  const instrumented = instrumentSignals({ meterProvider: meter.meterProvider, signals });
  const injected = { kind: "fault-injected", policy: "reviews", code: "rule-1" } as const;
  signals.tell(injected);
  tracer.startActiveSpan("faulty", (span) => {
    signals.tell(injected);
    instrumented.stop();
    signals.tell(injected);
    span.end();
  });
  expect(eventsOf("faulty")).toEqual([
    {
      name: "resilience.fault_injected",
      "resilience.signal.kind": "fault-injected",
      "resilience.policy.name": "reviews",
      "resilience.fault.id": "rule-1",
    },
  ]);
  expect(await meter.points("resilience.signals")).toMatchObject([{ value: 2 }]);
});

test("circuits are known by what was told of them last, and only so many", () => {
  const told = fc.record({
    kind: fc.constantFrom<Signal["kind"]>(
      "breaker-opened",
      "breaker-half-opened",
      "breaker-closed",
      "timeout",
    ),
    policy: fc.constantFrom("reviews", "price"),
    key: fc.constantFrom(undefined, "a", "b"),
  });
  const states: Partial<Record<Signal["kind"], string>> = {
    "breaker-opened": "open",
    "breaker-half-opened": "half_open",
  };
  fc.assert(
    fc.property(fc.array(told), fc.integer({ min: 1, max: 8 }), (all, capacity) => {
      const circuits = new TrippedCircuits(capacity);
      const last = new Map<string, string | undefined>();
      for (const signal of all) {
        circuits.observe(signal);
        if (signal.kind !== "timeout") last.set(`${signal.policy} ${signal.key}`, states[signal.kind]);
      }
      const counts = [...circuits.counts()];
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      const tripped = [...last].filter(([, state]) => state !== undefined);
      expect(total).toBeLessThanOrEqual(Math.min(capacity, tripped.length));
      // With room for all six circuits nothing is forgotten.
      const expected = counts.map(
        ({ policy: name, state }) =>
          tripped.filter(([circuit, known]) => circuit.startsWith(`${name} `) && known === state).length,
      );
      expect(capacity < 6 || expected.every((count, index) => count === counts[index]?.count)).toBe(true);
    }),
  );
});

test("an SDK that is started later gets what is told from then on", async () => {
  const signals = new Signals();
  using _ = instrumentSignals({ signals });
  await using sdk = metered();
  metrics.setGlobalMeterProvider(sdk.meterProvider);
  signals.tell({ kind: "breaker-opened", policy: "reviews", key: undefined, code: undefined });
  metrics.disable();
  expect(await sdk.points("resilience.signals")).toMatchObject([{ value: 1 }]);
  expect(await sdk.points("resilience.circuit_breaker.status")).toMatchObject([{ value: 1 }, { value: 0 }]);
});
