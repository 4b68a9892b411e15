import { permissions, roles, scopes, type Permission } from "@morrow/domain/people";
import { z } from "zod";
import { date, id, instant, line, text } from "../scalars.ts";

export const role = z.enum(roles);
export const scope = z.enum(scopes);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant table are its permissions
export const permission = z.enum(Object.keys(permissions) as [Permission, ...Permission[]]);
export const email = z.email("Please give an e-mail address.").max(254).toLowerCase();
export const password = text(256).refine(
  (value) => value.length >= 10,
  "Please choose at least 10 characters.",
);
export const personName = line(100);

/** As others see them. */
export const personBrief = z.object({ id, name: z.string() }).meta({ id: "PersonBrief" });
export type PersonBrief = z.infer<typeof personBrief>;

export const person = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role,
    active: z.boolean(),
    teams: z.array(z.object({ id, name: z.string() })),
    createdAt: instant,
    lastSeenOn: date.nullable(),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof person>;

export const team = z.object({ id, name: z.string(), members: z.array(personBrief) }).meta({ id: "Team" });
export type Team = z.infer<typeof team>;

export const token = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(scope),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedOn: date.nullable(),
  })
  .meta({ id: "Token" });
export type Token = z.infer<typeof token>;

export const session = z
  .object({
    organisation: z.string(),
    person,
    permissions: z.array(permission),
    /** Present only for a token: what it may be used for. */
    scopes: z.array(scope).nullable(),
    /** Where the log stood when this was asked: whoever opens the live stream later can tell whether something happened meanwhile. */
    position: z.int(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;

export const invitation = z
  .object({
    id,
    email: z.string().nullable(),
    role,
    createdAt: instant,
    expiresAt: instant,
    invitedBy: personBrief,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof invitation>;
