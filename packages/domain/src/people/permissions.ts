import { atLeast, type Role, type Scope } from "./roles.ts";

/**
 * Every action of the system, the least role that may take it and the token scope it needs.
 * This table and {@link ./audience.ts} together are the one authorisation rule: the table says what a person
 * may do, the audience says to which rows.
 */
export const permissions = {
  "incidents.read": { role: "reader", scope: "read" },
  "incidents.declare": { role: "member", scope: "write" },
  "incidents.edit": { role: "member", scope: "write" },
  "incidents.restrict": { role: "lead", scope: "write" },
  "incidents.close": { role: "member", scope: "write" },
  "incidents.waive": { role: "lead", scope: "write" },
  "timeline.read": { role: "reader", scope: "read" },
  "timeline.add": { role: "member", scope: "write" },
  "retrospectives.read": { role: "reader", scope: "read" },
  "retrospectives.edit": { role: "member", scope: "write" },
  "retrospectives.publish": { role: "member", scope: "write" },
  "countermeasures.read": { role: "reader", scope: "read" },
  "countermeasures.edit": { role: "member", scope: "write" },
  "knowledge.search": { role: "reader", scope: "read" },
  "writeups.import": { role: "member", scope: "write" },
  "attachments.read": { role: "reader", scope: "read" },
  "attachments.add": { role: "member", scope: "write" },
  "people.read": { role: "reader", scope: "read" },
  "people.manage": { role: "admin", scope: "admin" },
  "teams.manage": { role: "lead", scope: "write" },
  "policy.read": { role: "reader", scope: "read" },
  "policy.change": { role: "admin", scope: "admin" },
  "tokens.own": { role: "reader", scope: "read" },
  "tokens.create": { role: "reader", scope: "admin" },
  "operation.backup": { role: "admin", scope: "admin" },
} as const satisfies Record<string, { role: Role; scope: Scope }>;

export type Permission = keyof typeof permissions;

/** Who is asking: a signed-in person, or a token acting for one. `scopes` is null for a person's own session. */
export interface Viewer {
  personId: string;
  role: Role;
  teamIds: readonly string[];
  scopes: readonly Scope[] | null;
}

/** Whether the viewer may take the action at all; which rows it may touch is the audience's matter. */
export function may(viewer: Viewer, permission: Permission): boolean {
  const needed = permissions[permission];
  if (!atLeast(viewer.role, needed.role)) return false;
  return viewer.scopes === null || viewer.scopes.includes(needed.scope);
}

/** All permissions of a viewer, for interfaces that show only what is possible. */
export function permissionsOf(viewer: Viewer): Permission[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant table are its permissions
  return (Object.keys(permissions) as Permission[]).filter((permission) => may(viewer, permission));
}
