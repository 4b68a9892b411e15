import { knowledgeRoutes, type SearchHit } from "@morrow/contract/knowledge";
import { BookOpen } from "lucide-react";
import { client } from "../api/client.ts";
import type { Command } from "../commands/registry.ts";
import { paths } from "../paths.ts";

/** What the palette offers beside its own commands: the best few of a search. */
export async function findInKnowledge(
  query: string,
  signal: AbortSignal,
  go: (to: string) => void,
): Promise<Command[]> {
  const found = await client.call(knowledgeRoutes.search, { query: { q: query, limit: 5 } }, { signal });
  return found.items.map((hit) => ({
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
