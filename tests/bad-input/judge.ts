import { errorBody, errorCatalogue } from "@morrow/contract/errors";
import type { Route } from "@morrow/contract/route";
import { routes } from "@morrow/contract/routes";
import { sql } from "kysely";

import type { TestApp } from "../../apps/server/src/testing/app.ts";
import { addressOf, type Spoken, speak } from "../support/speak.ts";

export const allRoutes: Route[] = Object.values(routes).flatMap((group) => Object.values<Route>(group));

/** Says a request as the administrator and judges the answer: a refusal as the catalogue has it, or a plain yes. */
export class Judge {
  readonly #app: TestApp;
  readonly #secret: string;
  readonly counts = { said: 0, refused: 0 };

  constructor(app: TestApp, secret: string) {
    this.#app = app;
    this.#secret = secret;
  }

  /** How many rows each table holds, and the head of the log: what "nothing written" is measured by. */
  async stored(): Promise<string> {
    return this.#app.database.db.read(async (trx) => {
      const tables = await sql<{ name: string }>`
        select relname as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like 'knowledge%'
          and relname not in ('event_follower', 'session') order by 1`.execute(trx);
      const counted = tables.rows.map(
        ({ name }) => sql`select ${name}::text as name, count(*)::int as rows from ${sql.table(name)}`,
      );
      const rows = await sql`${sql.join(counted, sql` union all `)}`.execute(trx);
      const head = await trx.selectFrom("event_head").select("position").executeTakeFirstOrThrow();
      return JSON.stringify([rows.rows, head]);
    });
  }

  /** What is wrong with the answer; null where it is as it must be. `must` says that it has to be refused. */
  async fault(route: Route, spoken: Spoken, must: "be refused" | "be answered"): Promise<string | null> {
    const response = await speak(this.#app.request, route, spoken, this.#secret);
    this.counts.said += 1;
    return this.faultOf(route, spoken, response, must);
  }

  async faultOf(
    route: Route,
    spoken: Spoken,
    response: Response,
    must: "be refused" | "be answered",
  ): Promise<string | null> {
    const called = `${route.method} ${addressOf(route, spoken)} ${JSON.stringify(spoken.body ?? null)?.slice(0, 300)}`;
    if (response.status < 400) {
      await response.body?.cancel();
      return must === "be refused" ? `${called} was taken: ${response.status}` : null;
    }
    this.counts.refused += 1;
    const text = await response.text();
    const fault = faultOfError(response.status, text);
    return fault === null ? null : `${called}: ${fault}: ${text.slice(0, 300)}`;
  }
}

function faultOfError(status: number, text: string): string | null {
  const parsed = errorBody.safeParse(readJson(text));
  if (!parsed.success) return "the answer is no error of the catalogue";
  const { code, message, fields } = parsed.data.error;
  if (errorCatalogue[code].status !== status) return `status ${status} does not belong to ${code}`;
  if (status >= 500) return "it failed on our side";
  if (!/^[A-Z0-9“].{10,}[.?!)”]$/s.test(message)) return "the message is no sentence";
  if (code === "input.invalid" && fields.length === 0) return "no field is named";
  if (/select |postgres|node_modules|at \w+ \(|\.ts:\d+/i.test(message))
    return "the message tells of our insides";
  return null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
