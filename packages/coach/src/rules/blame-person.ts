import type { Sentence } from "../language/sentences.ts";
import { compoundErrors } from "./blame-person/compounds.ts";
import { deedsOf } from "./blame-person/deeds.ts";
import { agents } from "./blame-person/agents.ts";
import { conductOf } from "./blame-person/conduct.ts";
import { faultsOf } from "./blame-person/faults.ts";
import type { Finding } from "./finding.ts";

/** A person or a role as the cause. Systems that fail to start are not people. */
export function blamePerson(sentence: Sentence): Finding[] {
  if (sentence.block.kind === "table-header") return [];
  return [
    ...compoundErrors(sentence),
    ...deedsOf(sentence),
    ...agents(sentence),
    ...conductOf(sentence),
    ...faultsOf(sentence),
  ];
}
