import type { Input } from "@morrow/client";
import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { useCall } from "../../../api/answers.ts";

export type Plan = Omit<Input<typeof retrospectiveRoutes.plan>["body"], "revision">;

/** Changes of the plan, each saved as it is made. */
export function usePlan(retrospective: Retrospective) {
  const call = useCall(retrospectiveRoutes.plan, ["retrospectives", "knowledge"]);
  return {
    busy: call.isPending,
    error: call.error,
    /** @returns whether it was saved; if not, `error` says why */
    send: (plan: Plan): Promise<boolean> =>
      call
        .mutateAsync({
          params: { ref: retrospective.incident.ref },
          body: { ...plan, revision: retrospective.revision },
        })
        .then(
          () => true,
          () => false,
        ),
  };
}
