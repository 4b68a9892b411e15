import { timelineRoutes } from "@morrow/contract/timeline";

import type { Api } from "../../platform/http/api.ts";
import type { IncidentDeps } from "../incidents/index.ts";
import { listTimeline } from "./list.ts";
import { addEvent, correctEvent, starEvent, withdrawEvent } from "./write.ts";

export function mountTimeline(api: Api, deps: IncidentDeps): void {
  api.on(timelineRoutes.list, ({ viewer }, { params, query }) =>
    listTimeline(deps, viewer, params.ref, query),
  );
  api.on(timelineRoutes.add, (caller, { params, body }) => addEvent(deps, caller, params.ref, body));
  api.on(timelineRoutes.correct, (caller, { params, body }) =>
    correctEvent(deps, caller, params.ref, params.event, body),
  );
  api.on(timelineRoutes.withdraw, (caller, { params, body }) =>
    withdrawEvent(deps, caller, params.ref, params.event, body.reason),
  );
  api.on(timelineRoutes.star, (caller, { params, body }) =>
    starEvent(deps, caller, params.ref, params.event, body.starred),
  );
}
