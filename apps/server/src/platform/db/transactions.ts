import { AsyncLocalStorage } from "node:async_hooks";

import type { Kysely, Transaction } from "kysely";

import { NestedTransaction } from "./errors.ts";
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

/** Opens transactions on a pool and refuses to open one inside another. */
export class Transactions {
  readonly #pool: Kysely<Tables>;
  readonly #current = new AsyncLocalStorage<Frame>();

  constructor(pool: Kysely<Tables>) {
    this.#pool = pool;
  }

  read<T>(fn: (trx: Trx) => Promise<T>): Promise<T> {
    return this.#run("read", () =>
      this.#pool
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode("read only")
        .execute((trx) => fn(handle(trx))),
    );
  }

  write<T>(fn: (trx: Trx) => Promise<T>): Promise<T> {
    return this.#run("write", () =>
      repeatWhenInTheWay(() =>
        this.#pool
          .transaction()
          .setIsolationLevel("read committed")
          .execute((trx) => fn(handle(trx))),
      ),
    );
  }

  /** Throws NestedTransaction when a transaction is open around the caller. */
  refuseInside(what: string): void {
    const outer = this.#current.getStore();
    if (outer?.open === true) throw new NestedTransaction(outer.kind, what);
  }

  async #run<T>(kind: Frame["kind"], fn: () => Promise<T>): Promise<T> {
    this.refuseInside(kind);
    const frame: Frame = { kind, open: true };
    try {
      return await this.#current.run(frame, fn);
    } finally {
      frame.open = false;
    }
  }
}

/** The one place where the brand is given. Kysely itself refuses the handle once its transaction has ended. */
function handle(trx: Transaction<Tables>): Trx {
  if (!isHandle(trx)) throw new TypeError("Kysely gave no transaction handle");
  return trx;
}

function isHandle(trx: Transaction<Tables>): trx is Trx {
  return trx.isTransaction;
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
