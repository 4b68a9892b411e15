/** Deterministic random numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables =
  "ba ce di fo gu la me ni po ru sa te vi zo han ker lin mor tas vel bri cra dro fle gro pla sti tri".split(
    " ",
  );

/** Invented words, so that the vocabulary is as wide as a real one: rank 0 is the most common. */
export function inventedWord(rank: number): string {
  let rest = rank + syllables.length;
  let word = "";
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? "";
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

/** A Zipf-distributed rank below `count` (exponent 1), from a uniform number. */
export function zipf(uniform: number, count: number): number {
  return Math.min(count - 1, Math.floor(Math.exp(uniform * Math.log(count + 1)) - 1));
}

const parts = [
  "database",
  "Postgres",
  "Redis cache",
  "message queue",
  "load balancer",
  "DNS resolver",
  "API gateway",
  "Kubernetes cluster",
  "object storage",
  "search index",
  "payment service",
  "sign-in service",
  "CDN edge",
  "build queue",
  "mail relay",
];
const failures = [
  "ran out of connections",
  "returned stale data",
  "crashed in a loop",
  "was overloaded by retries",
  "lost its primary",
  "refused writes because the disk was full",
  "served an expired certificate",
  "dropped a quarter of the traffic",
  "fell behind by forty minutes",
  "was reached by a bad configuration change",
  "leaked memory until it was killed",
  "could not resolve internal names",
];
const actions = [
  "The team rolled the release back.",
  "A failover to the replica restored service.",
  "Traffic was shed until the queue was empty.",
  "The configuration was corrected and pushed again.",
  "Restarting the nodes one by one helped.",
  "Nothing was lost, but reports were late.",
  "Customers saw errors and slow pages.",
  "An alert fired after nine minutes.",
];

export interface BenchText {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
}

/** A write-up of about 2 KB: real sentences among a long tail of invented names and words. */
export function writeUp(random: () => number, vocabulary: number): BenchText {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const word = (): string => inventedWord(zipf(random(), vocabulary));
  const part = pick(parts) ?? "";
  const failure = pick(failures) ?? "";
  const sentences: string[] = [];
  let length = 0;
  while (length < 1850) {
    const sentence =
      random() < 0.3
        ? `The ${pick(parts) ?? ""} ${pick(failures) ?? ""}. ${pick(actions) ?? ""}`
        : `${Array.from({ length: 8 + Math.floor(random() * 9) }, word).join(" ")}.`;
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  return {
    title: `${part} ${failure} at ${word()}`,
    lead: `The ${part} ${failure}.`,
    text: sentences.join(" "),
  };
}
