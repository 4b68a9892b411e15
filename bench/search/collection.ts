import type { IndexedDocument } from "../../apps/server/src/features/knowledge/index.ts";
import { inventedWord, seeded, writeUp, zipf } from "./text.ts";

export const services = Array.from({ length: 60 }, (_, at) => `service-${at}`);
export const teams = Array.from({ length: 12 }, (_, at) => `team-${at}`);
export const tags = ["dns", "tls", "capacity", "deploy", "network", "storage", "queue", "auth"];
export const vocabularySize = 60_000;
/** A reader with few rights may see what is open and these incidents. */
export const grantedIncident = uuid(7, "9");

function uuid(number: number, mark = "8"): string {
  return `01890000-0000-7000-${mark}000-${number.toString(16).padStart(12, "0")}`;
}

/**
 * The `number`-th document. Two in ten are open to everyone, five to members, three belong to restricted incidents: a
 * reader with few rights sees a fifth.
 */
export function benchDocument(number: number): IndexedDocument {
  const random = seeded(number * 7919 + 17);
  const text = writeUp(random, vocabularySize);
  const kind = random();
  const restricted = uuid(Math.floor(random() * 400), "9");
  return {
    ...text,
    id: uuid(number),
    kind: random() < 0.7 ? "retrospective" : "incident",
    incidentId: null,
    audience: kind < 0.2 ? "everyone" : kind < 0.7 ? "members" : `incident:${restricted}`,
    severity: 1 + zipf(random(), 5),
    services: [services[zipf(random(), services.length)] ?? ""],
    tags: [tags[zipf(random(), tags.length)] ?? ""],
    factors: [],
    team: teams[Math.floor(random() * teams.length)] ?? null,
    occurredAt: new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 3650) * 86_400_000).toISOString(),
    publishedAt: null,
    revision: 1,
  };
}

export interface BenchQuery {
  readonly name: string;
  readonly reader: "member" | "few rights" | "administrator";
  /** The n-th query of this kind. */
  readonly text: (n: number) => string;
}

const common = (n: number): string =>
  ["database", "traffic", "configuration", "memory", "queue", "certificate", "release", "replica"][n % 8] ??
  "";
const rare = (n: number): string => inventedWord(9000 + n * 331);
const middle = (n: number): string => inventedWord(150 + n * 7);
const misspelt = (n: number): string =>
  ["certifcate", "databse", "kubernets", "configuraton", "conections", "overlaoded", "resolvre", "primray"][
    n % 8
  ] ?? "";

/** Twenty typical kinds of query. */
export const benchQueries: readonly BenchQuery[] = [
  { name: "one common word", reader: "member", text: common },
  { name: "one common word, few rights", reader: "few rights", text: common },
  { name: "one common word, administrator", reader: "administrator", text: common },
  { name: "one middling word", reader: "member", text: middle },
  { name: "one rare word", reader: "member", text: rare },
  { name: "two common words", reader: "member", text: (n) => `${common(n)} ${common(n + 3)} ` },
  { name: "three words", reader: "member", text: (n) => `${common(n)} ${middle(n)} ${common(n + 2)} ` },
  {
    name: "five words",
    reader: "member",
    text: (n) => `${common(n)} ${common(n + 1)} ${middle(n)} ${middle(n + 5)} ${rare(n)} `,
  },
  {
    name: "a sentence",
    reader: "member",
    text: (n) => `the ${common(n)} was overloaded by retries and served an expired certificate ${middle(n)} `,
  },
  { name: "common and rare", reader: "member", text: (n) => `${common(n)} ${rare(n)} ` },
  { name: "phrase", reader: "member", text: () => '"expired certificate"' },
  { name: "phrase and word", reader: "member", text: (n) => `"lost its primary" ${middle(n)} ` },
  { name: "typing error", reader: "member", text: (n) => `${misspelt(n)} ` },
  { name: "typing error among words", reader: "member", text: (n) => `${common(n)} ${misspelt(n + 1)} ` },
  { name: "unfinished word", reader: "member", text: (n) => `${common(n)} ${common(n + 1).slice(0, 4)}` },
  { name: "severity filter", reader: "member", text: (n) => `${common(n)} severity:SEV1` },
  {
    name: "service and dates",
    reader: "member",
    text: (n) => `${common(n)} service:service-${n % 60} after:2018-01-01 before:2024-01-01`,
  },
  {
    name: "team and tag",
    reader: "member",
    text: (n) => `${common(n)} ${middle(n)} team:team-${n % 12} tag:dns`,
  },
  { name: "two words, few rights", reader: "few rights", text: (n) => `${common(n)} ${middle(n)} ` },
  { name: "filter, few rights", reader: "few rights", text: (n) => `${common(n)} severity:SEV2 ` },
];
