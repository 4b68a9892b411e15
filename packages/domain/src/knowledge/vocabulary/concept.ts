/**
 * The vocabulary of failure: what can go wrong (mechanisms), what sets it off (triggers), what it happens to
 * (parts) and how it is felt (symptoms). Every concept carries the phrases by which write-ups name it.
 *
 * A phrase is one line of words; see docs/guides/search.md:
 *   expired certificate      the words in this order, small words between them allowed
 *   cert|certificate expired alternatives for one word
 *   certificate .. expired   up to four other words between
 *   certificate ~ expired    either order, up to seven other words between
 *   ? certificate            a weak hint: counts a third
 * Words are compared by stem, so one inflection stands for all.
 */
export type ConceptKind = "mechanism" | "trigger" | "part" | "symptom";

export interface Concept {
  /** `kind.slug`; stored in fingerprints, so it never changes its meaning. */
  readonly id: string;
  readonly kind: ConceptKind;
  /** What a person reads: "expired certificate". */
  readonly label: string;
  /** Ids of wider concepts that are implied, at a lower weight: a MySQL failure is a database failure. */
  readonly broader: readonly string[];
  readonly phrases: readonly string[];
}

function concept(
  kind: ConceptKind,
  slug: string,
  label: string,
  broader: string[],
  phrases: string,
): Concept {
  return {
    id: `${kind}.${slug}`,
    kind,
    label,
    broader: broader.map((name) => (name.includes(".") ? name : `${kind}.${name}`)),
    phrases: phrases
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.length > 0),
  };
}

/** Names one concept; `broader` are slugs of the same kind or full ids, `phrases` has one phrase per line. */
export type DefineConcept = (slug: string, label: string, broader: string[], phrases: string) => Concept;

export const mechanism: DefineConcept = (...given) => concept("mechanism", ...given);
export const trigger: DefineConcept = (...given) => concept("trigger", ...given);
export const part: DefineConcept = (...given) => concept("part", ...given);
export const symptom: DefineConcept = (...given) => concept("symptom", ...given);
