/** What a person may do in the organisation, from least to most. */
export const roles = ["reader", "member", "lead", "admin"] as const;
export type Role = (typeof roles)[number];

/** True when `role` includes everything that `least` may do. */
export function atLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

/** What an API token may be used for. A token never exceeds the role of its owner. */
export const scopes = ["read", "write", "admin"] as const;
export type Scope = (typeof scopes)[number];
