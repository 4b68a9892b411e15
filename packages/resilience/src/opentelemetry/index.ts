export {
  instrumentSignals,
  type InstrumentedSignals,
  type InstrumentSignalsOptions,
} from "./instrument-signals.ts";
