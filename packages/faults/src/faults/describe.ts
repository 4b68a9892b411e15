import { z } from "zod";

import type { RegisteredFault } from "./registered.ts";
import { faults } from "./registry.ts";

/** What a fault is and takes, for people and for tools. */
export interface FaultDescription {
  readonly name: string;
  readonly summary: string;
  readonly selects: RegisteredFault["selects"];
  readonly arguments: readonly ArgumentDescription[];
  /** JSON Schema of the arguments, as they are written in an experiment. */
  readonly schema: unknown;
}

export interface ArgumentDescription {
  readonly name: string;
  /** "number", "drop | reject", "list of string". */
  readonly type: string;
  /** "required", "default 5", or empty where it can be left out. */
  readonly fallback: string;
}

const schemaShape = z.looseObject({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

const argumentShape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  default: z.unknown().optional(),
});

/** Every fault, in the order of the registry. */
export function describeFaults(): FaultDescription[] {
  return faults.map(({ name, summary, selects, arguments: taken }) => {
    const schema = z.toJSONSchema(taken, { io: "input", unrepresentable: "any" });
    return { name, summary, selects, arguments: argumentsIn(schema), schema };
  });
}

function argumentsIn(schema: unknown): ArgumentDescription[] {
  const { properties, required } = schemaShape.parse(schema);
  return Object.entries(properties).map(([name, property]) => {
    const { default: preset } = argumentShape.parse(property);
    const fallback = preset === undefined ? "" : `default ${JSON.stringify(preset)}`;
    return { name, type: typeOf(property), fallback: required.includes(name) ? "required" : fallback };
  });
}

function typeOf(property: unknown): string {
  const { type, enum: choices, anyOf, items } = argumentShape.parse(property);
  if (choices !== undefined) return choices.map(String).join(" | ");
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeOf))].join(" | ");
  if (items !== undefined) return `list of ${typeOf(items)}`;
  return type === undefined ? "any" : [type].flat().join(" | ");
}
