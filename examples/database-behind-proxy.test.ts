/**
 * A service whose database answers late, not at all, or breaks off in the middle: does it give up in time, say so, and come back?
 * The proxy stands between the service and a real PostgreSQL, in the process of the test.
 */
import { startProxy, type RunningProxy } from "@morrow/faults/proxy";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  acquirePostgres,
  type PostgresServer,
} from "../apps/server/src/platform/db/testing/postgres-server.ts";

/** The service under test: it promises an answer or an error within its timeout. */
class OrderService {
  readonly #pool: Pool;

  constructor(host: string, port: number, timeoutMs: number) {
    this.#pool = new Pool({
      host,
      port,
      user: "postgres",
      database: "postgres",
      max: 2,
      query_timeout: timeoutMs,
      connectionTimeoutMillis: timeoutMs,
    });
    this.#pool.on("error", () => undefined);
  }

  async countOrders(): Promise<number> {
    const { rows } = await this.#pool.query("select 3 as orders");
    return rows[0].orders;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

let postgres: PostgresServer | undefined;
let proxy: RunningProxy;
let service: OrderService;

beforeAll(async () => {
  postgres = await acquirePostgres().catch(() => undefined);
  if (postgres === undefined) return;
  const socketFolder = new URL(postgres.url("postgres").replace("@/", "@localhost/")).searchParams.get(
    "host",
  );
  proxy = await startProxy({ upstream: `${socketFolder}/.s.PGSQL.5432` });
  // Longer than a busy machine needs to connect.
  service = new OrderService(proxy.host, proxy.port, 3_000);
});
afterAll(async () => {
  await service?.close();
  await proxy?.close();
  await postgres?.stop();
});
test("a slow database is given up on in time", async ({ skip }) => {
  if (postgres === undefined) skip("no PostgreSQL here");
  const toxic = proxy.addToxic({ type: "latency", attributes: { latency: 60_000 } });
  await expect(service.countOrders()).rejects.toThrow(/timeout/i);
  toxic.remove();
  expect(await service.countOrders()).toBe(3);
});

test("a database that breaks off in the middle is an error, not a wrong answer", async ({ skip }) => {
  if (postgres === undefined) skip("no PostgreSQL here");
  await service.countOrders();
  const toxic = proxy.addToxic({ type: "limit_data", attributes: { bytes: 10 } });
  await expect(service.countOrders()).rejects.toThrow(/terminated/i);
  toxic.remove();
  expect(await service.countOrders()).toBe(3);
});

test("a database that is down is refused, and found again when it is back", async ({ skip }) => {
  if (postgres === undefined) skip("no PostgreSQL here");
  await proxy.disable();
  await expect(service.countOrders()).rejects.toThrow(/ECONNREFUSED|ECONNRESET|EPIPE|terminated/);
  await proxy.enable();
  expect(await service.countOrders()).toBe(3);
});
