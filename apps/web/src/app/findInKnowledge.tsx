import { knowledgeRoutes, type SearchHit } from "@morrow/contract/knowledge";
import { BookOpen } from "lucide-react";
import { client } from "../api/client.ts";
import type { Command } from "../commands/registry.ts";
import { paths } from "../paths.ts";

const most = 5;

/** What the palette offers beside its own commands: the best few of a search, each incident once, where it matches best. */
export async function findInKnowledge(
  query: string,
  signal: AbortSignal,
  go: (to: string) => void,
): Promise<Command[]> {
  const found = await client.call(
    knowledgeRoutes.search,
    { query: { q: query, limit: 3 * most } },
    { signal },
  );
  const best = new Map<string, SearchHit>();
  for (const hit of found.items) if (!best.has(hit.ref)) best.set(hit.ref, hit);
  return [...best.values()].slice(0, most).map((hit) => ({
    id: `${hit.kind} ${hit.id}`,
    label: hit.title,
    hint: hit.ref,
    group: "Found",
    icon: <BookOpen size={16} aria-hidden="true" />,
    run: () => go(addressOf(hit)),
  }));
}

export function addressOf(hit: Pick<SearchHit, "kind" | "ref">): string {
  switch (hit.kind) {
    case "retrospective":
      return paths.retrospective(hit.ref);
    case "incident":
    case "timeline":
      return paths.incident(hit.ref);
    case "countermeasure":
      return paths.countermeasure(hit.ref);
  }
}
