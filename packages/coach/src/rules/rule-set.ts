import type { RuleId } from "../remark.ts";
import { beMoreCareful } from "./be-more-careful.ts";
import { blamePerson } from "./blame-person.ts";
import { counterfactual } from "./counterfactual.ts";
import type { Rule } from "./finding.ts";
import { hindsightJudgement } from "./hindsight-judgement.ts";
import { singleRootCause } from "./single-root-cause.ts";

/** The rules with their ids, in the order of the catalogue. */
export const ruleSet: readonly (readonly [RuleId, Rule])[] = [
  ["counterfactual", counterfactual],
  ["blame-person", blamePerson],
  ["hindsight-judgement", hindsightJudgement],
  ["single-root-cause", singleRootCause],
  ["be-more-careful", beMoreCareful],
];
