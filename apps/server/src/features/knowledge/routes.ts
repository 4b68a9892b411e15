import { knowledgeRoutes } from "@morrow/contract/knowledge";

import type { Api } from "../../platform/http/api.ts";
import { feedFor } from "./answering/feed.ts";
import { homeOf } from "./answering/home.ts";
import { searchKnowledge } from "./answering/search.ts";
import { similarKnowledge } from "./answering/similar.ts";
import type { KnowledgeDeps } from "./deps.ts";

export function mountKnowledge(api: Api, deps: KnowledgeDeps): void {
  api.on(knowledgeRoutes.search, ({ viewer }, { query }) => searchKnowledge(deps, viewer, query));
  api.on(knowledgeRoutes.similar, ({ viewer }, { body }) => similarKnowledge(deps, viewer, body));
  api.on(knowledgeRoutes.home, ({ viewer }, { query }) => homeOf(deps, viewer, query.today));
  api.on(knowledgeRoutes.feed, ({ viewer }, { request }) => feedFor(deps, viewer, request));
}
