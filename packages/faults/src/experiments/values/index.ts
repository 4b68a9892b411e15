export { atMost, compareNumbers, equals } from "./compare.ts";
export { pythonText, representation } from "./text.ts";
export {
  type Dictionary,
  float,
  Float,
  get,
  integer,
  isDictionary,
  isInteger,
  isList,
  isNumber,
  isTruthy,
  Moment,
  toNumber,
  type Value,
} from "./value.ts";
