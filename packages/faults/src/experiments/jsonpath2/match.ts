import { get, isDictionary, isInteger, isList, type Value } from "../values/index.ts";
import { call } from "./call.ts";
import { holds } from "./condition.ts";
import { PathFailed } from "./failure.ts";
import type { Operand, Path, PathStep, Subscript } from "./path.ts";

/** Everything that the path finds, in the order of jsonpath2. @throws PathFailed for a slice with step 0 */
export function matchPath(path: Path, root: Value): Value[] {
  return [...follow(path, root, root)];
}

/** Lazily, for a filter may stop at the first match. */
function follow(path: Path, root: Value, current: Value): Iterable<Value> {
  return walk(path.steps, 0, root, path.start === "root" ? root : current);
}

function* walk(steps: readonly PathStep[], at: number, root: Value, current: Value): Iterable<Value> {
  const step = steps[at];
  if (step === undefined) {
    yield current;
    return;
  }
  for (const subscript of step.subscripts)
    for (const found of apply(subscript, root, current)) yield* walk(steps, at + 1, root, found);
  if (step.descends) for (const child of children(current)) yield* walk(steps, at, root, child);
}

function apply(subscript: Subscript, root: Value, current: Value): Iterable<Value> {
  switch (subscript.kind) {
    case "key":
      return atKey(subscript.key, current);
    case "index":
      return atIndex(subscript.index, current);
    case "slice":
      return slice(subscript, current);
    case "wildcard":
      return children(current);
    case "filter":
      return holds(subscript.condition, (operand) => operandValues(operand, root, current)) ? [current] : [];
    case "path":
      return atFound(subscript.path, root, current);
    case "call":
      return call(subscript, current, (operand) => operandValues(operand, root, current));
  }
}

function children(current: Value): readonly Value[] {
  if (isDictionary(current)) return Object.values(current);
  return isList(current) ? current : [];
}

function atKey(key: string, current: Value): readonly Value[] {
  const found = isDictionary(current) ? get(current, key) : undefined;
  return found === undefined ? [] : [found];
}

function atIndex(index: number, current: Value): readonly Value[] {
  const found = isList(current) ? current.at(index) : undefined;
  return found === undefined ? [] : [found];
}

/** True and False are indices too: 1 and 0. */
function* atFound(path: Path, root: Value, current: Value): Iterable<Value> {
  for (const found of follow(path, root, current)) {
    if (isInteger(found)) yield* atIndex(Number(found), current);
    else if (typeof found === "string") yield* atKey(found, current);
  }
}

/**
 * Python's range over indices, which is not its slice: a negative step starts at 0 unless a start is given, and negative indices that
 * the range runs into count from the end.
 */
function* slice(
  bounds: { start: number | null; end: number | null; step: number | null },
  current: Value,
): Iterable<Value> {
  if (!isList(current)) return;
  const { length } = current;
  const step = bounds.step ?? 1;
  if (step === 0) throw new PathFailed("A slice of the path has step 0.");
  const start = startIndex(bounds.start ?? 0, length);
  const end = bounds.end === null ? length : bounds.end < 0 ? bounds.end + length : bounds.end;
  // What lies beyond the list finds nothing: skip it instead of counting through it.
  const first = step < 0 && start >= length ? start + step * Math.ceil((start - length + 1) / -step) : start;
  for (
    let index = first;
    step > 0 ? index < Math.min(end, length) : index > Math.max(end, -length - 1);
    index += step
  )
    yield* atIndex(index, current);
}

function startIndex(start: number, length: number): number {
  if (start >= 0) return start;
  return -start < length ? start + length : 0;
}

/** What an operand stands for: all that its path finds, or its one value. */
function operandValues(operand: Operand, root: Value, current: Value): Iterable<Value> {
  return operand.kind === "path" ? follow(operand.path, root, current) : [operand.value];
}
