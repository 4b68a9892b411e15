import { PassThrough, Readable } from "node:stream";

import { openApi } from "@morrow/contract/openapi";
import { operationRoutes } from "@morrow/contract/operation";

import {
  BackupDamaged,
  BackupTooNew,
  DatabaseNotEmpty,
  restoreBackup,
  writeBackup,
} from "../../platform/db/backup/index.ts";
import type { Database } from "../../platform/db/index.ts";
import type { Api, Authenticate } from "../../platform/http/api.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Log } from "../../platform/log/log.ts";
import type { Spine } from "../../platform/spine/index.ts";
import { findIncident } from "../incidents/index.ts";
import { audiencesIn, type PeopleFeature } from "../people/index.ts";
import { apiPage, apiPageStyle } from "./api-page.ts";
import { metricsText } from "./metrics.ts";
import { openStream } from "./stream.ts";

export interface OperationDeps {
  db: Database;
  spine: Spine;
  log: Log;
  people: PeopleFeature;
  authenticate: Authenticate;
  version: string;
}

export function mountOperation(api: Api, deps: OperationDeps): void {
  const { db, spine, version } = deps;

  api.onPublic(operationRoutes.health, async () => {
    await spine.head();
    return { status: "ok" as const, version, database: db.kind };
  });
  api.on(operationRoutes.stream, (caller, { query, request }) => stream(deps, caller, query, request));
  api.on(operationRoutes.backup, async () => backup(deps));
  api.onPublic(operationRoutes.restore, ({ request }) => restore(deps, request));
  api.on(operationRoutes.metrics, async () =>
    text(metricsText({ position: await spine.head() }), "text/plain; version=0.0.4"),
  );

  // Made when first asked for: it takes as long as a twentieth of a start.
  let document: ReturnType<typeof openApi> | undefined;
  api.app.get("/api/openapi.json", (context) => context.json((document ??= openApi(version))));
  api.app.get("/api", () => text(apiPage(version), "text/html; charset=utf-8"));
  api.app.get("/api/page.css", () => text(apiPageStyle, "text/css; charset=utf-8"));
}

function text(body: string, type: string): Response {
  return new Response(body, { headers: { "content-type": type, "cache-control": "no-cache" } });
}

async function stream(
  deps: OperationDeps,
  caller: Caller,
  query: { after?: number | undefined; incident?: string | undefined },
  request: Request,
): Promise<Response> {
  const { db, spine, authenticate } = deps;
  const incidentId = query.incident === undefined ? null : await incidentIdOf(db, caller, query.incident);
  const last = Number(request.headers.get("last-event-id") ?? Number.NaN);
  const after = Number.isSafeInteger(last) ? last : (query.after ?? (await spine.head()));
  const audiences = async () => {
    const identity = await authenticate(request);
    return identity === null ? null : db.read((trx) => audiencesIn(trx, identity.viewer));
  };
  return new Response(openStream(spine, { after, incidentId, audiences }, request.signal), {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}

function incidentIdOf(db: Database, caller: Caller, ref: string): Promise<string> {
  return db.read(async (trx) => {
    const incident = await findIncident(trx, ref, await audiencesIn(trx, caller.viewer));
    return incident.id;
  });
}

/** Streams while it reads, so that a large organisation needs no memory; a failure breaks the download off. */
function backup({ db, log }: OperationDeps): Response {
  const out = new PassThrough();
  writeBackup(db, out).catch((error: unknown) => {
    log.error({ err: error }, "a backup failed");
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return new Response(Readable.toWeb(out), {
    headers: {
      "content-type": "application/gzip",
      "content-disposition": 'attachment; filename="morrow-backup.gz"',
      "cache-control": "no-store",
    },
  });
}

async function restore(
  { db, people, log }: OperationDeps,
  request: Request,
): Promise<{ organisation: string; rows: number }> {
  people.setup.checkToken(/^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "");
  let rows = 0;
  try {
    await restoreBackup(db, Readable.from(request.body ?? []), { progress: () => (rows += 1) });
  } catch (error) {
    log.warn({ err: error }, "a restore was refused");
    if (error instanceof DatabaseNotEmpty) throw new Refusal("restore.not_empty");
    if (error instanceof BackupDamaged || error instanceof BackupTooNew)
      throw new Refusal("restore.invalid", { message: error.message });
    throw error;
  }
  const { organisation } = await people.setup.state();
  return { organisation: organisation ?? "", rows };
}
