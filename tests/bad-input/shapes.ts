import type { Route } from "@morrow/contract/route";
import { z } from "zod";

/** JSON Schema of a part of a request, as far as it is needed to make wrong values. */
export interface Shape {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  default?: unknown;
  required?: string[];
  minItems?: number;
  minimum?: number;
  minLength?: number;
}

/** The shape of what a route takes as its body; null where it takes none, or bytes. */
export function bodyShape(route: Route): Shape | null {
  return route.body === undefined ? null : shapeOf(route.body);
}

export function queryShape(route: Route): Shape | null {
  return route.query === undefined ? null : shapeOf(route.query);
}

function shapeOf(schema: z.ZodType): Shape {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod describes its own definitions
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Shape;
}

/** The names of the placeholders of a path. */
export function parametersOf(route: Route): string[] {
  return [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}

/** A place in a body: from the outermost name on. */
export type Path = readonly (string | number)[];

/** Every place of a shape where a value can stand, the whole first. */
export function pathsOf(shape: Shape, before: Path = []): { path: Path; shape: Shape }[] {
  const inner = [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => pathsOf(one, [...before, name])),
    ...(shape.items === undefined ? [] : pathsOf(shape.items, [...before, 0])),
    ...[
      ...(shape.allOf ?? []),
      ...(shape.anyOf ?? []).slice(0, 2),
      ...(shape.oneOf ?? []).slice(0, 2),
    ].flatMap((one) => pathsOf(one, before).filter(({ path }) => path.length > before.length)),
  ];
  return [{ path: before, shape }, ...inner];
}

/** A value that fits: what a request is before one place of it is made wrong. */
export function fitting(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  if (shape.allOf !== undefined) return Object.assign({}, ...shape.allOf.map((one) => fitting(one)));
  const either = shape.anyOf ?? shape.oneOf;
  if (either?.[0] !== undefined) return fitting(either[0]);
  switch (shape.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => shape.required?.includes(name) === true)
          .map(([name, one]) => [name, fitting(one)]),
      );
    case "array":
      return shape.items === undefined ? [] : [fitting(shape.items)];
    case "integer":
    case "number":
      return Math.max(1, shape.minimum ?? 1);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return fittingText(shape.format);
  }
}

function fittingText(format: string | undefined): string {
  switch (format) {
    case "uuid":
      return "01890000-0000-7000-8000-000000000000";
    case "date-time":
      return "2026-05-01T10:00:00Z";
    case "date":
      return "2026-05-01";
    case "email":
      return "nobody@example.test";
    case "uri":
      return "https://example.test/";
    default:
      return "something-long";
  }
}

/** The same value with another one at this place, made where it was missing. */
export function withAt(value: unknown, path: Path, put: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return put;
  if (typeof first === "number") {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[first] = withAt(list[first], rest, put);
    return list;
  }
  const record: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  record[first] = withAt(record[first], rest, put);
  return record;
}
