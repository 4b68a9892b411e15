import type { Role } from "@morrow/domain/people";

/** What each role may do, in a line, for whoever gives it. */
export const roleChoices: readonly { value: Role; label: string; hint: string }[] = [
  { value: "reader", label: "Reader", hint: "Reads open incidents and published retrospectives." },
  { value: "member", label: "Member", hint: "Declares, records, reviews, and works on countermeasures." },
  {
    value: "lead",
    label: "Lead",
    hint: "Also restricts incidents, waives retrospectives, looks after teams.",
  },
  {
    value: "admin",
    label: "Administrator",
    hint: "Also manages people, policy and backups, and sees restricted incidents.",
  },
];

export function roleLabel(role: Role): string {
  return roleChoices.find((choice) => choice.value === role)?.label ?? role;
}
