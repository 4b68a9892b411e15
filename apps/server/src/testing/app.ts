import { createClient, type Client } from "@morrow/client";
import { routes as morrowRoutes } from "@morrow/contract/routes";
import type { Role } from "@morrow/domain/people";

import { compose, type Morrow } from "../compose.ts";
import { openTestDatabase, type TestDatabase, type TestDialect } from "../platform/db/testing.ts";
import { createLog } from "../platform/log/log.ts";
import { openSpine, type Spine } from "../platform/spine/index.ts";

/** A whole Morrow on a fresh database, spoken to by the real client without a socket. */
export interface TestApp {
  morrow: Morrow;
  database: TestDatabase;
  spine: Spine;
  /** A client signed in as a person of this role; the same person each time, unless a name is given. */
  as(role: Role, name?: string): Promise<TestPerson>;
  /** A client that is not signed in. */
  stranger: Client;
  /** The raw door, for malformed requests. */
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export interface TestPerson extends Client {
  id: string;
  email: string;
  secret: string;
}

const password = "correct horse battery";

/** On the dialect of the run, unless one is named. */
export async function openTestApp(
  options: { now?: () => string; dialect?: TestDialect } = {},
): Promise<TestApp> {
  const database = await openTestDatabase(options.dialect);
  const now = options.now ?? (() => new Date().toISOString());
  const spine = await openSpine(database.db, { now });
  const morrow = compose({
    db: database.db,
    spine,
    log: createLog("silent"),
    now,
    publicUrl: "http://morrow.test",
  });
  morrow.api.finish();
  const request = async (path: string, init?: RequestInit) => morrow.api.app.request(path, init);
  const send: typeof fetch = (input, init) =>
    request(String(input instanceof Request ? input.url : input), init);
  const client = (token?: string) =>
    createClient({ baseUrl: "http://morrow.test", fetch: send, ...(token === undefined ? {} : { token }) });

  const administratorId = await morrow.people.setup.complete({
    organisation: "Test",
    name: "admin",
    email: "admin@example.test",
    password,
  });
  const people = new Map<string, Promise<TestPerson>>();

  async function join(role: Role, name: string): Promise<TestPerson> {
    const email = `${name}@example.test`;
    let id = administratorId;
    if (name !== "admin") {
      const administrator = await as("admin");
      id = (await administrator.call(morrowRoutes.people.create, { body: { name, email, role, password } }))
        .id;
    }
    const { secret } = await morrow.people.sessions.open(id);
    return { ...client(secret), id, email, secret };
  }

  function as(role: Role, name: string = role): Promise<TestPerson> {
    const known = people.get(name);
    if (known !== undefined) return known;
    const joining = join(role, name);
    people.set(name, joining);
    return joining;
  }

  return {
    morrow,
    database,
    spine,
    as,
    request,
    stranger: client(),
    async close() {
      await spine.stop();
      await database.close();
    },
  };
}
