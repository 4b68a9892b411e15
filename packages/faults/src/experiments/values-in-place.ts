import { type Dictionary, isDictionary, isList, type Value } from "./values/index.ts";

/** A mapping that the run owns: controls may change it while the experiment runs. */
export interface MutableDictionary {
  [key: string]: Value;
}

/** A copy whose mappings and lists belong to the caller; what else there is can't be changed and is shared. */
export function copyDictionary(dictionary: Dictionary): MutableDictionary {
  return Object.fromEntries(Object.entries(dictionary).map(([key, value]) => [key, copyValue(value)]));
}

export function copyValue(value: Value): Value {
  if (isList(value)) return value.map(copyValue);
  return isDictionary(value) ? copyDictionary(value) : value;
}

/**
 * Makes `target` equal to `changed` and keeps the identity of its mappings and lists wherever both have one, as others may hold them:
 * the original hands out the very objects, Morrow hands out copies and takes the changes back. `target` must be the run's own.
 */
export function adopt(target: object, changed: Dictionary): void {
  // oxlint-disable-next-line no-unsafe-type-assertion -- any mapping of the run may be changed by a control, whatever its type says
  const own = target as MutableDictionary;
  for (const key of Object.keys(own)) if (!Object.hasOwn(changed, key)) delete own[key];
  for (const [key, value] of Object.entries(changed)) own[key] = adopted(own[key], value);
}

function adopted(before: Value | undefined, after: Value): Value {
  if (isDictionary(before) && isDictionary(after)) {
    adopt(before, after);
    return before;
  }
  if (isList(before) && isList(after)) {
    const items = after.map((item, index) => adopted(before[index], item));
    // oxlint-disable-next-line no-unsafe-type-assertion -- the run owns its lists; only others may not change them
    const own = before as Value[];
    own.splice(0, own.length, ...items);
    return own;
  }
  return after;
}
