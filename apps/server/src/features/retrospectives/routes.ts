import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import type { Viewer } from "@morrow/domain/people";
import { meetingAgenda } from "@morrow/domain/retrospectives";

import type { Api } from "../../platform/http/api.ts";
import { readingFor } from "../incidents/index.ts";
import { audiencesIn } from "../people/index.ts";
import { meetingInvitation } from "./calendar.ts";
import { addComment, changeComment, listComments } from "./comments.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { exportRetrospective } from "./export/index.ts";
import { findRetrospective } from "./find.ts";
import { listRevisions, showRevision } from "./history.ts";
import { listRetrospectives } from "./list.ts";
import { showPerspectives, writePerspective } from "./perspectives.ts";
import { planRetrospective } from "./plan.ts";
import { presentRetrospective } from "./present.ts";
import { publishRetrospective } from "./publish.ts";
import { Readings } from "./readings.ts";
import { restoreRevision, saveDocument } from "./save.ts";
import { presentStakeholders, proposedStakeholders } from "./stakeholders.ts";
import { startRetrospective } from "./start.ts";

export function mountRetrospectives(api: Api, deps: RetrospectiveDeps): void {
  const routes = retrospectiveRoutes;
  const readings = new Readings(deps);

  api.on(routes.list, ({ viewer }, { query }) => listRetrospectives(deps, viewer, query));
  api.on(routes.start, (caller, { params, body }) => startRetrospective(deps, caller, params.ref, body));
  api.on(routes.show, ({ viewer }, { params }) => show(deps, viewer, params.ref));
  api.on(routes.plan, (caller, { params, body }) => planRetrospective(deps, caller, params.ref, body));
  api.on(routes.proposeStakeholders, ({ viewer }, { params }) => propose(deps, viewer, params.ref));
  api.on(routes.save, (caller, { params, body }) => saveDocument(deps, caller, params.ref, body));
  api.on(routes.publish, (caller, { params, body }) =>
    publishRetrospective(deps, caller, params.ref, body.revision),
  );
  api.on(routes.read, async ({ viewer }, { params }) => {
    await readings.count(viewer, params.ref);
    return undefined;
  });

  api.on(routes.revisions, ({ viewer }, { params, query }) => listRevisions(deps, viewer, params.ref, query));
  api.on(routes.revision, ({ viewer }, { params }) => showRevision(deps, viewer, params.ref, params.number));
  api.on(routes.restore, (caller, { params, body }) =>
    restoreRevision(deps, caller, params.ref, { number: params.number, revision: body.revision }),
  );

  api.on(routes.perspectives, ({ viewer }, { params }) => showPerspectives(deps, viewer, params.ref));
  api.on(routes.writePerspective, (caller, { params, body }) =>
    writePerspective(deps, caller, params.ref, body),
  );

  api.on(routes.comments, ({ viewer }, { params, query }) => listComments(deps, viewer, params.ref, query));
  api.on(routes.comment, (caller, { params, body }) => addComment(deps, caller, params.ref, body));
  api.on(routes.changeComment, (caller, { params, body }) => changeComment(deps, caller, params, body));

  api.on(routes.agenda, ({ viewer }, { params, query }) => agenda(deps, viewer, params.ref, query.minutes));
  api.on(routes.export, ({ viewer }, { params, query }) =>
    exportRetrospective(deps, viewer, params.ref, query.format),
  );
  api.on(routes.calendar, ({ viewer }, { params }) => meetingInvitation(deps, viewer, params.ref));
}

function show(deps: RetrospectiveDeps, viewer: Viewer, ref: string) {
  return deps.db.read(async (trx) => {
    const reading = await readingFor(deps, trx, viewer);
    return presentRetrospective(trx, await findRetrospective(trx, ref, reading.audiences), reading);
  });
}

function propose(deps: RetrospectiveDeps, viewer: Viewer, ref: string) {
  return deps.db.read(async (trx) => {
    const { incident } = await findRetrospective(trx, ref, await audiencesIn(trx, viewer));
    return { items: await presentStakeholders(trx, await proposedStakeholders(trx, incident)) };
  });
}

/** The agenda depends on the length alone; the retrospective must still be one that the viewer may know of. */
function agenda(deps: RetrospectiveDeps, viewer: Viewer, ref: string, minutes: number) {
  return deps.db.read(async (trx) => {
    await findRetrospective(trx, ref, await audiencesIn(trx, viewer));
    return { items: meetingAgenda(minutes) };
  });
}
