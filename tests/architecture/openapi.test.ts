import { openApi } from "@morrow/contract/openapi";
import { expect, test } from "vitest";

import { read } from "./sources.ts";

test("docs/openapi.json is what the contract says (npm run openapi writes it)", () => {
  expect(JSON.parse(read("docs/openapi.json"))).toEqual(JSON.parse(JSON.stringify(openApi("0.1.0"))));
});
