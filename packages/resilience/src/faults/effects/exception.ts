import { injected } from "../injected.ts";
import type { EffectOf } from "../rule.ts";
import type { Happening } from "./effect.ts";

/** The call throws. */
export const exception: Happening<"exception"> = (effect, { point, active }) => {
  const error = named(effect.name ?? "Error", effect.message ?? `${point} failed (injected).`);
  for (const [key, value] of Object.entries(effect.properties ?? {})) own(error, key, value);
  throw injected(error, active.rule);
};

const ofLanguage: ReadonlyMap<string, ErrorConstructor> = new Map(
  [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map((kind) => [
    kind.name,
    kind,
  ]),
);

/** What platforms throw for a call that was given up, as a `DOMException`. */
const ofPlatform: ReadonlySet<string> = new Set(["AbortError", "TimeoutError", "NetworkError"]);

function named(name: NonNullable<EffectOf<"exception">["name"]>, message: string): Error {
  if (ofPlatform.has(name)) return new DOMException(message, name);
  const Kind = ofLanguage.get(name);
  if (Kind !== undefined) return new Kind(message);
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
  return error;
}

/** Defined, not assigned: a property called `__proto__` must not change what the error is. */
function own(error: Error, key: string, value: unknown): void {
  Object.defineProperty(error, key, { value, configurable: true, enumerable: true, writable: true });
}
