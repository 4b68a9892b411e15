import { AsyncLocalStorage } from "node:async_hooks";

import { type Kysely, type KyselyPlugin, type Transaction } from "kysely";

import { NestedTransaction, TransactionEnded } from "./errors.ts";
import type { Tables } from "./schema.ts";

declare const openedByDatabase: unique symbol;

/**
 * A handle for queries inside one transaction, given only by `Database.read` and `Database.write`. The brand keeps a
 * plain Kysely instance out: awaiting that inside a transaction would wait for the one connection for ever.
 */
export type Trx = Transaction<Tables> & { readonly [openedByDatabase]: true };

interface Frame {
  kind: "read" | "write";
  open: boolean;
}

/** How often a write is tried when other writers are in its way (PostgreSQL codes 40001 and 40P01). */
const attempts = 5;
const worthRepeating = new Set(["40001", "40P01"]);

/** Opens transactions on a pool, refuses to open one inside another, and closes handles with their transaction. */
export class Transactions {
  readonly #pool: Kysely<Tables>;
  readonly #current = new AsyncLocalStorage<Frame>();

  constructor(pool: Kysely<Tables>) {
    this.#pool = pool;
  }

  read<T>(fn: (trx: Trx) => Promise<T>): Promise<T> {
    return this.#run("read", async (frame) =>
      this.#pool
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode("read only")
        .execute((trx) => fn(this.#handle(trx, frame))),
    );
  }

  write<T>(fn: (trx: Trx) => Promise<T>): Promise<T> {
    return this.#run("write", (frame) =>
      repeatWhenInTheWay(() =>
        this.#pool
          .transaction()
          .setIsolationLevel("read committed")
          .execute((trx) => fn(this.#handle(trx, frame))),
      ),
    );
  }

  async #run<T>(kind: Frame["kind"], fn: (frame: Frame) => Promise<T>): Promise<T> {
    const outer = this.#current.getStore();
    if (outer?.open === true) throw new NestedTransaction(outer.kind, kind);
    const frame: Frame = { kind, open: true };
    try {
      return await this.#current.run(frame, () => fn(frame));
    } finally {
      frame.open = false;
    }
  }

  #handle(trx: Transaction<Tables>, frame: Frame): Trx {
    const handle = trx.withPlugin(closesWith(frame));
    if (!isHandle(handle)) throw new TypeError("Kysely gave no transaction handle");
    return handle;
  }
}

/** The one place where the brand is given. */
function isHandle(trx: Transaction<Tables>): trx is Trx {
  return trx.isTransaction;
}

/** Kysely's handle stays usable after the end and would then run on a connection that belongs to somebody else. */
function closesWith(frame: Frame): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (!frame.open) throw new TransactionEnded();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

async function repeatWhenInTheWay<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (attempt === attempts || !isInTheWay(error)) throw error;
    }
  }
}

function isInTheWay(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    worthRepeating.has(error.code)
  );
}
