import { Float, isInteger, type Value } from "../values/index.ts";

/** Python's decimal.Decimal as far as comparing needs it: coefficient × 10^exponent, exact. */
export type Decimal =
  | { readonly kind: "finite"; readonly coefficient: bigint; readonly exponent: number }
  | { readonly kind: "infinite"; readonly sign: 1 | -1 }
  | { readonly kind: "nan" };

/** A value of a kind that Decimal() refuses with a TypeError or ValueError. */
export class DecimalFailed extends Error {
  override readonly name = "DecimalFailed";
}

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;
/** decimal.MAX_EMAX: beyond it Decimal() calls the text invalid. */
const largestExponent = 999_999_999_999_999_999n;

/** Decimal(value), or null where it raises InvalidOperation: text that is no number. @throws DecimalFailed */
export function decimal(value: Value): Decimal | null {
  if (isInteger(value)) return { kind: "finite", coefficient: BigInt(value), exponent: 0 };
  if (typeof value === "number") return exactly(value);
  if (value instanceof Float) return exactly(value.value);
  if (typeof value === "string") return parse(value.trim().replaceAll("_", ""));
  throw new DecimalFailed("This value can't be a number.");
}

function parse(text: string): Decimal | null {
  const special = /^([+-]?)(?:(inf(?:inity)?)|s?nan\d*)$/i.exec(text);
  if (special !== null)
    return special[2] === undefined
      ? { kind: "nan" }
      : { kind: "infinite", sign: special[1] === "-" ? -1 : 1 };
  const parts = form.exec(text);
  if (parts === null) return null;
  const [, minus = "", whole = "", fraction = "", power = "0"] = parts;
  const digits = whole + fraction;
  if (digits === "") return null;
  const exponent = BigInt(power) - BigInt(fraction.length);
  if (exponent > largestExponent || exponent < -2n * largestExponent) return null;
  const coefficient = BigInt(digits) * (minus === "-" ? -1n : 1n);
  return { kind: "finite", coefficient, exponent: Number(exponent) };
}

/** A float is a whole number times a power of two, and so has an end in decimals: 0.1 is 0.1000000000000000055… */
function exactly(value: number): Decimal {
  if (Number.isNaN(value)) return { kind: "nan" };
  if (!Number.isFinite(value)) return { kind: "infinite", sign: value > 0 ? 1 : -1 };
  let halvings = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings += 1;
  }
  // value = scaled / 2^n = scaled × 5^n / 10^n
  return { kind: "finite", coefficient: BigInt(scaled) * 5n ** BigInt(halvings), exponent: -halvings };
}

/** left ≤ right, or null when one of them is not a number. */
export function atMostDecimal(left: Decimal, right: Decimal): boolean | null {
  if (left.kind === "nan" || right.kind === "nan") return null;
  if (left.kind === "infinite" || right.kind === "infinite") return order(left) <= order(right);
  const [one, other] = [sign(left.coefficient), sign(right.coefficient)];
  if (one !== other || one === 0) return one <= other;
  // Exponents may be astronomic: compare the places of the first digits before anything is multiplied out.
  const [leading, otherLeading] = [magnitude(left), magnitude(right)];
  if (leading !== otherLeading) return leading < otherLeading === one > 0;
  const shift = left.exponent - right.exponent;
  return (
    left.coefficient * 10n ** BigInt(Math.max(shift, 0)) <=
    right.coefficient * 10n ** BigInt(Math.max(-shift, 0))
  );
}

function order(value: Decimal): number {
  if (value.kind === "infinite") return value.sign * 2;
  return value.kind === "finite" ? sign(value.coefficient) : 0;
}

function sign(value: bigint): number {
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

function magnitude({ coefficient, exponent }: { coefficient: bigint; exponent: number }): number {
  return String(coefficient < 0n ? -coefficient : coefficient).length + exponent;
}
