import { coachRoutes } from "@morrow/contract/retrospectives";

import type { Api } from "../../platform/http/api.ts";
import type { Coaching } from "./coaching.ts";

export function mountCoach(api: Api, coaching: Coaching): void {
  api.on(coachRoutes.check, async (_caller, { body }) => {
    const remarks = await coaching.read(body.markdown, body.context);
    return {
      remarks: remarks.map(({ start, end, ruleId, severity, text, message, question }) => ({
        ruleId,
        severity,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        text,
        message,
        question,
      })),
    };
  });
}
