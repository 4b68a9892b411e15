import type { Viewer } from "@morrow/domain/people";

import { audiencesIn } from "../people/index.ts";
import type { RetrospectiveDeps } from "./deps.ts";
import { findRetrospective } from "./find.ts";

/** More people than read on one day here; beyond it a second reading of a day may count again. */
const mostRemembered = 100_000;

/**
 * Counts readings of published texts. Who read is kept nowhere: not in a row, not in the log; only this process
 * remembers until the end of the day whom it counted, so that reloading a page is not a second reading.
 */
export class Readings {
  readonly #deps: Pick<RetrospectiveDeps, "db" | "now">;
  readonly #counted = new Set<string>();
  #day = "";

  constructor(deps: Pick<RetrospectiveDeps, "db" | "now">) {
    this.#deps = deps;
  }

  /** @throws Refusal not_found where there is nothing that the viewer may read */
  async count(viewer: Viewer, ref: string): Promise<void> {
    const { row } = await this.#deps.db.read(async (trx) =>
      findRetrospective(trx, ref, await audiencesIn(trx, viewer)),
    );
    if (row.state !== "published" || !this.#isFirstToday(`${row.id} ${viewer.personId}`)) return;
    await this.#deps.db.write((trx) =>
      trx
        .updateTable("retrospective")
        .set((eb) => ({ read_count: eb("read_count", "+", 1) }))
        .where("id", "=", row.id)
        .execute(),
    );
  }

  #isFirstToday(reading: string): boolean {
    const day = this.#deps.now().slice(0, 10);
    if (day !== this.#day || this.#counted.size >= mostRemembered) this.#counted.clear();
    this.#day = day;
    if (this.#counted.has(reading)) return false;
    this.#counted.add(reading);
    return true;
  }
}
