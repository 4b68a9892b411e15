import type { UndoStep } from "../step.ts";
import { toxiproxyHeaders } from "../toxiproxy-headers.ts";
import { ask } from "./ask.ts";
import { StepFailed } from "./step-failed.ts";

type Toxic = Omit<Extract<UndoStep, { kind: "delete-toxic" }>, "kind">;

export async function deleteToxic(toxic: Toxic): Promise<void> {
  const removed = await askFor(toxic, "DELETE");
  if (removed === "gone" || removed === 404) return;
  const left = await askFor(toxic, "GET");
  if (left !== "gone" && left !== 404)
    throw new StepFailed(
      `The toxic ${toxic.toxic} is still in the proxy ${toxic.proxy} at ${toxic.api} (answer ${removed}).`,
    );
}

/** A proxy that is gone has no toxics. */
async function askFor({ api, proxy, toxic }: Toxic, method: "DELETE" | "GET"): Promise<number | "gone"> {
  const url = new URL(`/proxies/${encodeURIComponent(proxy)}/toxics/${encodeURIComponent(toxic)}`, api);
  try {
    return await ask(url, method, toxiproxyHeaders());
  } catch (error) {
    throw new StepFailed(`The proxy at ${api} did not answer, so its toxic ${toxic} may still be there.`, {
      cause: error,
    });
  }
}
