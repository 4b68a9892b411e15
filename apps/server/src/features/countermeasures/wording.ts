import { setImmediate } from "node:timers/promises";

import { coach } from "@morrow/coach";
import type { Countermeasure } from "@morrow/contract/countermeasures";

type Remarks = Countermeasure["remarks"];

/** More than the first pages is not the wording of a countermeasure; this many characters take 10 ms. */
const readCharacters = 5_000;
const mostKept = 5_000;
/** How long a list may be read without letting other requests through. */
const turnMs = 15;

/** What the coach would ask about the wording of countermeasures, kept by revision. */
export class Wording {
  readonly #kept = new Map<string, Remarks>();

  /** The countermeasure with its remarks, at once. */
  one(item: Countermeasure): Countermeasure {
    return { ...item, remarks: this.#read(item) };
  }

  /** Many, with room for other requests in between. Call it outside of a transaction. */
  async all(items: readonly Countermeasure[]): Promise<Countermeasure[]> {
    const worded: Countermeasure[] = [];
    let turn = performance.now();
    for (const item of items) {
      worded.push(this.one(item));
      if (performance.now() - turn < turnMs) continue;
      await setImmediate();
      turn = performance.now();
    }
    return worded;
  }

  #read(item: Countermeasure): Remarks {
    const key = `${item.id} ${item.revision}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const remarks = remarksOn(item);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= mostKept && oldest.done !== true) this.#kept.delete(oldest.value);
    this.#kept.set(key, remarks);
    return remarks;
  }
}

/** Questions of the coach about one countermeasure. */
export function remarksOn({ title, body }: { title: string; body: string }): Remarks {
  const text = `${title}\n\n${body}`.slice(0, readCharacters);
  return coach(text, { context: "countermeasure" }).map(({ ruleId, message, question }) => ({
    ruleId,
    message,
    question,
  }));
}
