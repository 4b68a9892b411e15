import { attachmentRoutes } from "@morrow/contract/attachments";

import type { Api } from "../../platform/http/api.ts";
import { addAttachment, type AttachmentDeps, showAttachment } from "./service.ts";

export function mountAttachments(api: Api, deps: AttachmentDeps): void {
  api.on(attachmentRoutes.add, (caller, { params, query, request }) =>
    addAttachment(deps, caller, { ref: params.ref, name: query.name, request }),
  );
  api.on(attachmentRoutes.show, ({ viewer }, { params, request }) =>
    showAttachment(deps, viewer, params.id, request),
  );
}
