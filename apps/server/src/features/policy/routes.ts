import { policyRoutes } from "@morrow/contract/policy";

import type { Api } from "../../platform/http/api.ts";
import type { PolicyFeature } from "./service.ts";

export function mountPolicy(api: Api, policy: PolicyFeature): void {
  api.on(policyRoutes.show, () => policy.show());
  api.on(policyRoutes.history, () => policy.history());
  api.on(policyRoutes.change, (caller, { body }) => policy.change(caller, body));
}
