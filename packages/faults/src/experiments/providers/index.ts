import type { Activity } from "../document/experiment.ts";
import type { Value } from "../values/index.ts";
import type { ProviderContext } from "./provider.ts";

/** Runs what an activity provides; the output as the journal shows it. Providers load when they are first needed. */
export async function runProvider({ name, provider }: Activity, context: ProviderContext): Promise<Value> {
  switch (provider.type) {
    case "http":
      return (await import("./http/index.ts")).runHttp(provider, context);
    case "process":
      return (await import("./process.ts")).runProcess(provider, context);
    case "python":
      return (await import("./python/index.ts")).runPython(provider, context);
    case "morrow":
      return (await import("./morrow.ts")).runMorrow(name, provider, context);
  }
}
