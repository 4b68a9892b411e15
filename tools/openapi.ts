import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { openApi } from "@morrow/contract/openapi";

/** Writes docs/openapi.json from the contract, so that a change of the API is seen in its diff. */
writeFileSync(
  join(import.meta.dirname, "../docs/openapi.json"),
  `${JSON.stringify(openApi("0.1.0"), null, 2)}\n`,
);
