import type { Value } from "../values/index.ts";

/** A path: where it starts, and the steps from there. Within filters paths may start at the current value. */
export interface Path {
  readonly start: "root" | "current";
  readonly steps: readonly PathStep[];
}

export interface PathStep {
  /** Also below every value that is reached, depth first. */
  readonly descends: boolean;
  /** Several make a union; their matches follow one another. */
  readonly subscripts: readonly Subscript[];
}

export type Subscript =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "index"; readonly index: number }
  | {
      readonly kind: "slice";
      readonly start: number | null;
      readonly end: number | null;
      readonly step: number | null;
    }
  | { readonly kind: "wildcard" }
  | { readonly kind: "filter"; readonly condition: Condition }
  /** What the path finds is the index or key. */
  | { readonly kind: "path"; readonly path: Path }
  | { readonly kind: "call"; readonly name: FunctionName; readonly arguments: readonly Operand[] };

export const functionNames = ["charAt", "entries", "keys", "length", "substring", "values"] as const;
export type FunctionName = (typeof functionNames)[number];

export type Operand =
  | { readonly kind: "path"; readonly path: Path }
  | { readonly kind: "value"; readonly value: Value };

/** What an operand stands for at the current value: all that its path finds, or its one value. */
export type OperandValues = (operand: Operand) => Iterable<Value>;

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

export type Condition =
  | { readonly kind: "and" | "or"; readonly conditions: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | {
      readonly kind: "comparison";
      readonly operator: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  /** A path that finds something, or a value that is not empty. */
  | { readonly kind: "exists"; readonly operand: Operand };
