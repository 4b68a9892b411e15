import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import { useCall } from "../../api/answers.ts";
import { messageOf } from "../../api/problems.ts";
import { showToast } from "../../components/Toast.tsx";

export type Change = Omit<
  NonNullable<
    Parameters<
      ReturnType<
        typeof useCall<never, never, NonNullable<typeof countermeasureRoutes.change.body>, never>
      >["mutate"]
    >[0]["body"]
  >,
  "revision"
>;

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
