import type { UndoStep } from "../step.ts";
import { toxiproxyHeaders } from "../toxiproxy-headers.ts";
import { isRefused } from "./is-refused.ts";
import { StepFailed } from "./step-failed.ts";

type Toxic = Omit<Extract<UndoStep, { kind: "delete-toxic" }>, "kind">;

const patienceMs = 2000;

export async function deleteToxic(toxic: Toxic): Promise<void> {
  const removed = await ask(toxic, "DELETE");
  if (removed === "gone" || removed === 404) return;
  const left = await ask(toxic, "GET");
  if (left !== "gone" && left !== 404)
    throw new StepFailed(
      `The toxic ${toxic.toxic} is still in the proxy ${toxic.proxy} at ${toxic.api} (answer ${removed}).`,
    );
}

/** @returns the status, or gone when nobody listens there: a proxy that is gone has no toxics */
async function ask({ api, proxy, toxic }: Toxic, method: "DELETE" | "GET"): Promise<number | "gone"> {
  const url = new URL(`/proxies/${encodeURIComponent(proxy)}/toxics/${encodeURIComponent(toxic)}`, api);
  try {
    const response = await fetch(url, {
      method,
      headers: toxiproxyHeaders(),
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    if (isRefused(error)) return "gone";
    throw new StepFailed(`The proxy at ${api} did not answer, so its toxic ${toxic} may still be there.`, {
      cause: error,
    });
  }
}
