import { countermeasureRoutes } from "@morrow/contract/countermeasures";

import type { Api } from "../../platform/http/api.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Countermeasures } from "./service.ts";

export function mountCountermeasures(api: Api, countermeasures: Countermeasures): void {
  api.on(countermeasureRoutes.list, (caller, { query }) => countermeasures.list(caller.viewer, query));
  api.on(countermeasureRoutes.add, (caller, { body }) => countermeasures.add(caller, body));
  api.on(countermeasureRoutes.show, async (caller, { params }) => {
    const shown = await countermeasures.show(caller.viewer, params.ref);
    if (shown === undefined) throw new Refusal("not_found");
    return shown;
  });
  api.on(countermeasureRoutes.change, (caller, { params, body }) =>
    countermeasures.change(caller, params.ref, body),
  );
  api.on(countermeasureRoutes.move, (caller, { params, body }) =>
    countermeasures.move(caller, params.ref, body),
  );
  api.on(countermeasureRoutes.merge, (caller, { params, body }) =>
    countermeasures.merge(caller, params.ref, body.into),
  );
  api.on(countermeasureRoutes.vote, (caller, { params, body }) =>
    countermeasures.vote(caller, params.ref, body),
  );
}
