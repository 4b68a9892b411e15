import { faultsFromFailureFlags, faultsFromMorrow } from "@morrow/resilience/control";
import { fault } from "@morrow/resilience";

/** Follows what stands at the first argument, lets one call go by, has nothing more to do, and therefore ends. */
const [url = ""] = process.argv.slice(2);
faultsFromMorrow({ url, service: "shop" });
faultsFromFailureFlags({ enabled: true, url: `${url}/experiment` });
await fault("reviews");
