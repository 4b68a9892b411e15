import type { Described } from "../described.ts";
import type { RetrospectiveBlockingRule } from "./severity.ts";

export const blockingRuleLabels: Record<RetrospectiveBlockingRule, Described> = {
  counterfactual: {
    label: "Alternative pasts",
    description: "Sentences about what could have been instead of what was.",
  },
  "be-more-careful": {
    label: "Be more careful",
    description: "Countermeasures that ask people to try harder and change nothing in the system.",
  },
};
