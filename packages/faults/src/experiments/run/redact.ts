import { type Dictionary, isDictionary, isList, pythonText, type Value } from "../values/index.ts";

const mark = "[secret]";
/** Shorter ones are only recognised when a text is nothing else: replacing each "1" would hide more than the secret. */
const shortestPart = 4;

export type Redact = <T>(value: T) => T;

/** Takes the values of secrets out of anything that is written or told: whole, inside of texts, and in the usual encodings. */
export function redactor(secrets: Dictionary): Redact {
  const texts = new Set(leaves(secrets).filter((text) => text !== ""));
  if (texts.size === 0) return (value) => value;
  const parts = [...texts]
    .filter((text) => text.length >= shortestPart)
    .flatMap(encodings)
    // A secret that holds another one goes first.
    .toSorted((one, other) => other.length - one.length);
  const redactText = (text: string): string =>
    texts.has(text) ? mark : parts.reduce((rest, part) => rest.replaceAll(part, mark), text);
  const redact = (value: unknown): unknown => {
    if (typeof value === "string") return redactText(value);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value === "object" && value !== null && isPlain(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactText(key), redact(item)]));
    return value;
  };
  // oxlint-disable-next-line no-unsafe-type-assertion -- texts become other texts; every shape stays
  return <T>(value: T) => redact(value) as T;
}

/** The experiment as it may be shown: what stands literally in its section of secrets is taken out, numbers too. */
export function withoutSecrets(experiment: Dictionary): Dictionary {
  const secrets = experiment["secrets"];
  return isDictionary(secrets) ? { ...experiment, secrets: hideLiterals(secrets) } : experiment;
}

function hideLiterals(value: Value): Value {
  if (!isDictionary(value)) return value === null ? null : mark;
  // Where a secret comes from is no secret.
  if (value["type"] === "env" || value["type"] === "vault") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideLiterals(item)]));
}

function leaves(value: Value): string[] {
  if (isList(value)) return value.flatMap(leaves);
  if (isDictionary(value)) return Object.values(value).flatMap(leaves);
  if (value instanceof Uint8Array) return [Buffer.from(value).toString()];
  return typeof value === "string" ? [value] : typeof value === "number" ? [pythonText(value)] : [];
}

function encodings(text: string): string[] {
  const base64 = Buffer.from(text).toString("base64");
  return [
    ...new Set([
      text,
      JSON.stringify(text).slice(1, -1),
      encodeURIComponent(text),
      new URLSearchParams({ a: text }).toString().slice(2),
      base64,
      base64.replace(/=+$/, ""),
    ]),
  ];
}

/** Mappings only: numbers with a fraction of 0 and dates are objects too. */
function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
}
