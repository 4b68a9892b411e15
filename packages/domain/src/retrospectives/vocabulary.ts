/** People whose part in the event makes their account worth hearing (from the chapter on learning from failure). */
export const stakeholderGroups = [
  "contributed",
  "identified",
  "responded",
  "diagnosed",
  "affected",
  "interested",
] as const;
export type StakeholderGroup = (typeof stakeholderGroups)[number];

export const retrospectiveStates = ["draft", "published"] as const;
export type RetrospectiveState = (typeof retrospectiveStates)[number];
