import { incidentRoutes } from "@morrow/contract/incidents";

import type { Api } from "../../platform/http/api.ts";
import { setAccess } from "./access.ts";
import { changeIncident, setSeverity } from "./change.ts";
import { closeIncident, reopenIncident } from "./closing.ts";
import { declareIncident } from "./declare.ts";
import type { IncidentDeps } from "./deps.ts";
import { incidentFacets } from "./facets.ts";
import { findIncident } from "./find.ts";
import { incidentHistory } from "./history.ts";
import { listIncidents } from "./list.ts";
import { presentIncident } from "./present.ts";
import { readingFor } from "./reading.ts";
import { assumeRole, relinquishRole } from "./roles.ts";

export function mountIncidents(api: Api, deps: IncidentDeps): void {
  api.on(incidentRoutes.list, ({ viewer }, { query }) => listIncidents(deps, viewer, query));
  api.on(incidentRoutes.declare, (caller, { body }) => declareIncident(deps, caller, body));
  // Before `show`: "facets" would be taken for a reference otherwise.
  api.on(incidentRoutes.facets, ({ viewer }) => incidentFacets(deps, viewer));
  api.on(incidentRoutes.show, ({ viewer }, { params }) =>
    deps.db.read(async (trx) => {
      const reading = await readingFor(deps, trx, viewer);
      return presentIncident(trx, await findIncident(trx, params.ref, reading.audiences), reading);
    }),
  );
  api.on(incidentRoutes.change, (caller, { params, body }) => changeIncident(deps, caller, params.ref, body));
  api.on(incidentRoutes.setSeverity, (caller, { params, body }) =>
    setSeverity(deps, caller, params.ref, body),
  );
  api.on(incidentRoutes.assumeRole, (caller, { params, body }) => assumeRole(deps, caller, params.ref, body));
  api.on(incidentRoutes.relinquishRole, (caller, { params, body }) =>
    relinquishRole(deps, caller, params.ref, params.assignment, body.handover),
  );
  api.on(incidentRoutes.setAccess, (caller, { params, body }) => setAccess(deps, caller, params.ref, body));
  api.on(incidentRoutes.close, (caller, { params, body }) =>
    closeIncident(deps, caller, params.ref, body.waiver),
  );
  api.on(incidentRoutes.reopen, (caller, { params, body }) =>
    reopenIncident(deps, caller, params.ref, body.reason),
  );
  api.on(incidentRoutes.history, ({ viewer }, { params, query }) =>
    incidentHistory(deps, viewer, params.ref, query),
  );
}
