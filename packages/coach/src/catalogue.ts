import type { RuleId } from "./remark.ts";

/** What a rule listens for and why, in words fit for a help page or a tooltip. */
export interface RuleText {
  id: RuleId;
  title: string;
  why: string;
  example: string;
  betterExample: string;
  question: string;
}

/** The five rules, in the order in which they are shown. */
export const rules: readonly RuleText[] = [
  {
    id: "counterfactual",
    title: "An alternative past",
    why: "What could have happened did not happen. Describing it ends the account before it has explained why the actual course made sense to those who were there.",
    example: "The alert should have paged the on-call engineer.",
    betterExample: "The alert went to a channel that nobody watches at night.",
    question: "What did happen, and what made it the sensible thing at the time?",
  },
  {
    id: "blame-person",
    title: "A person as the cause",
    why: "Naming a person as the cause stops the search at the one part that cannot be redesigned, and teaches everybody else to keep quiet next time.",
    example: "The outage was caused by human error: an engineer forgot to drain the node.",
    betterExample: "The runbook has no drain step, and the tool restarts a node that still serves traffic.",
    question:
      "What did the situation look like from where they stood, and what let this action have this effect?",
  },
  {
    id: "hindsight-judgement",
    title: "A judgement from hindsight",
    why: "Knowing the outcome makes everything look plain. Words like these judge a decision by what was learned after it.",
    example: "The threshold was obviously too low.",
    betterExample: "The threshold was 80 %, chosen when the fleet was half as large.",
    question: "What did people know and expect at that moment?",
  },
  {
    id: "single-root-cause",
    title: "One cause",
    why: "Failures of complex systems need several conditions together. Stopping at one leaves the others waiting for the next occasion.",
    example: "The root cause was an expired certificate.",
    betterExample:
      "Contributing factors: the certificate expired, its renewal job had been paused, and the expiry alert had no receiver.",
    question: "What else had to be true for this to happen?",
  },
  {
    id: "be-more-careful",
    title: "A call to be more careful",
    why: "People were already trying. A countermeasure that only asks for more effort changes nothing in the system and wears off within weeks.",
    example: "Double-check the target before running the script.",
    betterExample: "The script prints its target and refuses production without a typed confirmation.",
    question: "What could change in the system so that the same attention gives a better result?",
  },
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The text of one rule. */
export function ruleText(id: RuleId): RuleText {
  const text = byId.get(id);
  if (text === undefined) throw new Error(`unknown coach rule: ${id}`);
  return text;
}
