import type { Countermeasure } from "@morrow/contract/countermeasures";
import type { Viewer } from "@morrow/domain/people";

import { addCountermeasure } from "./add.ts";
import { changeCountermeasure } from "./change.ts";
import type { CountermeasureDeps } from "./deps.ts";
import { findCountermeasure } from "./find.ts";
import { listCountermeasures } from "./list.ts";
import { mergeCountermeasure } from "./merge.ts";
import { moveCountermeasure } from "./move.ts";
import { presentCountermeasures } from "./present.ts";
import { readingFor } from "./reading.ts";
import { voteForCountermeasure } from "./vote.ts";
import { Wording } from "./wording.ts";

type Rest<F> = F extends (deps: CountermeasureDeps, ...rest: infer R) => unknown ? R : never;

/** Countermeasures with the coach's remarks on their wording. */
export class Countermeasures {
  readonly #deps: CountermeasureDeps;
  readonly #wording = new Wording();

  constructor(deps: CountermeasureDeps) {
    this.#deps = deps;
  }

  async list(...rest: Rest<typeof listCountermeasures>) {
    const { items, next } = await listCountermeasures(this.#deps, ...rest);
    return { items: await this.#wording.all(items), next };
  }

  async show(viewer: Viewer, ref: string): Promise<Countermeasure | undefined> {
    const items = await this.#deps.db.read(async (trx) => {
      const reading = await readingFor(this.#deps, trx, viewer);
      return presentCountermeasures(trx, [await findCountermeasure(trx, ref, reading.audiences)], reading);
    });
    return (await this.#wording.all(items))[0];
  }

  async add(...rest: Rest<typeof addCountermeasure>) {
    return this.#wording.one(await addCountermeasure(this.#deps, ...rest));
  }

  async change(...rest: Rest<typeof changeCountermeasure>) {
    return this.#wording.one(await changeCountermeasure(this.#deps, ...rest));
  }

  async move(...rest: Rest<typeof moveCountermeasure>) {
    return this.#wording.one(await moveCountermeasure(this.#deps, ...rest));
  }

  async merge(...rest: Rest<typeof mergeCountermeasure>) {
    return this.#wording.one(await mergeCountermeasure(this.#deps, ...rest));
  }

  async vote(...rest: Rest<typeof voteForCountermeasure>) {
    return this.#wording.one(await voteForCountermeasure(this.#deps, ...rest));
  }

  /** Adds the coach's remarks to countermeasures that another feature shows. Call it outside of a transaction. */
  worded(items: readonly Countermeasure[]): Promise<Countermeasure[]> {
    return this.#wording.all(items);
  }
}
