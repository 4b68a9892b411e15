import { problem, type Problem } from "../problem.ts";
import type { CountermeasureState } from "./vocabulary.ts";

/** Where a countermeasure came up. */
export interface CountermeasureSource {
  incidentId: string;
}

export interface Mergeable<Source extends CountermeasureSource = CountermeasureSource> {
  id: string;
  state: CountermeasureState;
  sources: readonly Source[];
  /** The one that it was merged into, if it was. */
  mergedIntoId: string | null;
}

export interface MergeQuestion<Source extends CountermeasureSource> {
  /** The one that stays. */
  target: Mergeable<Source>;
  /** The one that becomes superseded. */
  duplicate: Mergeable<Source>;
  /** Earlier merges, duplicate id → target id; only those that the target leads to matter. */
  mergedInto?: ReadonlyMap<string, string>;
}

export type MergeResult<Source> =
  | { targetSources: Source[]; duplicate: { state: "superseded"; mergedIntoId: string } }
  | { problem: Problem };

/** In how many incidents it came up: the same idea in several is one countermeasure with weight. */
export function weight(sources: readonly CountermeasureSource[]): number {
  return new Set(sources.map((source) => source.incidentId)).size;
}

/** Makes two countermeasures one: the target takes over the sources, the duplicate is kept as superseded. */
export function mergeCountermeasures<Source extends CountermeasureSource>(
  question: MergeQuestion<Source>,
): MergeResult<Source> {
  const { target, duplicate } = question;
  const found = refuseMerge(question);
  if (found !== null) return { problem: found };
  const known = new Set(target.sources.map((source) => source.incidentId));
  const added = duplicate.sources.filter((source) => {
    const isNew = !known.has(source.incidentId);
    known.add(source.incidentId);
    return isNew;
  });
  return {
    targetSources: [...target.sources, ...added],
    duplicate: { state: "superseded", mergedIntoId: target.id },
  };
}

function refuseMerge<Source extends CountermeasureSource>({
  target,
  duplicate,
  mergedInto,
}: MergeQuestion<Source>): Problem | null {
  if (target.id === duplicate.id) {
    return problem(
      "countermeasure.merge_with_itself",
      "A countermeasure cannot be merged with itself.",
      "duplicate",
    );
  }
  if (leadsTo(target, duplicate.id, mergedInto ?? new Map())) {
    return problem("countermeasure.merge_cycle", "The other one was already merged into this one.", "target");
  }
  if (duplicate.mergedIntoId !== null || duplicate.state === "superseded") {
    return problem(
      "countermeasure.merge_duplicate_superseded",
      "This one has already been superseded.",
      "duplicate",
    );
  }
  if (target.mergedIntoId !== null || target.state === "superseded" || target.state === "declined") {
    return problem(
      "countermeasure.merge_target_given_up",
      "Please merge into one that is still pursued.",
      "target",
    );
  }
  if (duplicate.state === "verified" && target.state !== "verified") {
    return problem(
      "countermeasure.merge_loses_proof",
      "This one is verified. Please keep it and merge the other into it.",
      "duplicate",
    );
  }
  return null;
}

function leadsTo(target: Mergeable, id: string, mergedInto: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let next = target.mergedIntoId ?? mergedInto.get(target.id) ?? null;
  while (next !== null && !seen.has(next)) {
    if (next === id) return true;
    seen.add(next);
    next = mergedInto.get(next) ?? null;
  }
  return false;
}
