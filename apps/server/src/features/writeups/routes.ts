import { writeupRoutes } from "@morrow/contract/writeups";
import { isZone } from "@morrow/domain/timeline";

import type { Api } from "../../platform/http/api.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { WriteupDeps } from "./deps.ts";
import { importWriteups, type FileWithAnswers } from "./importing.ts";
import { listWriteups } from "./list.ts";
import { answerWithFile, originalOf } from "./original.ts";
import { proposeWriteups } from "./proposing.ts";

export function mountWriteups(api: Api, deps: WriteupDeps): void {
  api.on(writeupRoutes.read, async (caller, { body }) => {
    refuseUnknownZones(body.files);
    return { items: await proposeWriteups(deps, caller.viewer, body.files) };
  });
  api.on(writeupRoutes.import, async (caller, { body }) => {
    refuseUnknownZones(body.files);
    return { items: await importWriteups(deps, caller, body) };
  });
  api.on(writeupRoutes.list, (caller, { query }) => listWriteups(deps, caller.viewer, query));
  api.on(writeupRoutes.original, async (caller, { params }) =>
    answerWithFile(await originalOf(deps, caller.viewer, params.id)),
  );
}

/** Before anything is written: a zone with a typing error must not become times without a zone. */
function refuseUnknownZones(files: readonly FileWithAnswers[]): void {
  const fields = files.flatMap(({ zone }, index) =>
    zone === undefined || isZone(zone)
      ? []
      : [
          {
            path: ["body", "files", String(index), "zone"],
            code: "time.unknown_zone",
            message: `“${zone}” is not a known zone. Please give one such as Europe/Berlin or +02:00.`,
          },
        ],
  );
  if (fields[0] !== undefined) throw new Refusal("input.rule", { message: fields[0].message, fields });
}
