import type { Role } from "@morrow/domain/people";

import { hashPassword } from "../../platform/auth/password.ts";
import { Refusal } from "../../platform/http/refusal.ts";
import type { Work } from "../../platform/spine/index.ts";
import { insertPerson, type PersonRow } from "./store.ts";

export interface NewPerson {
  name: string;
  email: string;
  role: Role;
  passwordHash: string;
}

/** Hash before the transaction: it takes tens of milliseconds, and a transaction holds the one connection. */
export async function withHash(person: {
  name: string;
  email: string;
  role: Role;
  password: string;
}): Promise<NewPerson> {
  const { password, ...rest } = person;
  return { ...rest, passwordHash: await hashPassword(password) };
}

/** Adds a person and says so. @throws Refusal person.email_taken */
export async function addPerson(work: Work, person: NewPerson): Promise<PersonRow> {
  const row: PersonRow = {
    id: work.newId(),
    name: person.name,
    email: person.email,
    role: person.role,
    active: true,
    created_at: work.now,
    last_seen_on: null,
  };
  if (!(await insertPerson(work.trx, { ...row, password_hash: person.passwordHash }))) {
    throw new Refusal("person.email_taken", {
      fields: [
        {
          path: ["body", "email"],
          code: "email_taken",
          message: "Somebody already uses this e-mail address.",
        },
      ],
    });
  }
  work.record({
    what: "person.added",
    subjectKind: "person",
    subjectId: row.id,
    incidentId: null,
    audience: "everyone",
    data: { name: row.name, role: row.role },
  });
  return row;
}
