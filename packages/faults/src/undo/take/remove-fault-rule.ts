import { controllerHeaders } from "../controller-headers.ts";
import type { UndoStep } from "../step.ts";
import { ask } from "./ask.ts";
import { StepFailed } from "./step-failed.ts";

type FaultRule = Omit<Extract<UndoStep, { kind: "remove-fault-rule" }>, "kind">;

/** A controller that is gone has no rules: services end them with the lease of its stream. */
export async function removeFaultRule(rule: FaultRule): Promise<void> {
  // Again once: a connection that was kept open from before may have been closed meanwhile.
  const status = await remove(rule)
    .catch(() => remove(rule))
    .catch((error: unknown) => {
      throw new StepFailed(
        `The controller at ${rule.controller} did not answer, so its rule ${rule.rule} may still be there.`,
        { cause: error },
      );
    });
  if (status !== "gone" && status !== 204 && status !== 404)
    throw new StepFailed(
      `The rule ${rule.rule} is still at the controller ${rule.controller} (answer ${status}).`,
    );
}

function remove({ controller, rule }: FaultRule): Promise<number | "gone"> {
  return ask(new URL(`/rules/${encodeURIComponent(rule)}`, controller), "DELETE", controllerHeaders());
}
