import type { Input } from "@morrow/client";
import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import { useCall } from "../../api/answers.ts";
import { messageOf } from "../../api/problems.ts";
import { showToast } from "../../components/Toast.tsx";

/** The fields of a change; the revision comes from the row that is shown. */
type Change = Omit<NonNullable<Input<typeof countermeasureRoutes.change>["body"]>, "revision">;

/** Small changes in place: the owner, the date, the strength. A lost race is said, and the newer row is shown. */
export function useChange() {
  const change = useCall(countermeasureRoutes.change, ["countermeasures", "knowledge"]);
  return {
    busy: change.isPending,
    send: (item: Countermeasure, fields: Change) =>
      change
        .mutateAsync({ params: { ref: item.ref }, body: { ...fields, revision: item.revision } })
        .catch((error: unknown) => {
          showToast({ title: messageOf(error) ?? "That was not saved", tone: "danger" });
        }),
  };
}
