import type { MorrowFault, MorrowProvider } from "../document/experiment.ts";
import { ActivityFailed } from "../failures.ts";
import {
  type Dictionary,
  isDictionary,
  isNumber,
  pythonText,
  toNumber,
  type Value,
} from "../values/index.ts";
import { type ProviderContext, substituteFor } from "./provider.ts";

/** A fault as an activity asks for it, with all variables put in. */
export interface FaultWish {
  readonly fault: string;
  readonly select: Dictionary | null;
  readonly arguments: Dictionary;
  /** Null takes the experiment's, then the engine's own. */
  readonly durationMs: number | null;
  readonly take: Value;
  readonly limits: Dictionary | null;
}

/** The faults of one run, by the name of the activity that applied them. */
export interface RunFaults {
  /** What would happen; touches nothing. @throws ActivityFailed when it would be refused */
  plan(wish: FaultWish): Promise<Dictionary>;
  /** Applies a fault and returns the evidence. @throws ActivityFailed when it was refused or failed; nothing is left then */
  apply(activity: string, wish: FaultWish): Promise<Dictionary>;
  /** Ends the faults that an activity applied. @throws ActivityFailed when one can't be undone, or none was applied */
  end(activity: string): Promise<Dictionary>;
}

/** Applies or ends a fault of Morrow; the output is the evidence. */
export async function runMorrow(
  name: string,
  provider: MorrowProvider,
  context: ProviderContext,
): Promise<Value> {
  return provider.kind === "end"
    ? context.faults.end(provider.end)
    : context.faults.apply(name, wishOf(provider, context));
}

/** A dry run resolves the real targets and says what would happen. */
export async function planMorrow(provider: MorrowProvider, context: ProviderContext): Promise<Value> {
  return provider.kind === "end" ? null : context.faults.plan(wishOf(provider, context));
}

function wishOf(provider: MorrowFault, context: ProviderContext): FaultWish {
  const mapping = (value: Dictionary | null): Dictionary | null => {
    const filled = value === null ? null : substituteFor(value, context);
    return filled !== null && isDictionary(filled) ? filled : null;
  };
  const duration = substituteFor(provider.duration, context);
  return {
    fault: provider.fault,
    select: mapping(provider.select),
    arguments: mapping(provider.arguments) ?? {},
    durationMs: duration === null ? null : seconds(duration) * 1000,
    take: substituteFor(provider.take, context),
    limits: mapping(provider.limits),
  };
}

function seconds(value: Value): number {
  const number =
    typeof value === "string" && value.trim() !== ""
      ? Number(value)
      : isNumber(value)
        ? toNumber(value)
        : NaN;
  if (Number.isFinite(number) && number > 0) return number;
  throw new ActivityFailed(`The duration must be a number of seconds above 0, not ${pythonText(value)}.`);
}
