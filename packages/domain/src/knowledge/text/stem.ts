import { stemmer } from "stemmer";

/** Short forms and the words they stand for, so that "db" finds "database" and "cert" finds "certificate". */
const spelledOut: Readonly<Record<string, string>> = {
  db: "database",
  dbs: "database",
  config: "configuration",
  configs: "configuration",
  conf: "configuration",
  cert: "certificate",
  certs: "certificate",
  k8s: "kubernetes",
  kube: "kubernetes",
  postgresql: "postgres",
  pgsql: "postgres",
  psql: "postgres",
  mongo: "mongodb",
  repo: "repository",
  repos: "repository",
  auth: "authentication",
  perms: "permission",
  prod: "production",
  mem: "memory",
  regexp: "regex",
  env: "environment",
  datacentre: "datacenter",
  behaviour: "behavior",
  organisation: "organization",
  unauthorised: "unauthorized",
  fibre: "fiber",
  sites: "site",
  dns: "dns",
  aws: "aws",
  os: "os",
  dos: "dos",
  kubernetes: "kubernetes",
  redis: "redis",
  postgres: "postgres",
};

/** Proper names that look like plurals or inflections; the stemmer must leave them alone. */
const unstemmed = new Set([
  "kubernetes",
  "redis",
  "postgres",
  "dns",
  "aws",
  "os",
  "dos",
  "kinesis",
  "nats",
  "cors",
  "tls",
  "rds",
  "ebs",
  "eks",
  "sms",
  "gps",
  "nfs",
  "efs",
  "ecs",
  "ios",
  "https",
  "ups",
  "bios",
  "always",
  "gas",
  "status",
  "jenkins",
  "travis",
  "windows",
  "pods",
  "note",
  "com",
  "site",
]);

/**
 * Forms whose light stem is another word: a file flagged by a scanner has no feature flag, a page is not paging, and what
 * was signed is no sign.
 */
const keptWhole = new Set([
  "flagged",
  "paging",
  "paged",
  "signed",
  "shipped",
  "named",
  "sits",
  "sitting",
  "backed",
  "backing",
  "logged",
  "timing",
]);

/** The short forms that are indexed under this term: "db" and "dbs" under "databas". */
export function shortForms(term: string): readonly string[] {
  return Object.keys(spelledOut).filter((short) => short !== term && stem(short) === term);
}

const known = new Map<string, string>();
const knownLight = new Map<string, string>();
const knownLimit = 50_000;

/**
 * A cautious form for matching phrases: plural, -ed and -ing removed, nothing more, so that "generator" stays apart from
 * "general" and "utility" from "utilization", which Porter's stem throws together.
 */
export function lightStem(word: string): string {
  const seen = knownLight.get(word);
  if (seen !== undefined) return seen;
  const light = lighten(word);
  if (knownLight.size >= knownLimit) knownLight.clear();
  knownLight.set(word, light);
  return light;
}

function lighten(word: string): string {
  const full = Object.hasOwn(spelledOut, word) ? (spelledOut[word] ?? word) : word;
  if (keptWhole.has(full) || unstemmed.has(full) || full.length < 4 || !/^[a-z]+$/.test(full)) return full;
  const singular = full.endsWith("ies")
    ? `${full.slice(0, -3)}y`
    : full.replace(/(?<=[^su])s$/, "").replace(/(?<=ss|sh|ch|x)es?$/, "");
  const base = singular.replace(/(?<=[aeiouy].*[a-z])(?:ed|ing)$/, "");
  const undoubled = base === singular ? base : base.replace(/([bdfgmnprt])\1$/, "$1");
  return undoubled.replace(/(?<=[a-z]{2})i(?:ed)$/, "y").replace(/(?<=[a-z]{2})e$/, "");
}

/**
 * The form under which a folded, lower-case word is compared and indexed: short forms spelled out, then Porter's
 * English stem. Words with digits or letters beyond a–z stay as they are.
 */
export function stem(word: string): string {
  const seen = known.get(word);
  if (seen !== undefined) return seen;
  const full = Object.hasOwn(spelledOut, word) ? (spelledOut[word] ?? word) : word;
  const stemmed = unstemmed.has(full) || full.length < 3 || !/^[a-z]+$/.test(full) ? full : stemmer(full);
  if (known.size >= knownLimit) known.clear();
  known.set(word, stemmed);
  return stemmed;
}
