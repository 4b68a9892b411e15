export { decodeInto, fieldOf, mismatchOf, type Decoded, type Fields, type GoPlace } from "./decode.ts";
export { GoJsonError, parseGoJson, type JsonNode } from "./parse.ts";
export { Float32, printGoJson } from "./print.ts";
