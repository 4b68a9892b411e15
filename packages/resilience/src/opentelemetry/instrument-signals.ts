import {
  metrics,
  trace,
  type Attributes,
  type Counter,
  type MeterProvider,
  type ObservableResult,
} from "@opentelemetry/api";

import type { Signal } from "../signals/signal.ts";
import { signals as sharedSignals, type Signals } from "../signals/signals.ts";
import { TrippedCircuits } from "./tripped-circuits.ts";

export interface InstrumentSignalsOptions {
  /** Where metrics go, where not to the global provider; an SDK may be started before this or after. */
  readonly meterProvider?: MeterProvider;
  /** Where the signals come from, where not from the shared ones. */
  readonly signals?: Signals;
  /**
   * Whether metrics are told apart by the key of the call. False where absent: every key is a time series, which is dear where keys
   * are tenants. Span events always carry it.
   */
  readonly keys?: boolean;
  /** Whether the active span gets an event for each signal. True where absent. */
  readonly spanEvents?: boolean;
}

/** Ends it when it is disposed of. */
export interface InstrumentedSignals extends Disposable {
  stop(): void;
}

/** How many circuits that are not closed are remembered. */
const mostCircuits = 10_000;

/**
 * Makes OpenTelemetry metrics and span events of signals (docs/guides/resilience/signals.md). Names follow the conventions of
 * OpenTelemetry (https://opentelemetry.io/docs/specs/semconv/general/naming/); the state of circuits is an up-down counter as its
 * status metrics are (https://opentelemetry.io/docs/specs/semconv/how-to-write-conventions/status-metrics/).
 */
export function instrumentSignals({
  meterProvider,
  signals = sharedSignals,
  keys = false,
  spanEvents = true,
}: InstrumentSignalsOptions = {}): InstrumentedSignals {
  const circuits = new TrippedCircuits(mostCircuits);
  let instruments = new Instruments(meterProvider ?? metrics.getMeterProvider(), circuits);
  const unsubscribe = signals.subscribe((signal) => {
    // Until an SDK is started the global provider is one that drops everything, and what it gave does so for ever.
    const provider = meterProvider ?? metrics.getMeterProvider();
    if (provider !== instruments.provider) {
      instruments.stop();
      instruments = new Instruments(provider, circuits);
    }
    circuits.observe(signal);
    instruments.counter.add(1, attributesOf(signal, keys));
    if (spanEvents) addEvent(signal);
  });
  const stop = () => {
    unsubscribe();
    instruments.stop();
  };
  return { stop, [Symbol.dispose]: stop };
}

/** What is measured with one provider. */
class Instruments {
  readonly provider: MeterProvider;
  readonly counter: Counter;
  readonly stop: () => void;

  constructor(provider: MeterProvider, circuits: TrippedCircuits) {
    this.provider = provider;
    const meter = provider.getMeter("@morrow/resilience");
    this.counter = meter.createCounter("resilience.signals", {
      unit: "{signal}",
      description: "What policies told: timeouts, opened circuits, served fallbacks and the like.",
    });
    const status = meter.createObservableUpDownCounter("resilience.circuit_breaker.status", {
      unit: "{circuit}",
      description: "How many circuits of a policy are in a state; those that are in none of them are closed.",
    });
    const observe = (result: ObservableResult) => {
      for (const { policy, state, count } of circuits.counts())
        result.observe(count, { [names.policy]: policy, [names.state]: state });
    };
    status.addCallback(observe);
    this.stop = () => status.removeCallback(observe);
  }
}

const names = {
  kind: "resilience.signal.kind",
  policy: "resilience.policy.name",
  key: "resilience.call.key",
  fault: "resilience.fault.id",
  state: "resilience.circuit_breaker.state",
  /** Of the general conventions. */
  error: "error.type",
} as const;

function attributesOf({ kind, policy, key, code }: Signal, withKey: boolean): Attributes {
  const attributes: Attributes = { [names.kind]: kind, [names.policy]: policy };
  // The code of an injected fault is the id of its rule: there may be many, and it is no type of error.
  if (code !== undefined && kind !== "fault-injected") attributes[names.error] = code;
  if (withKey && key !== undefined) attributes[names.key] = key;
  return attributes;
}

function addEvent(signal: Signal): void {
  const span = trace.getActiveSpan();
  if (span?.isRecording() !== true) return;
  const attributes = attributesOf(signal, true);
  if (signal.kind === "fault-injected" && signal.code !== undefined) attributes[names.fault] = signal.code;
  span.addEvent(`resilience.${signal.kind.replaceAll("-", "_")}`, attributes);
}
