import { type Client, createClient, Failure } from "@morrow/client";
import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { timelineRoutes } from "@morrow/contract/timeline";
import { emptyDocument } from "@morrow/domain/retrospectives";

type Kind = "incident" | "note" | "countermeasure";

/** Something a client wants written: `words` are found in what is stored, and in nothing else. */
interface Intention {
  kind: Kind;
  words: string;
  key: string;
  /** The incident it belongs to. */
  ref: string;
}

/** A retrospective that one client keeps saving, each time on the revision it was answered last. */
interface Draft {
  ref: string;
  revision: number;
  /** The narrative of every acknowledged save, the newest last. */
  acknowledged: string;
  /** What was sent and never answered: it may be stored or not, as a whole. */
  open: string | null;
  saves: number;
}

/** Several people who write at once, and know exactly what they were promised. */
export class WritingClients {
  readonly acknowledged: Record<Kind, Set<string>> = {
    incident: new Set(),
    note: new Set(),
    countermeasure: new Set(),
  };
  unanswered: Intention[] = [];
  resent = 0;
  readonly drafts: Draft[] = [];
  #client: Client;
  #ref = "";
  #count = 0;
  readonly #heard: Set<() => void> = new Set();

  constructor(url: string, token: string) {
    this.#client = createClient({ baseUrl: url, token });
  }

  get total(): number {
    const { incident, note, countermeasure } = this.acknowledged;
    const saves = this.drafts.reduce((sum, draft) => sum + draft.saves, 0);
    return incident.size + note.size + countermeasure.size + saves;
  }

  /** The server runs again, perhaps at another address. What was not answered is sent again, with its key. */
  async continueAt(url: string, token: string): Promise<void> {
    this.#client = createClient({ baseUrl: url, token });
    const again = this.unanswered;
    this.unanswered = [];
    await Promise.all(again.map((intention) => this.#send(intention)));
    this.resent += again.length;
    await Promise.all(this.drafts.map((draft) => this.#lookAgain(draft)));
  }

  /** The first incident and a retrospective for each of two people. */
  async begin(): Promise<void> {
    for (let person = 0; person < 2; person += 1) {
      const { ref } = await this.#client.call(incidentRoutes.declare, {
        body: { title: `draft ${person}`, severity: 3 },
      });
      await this.#client.call(retrospectiveRoutes.start, { params: { ref }, body: {} });
      this.drafts.push({ ref, revision: 1, acknowledged: "", open: null, saves: 0 });
      this.#ref = ref;
    }
  }

  /** Everybody writes until the server is gone; `enough` is called at this many acknowledged writes. */
  async writeUntilGone(writes: number, enough: () => void): Promise<void> {
    const goal = this.total + writes;
    const look = () => {
      if (this.total >= goal && this.#heard.delete(look)) enough();
    };
    this.#heard.add(look);
    const kinds: Kind[] = ["incident", "note", "countermeasure", "note"];
    await Promise.all([
      ...kinds.map((kind) => this.#write(kind)),
      ...this.drafts.map((draft) => this.#save(draft)),
    ]);
  }

  async #write(kind: Kind): Promise<void> {
    let going = true;
    while (going) {
      this.#count += 1;
      const words = `${kind} number ${this.#count} of many`;
      going = await this.#send({ kind, words, key: `key-${this.#count}`, ref: this.#ref });
    }
  }

  /** @returns false when the server is gone */
  async #send(intention: Intention): Promise<boolean> {
    try {
      await this.#deliver(intention);
    } catch (error) {
      if (!isGone(error)) throw error;
      this.unanswered.push(intention);
      return false;
    }
    this.#acknowledge(intention);
    return true;
  }

  async #deliver({ kind, words, key, ref }: Intention): Promise<void> {
    const once = { idempotencyKey: key };
    switch (kind) {
      case "incident": {
        const body = { title: words, severity: 4 as const };
        await this.#client.call(incidentRoutes.declare, { body }, once);
        return;
      }
      case "note":
        await this.#client.call(timelineRoutes.add, { params: { ref }, body: { body: words } }, once);
        return;
      case "countermeasure":
        await this.#client.call(countermeasureRoutes.add, { body: { title: words, incident: ref } }, once);
    }
  }

  #acknowledge({ kind, words }: Intention): void {
    if (this.acknowledged[kind].has(words)) throw new Error(`${words} was acknowledged twice`);
    this.acknowledged[kind].add(words);
    this.#heard.forEach((look) => look());
  }

  async #save(draft: Draft): Promise<void> {
    for (;;) {
      this.#count += 1;
      draft.open = `${draft.acknowledged}line ${this.#count}\n`;
      const body = { revision: draft.revision, document: { ...emptyDocument, narrative: draft.open } };
      try {
        const saved = await this.#client.call(retrospectiveRoutes.save, { params: { ref: draft.ref }, body });
        draft.revision = saved.revision;
      } catch (error) {
        if (!isGone(error)) throw error;
        return;
      }
      draft.acknowledged = draft.open;
      draft.open = null;
      draft.saves += 1;
      this.#heard.forEach((look) => look());
    }
  }

  /** The stored document is the last acknowledged one, or the one that was sent and not answered: never a third. */
  async #lookAgain(draft: Draft): Promise<void> {
    const stored = await this.#client.call(retrospectiveRoutes.show, { params: { ref: draft.ref } });
    const { narrative } = stored.document;
    const steps = stored.revision - draft.revision;
    const asAnswered = steps === 0 && narrative === draft.acknowledged;
    const asSent = steps === 1 && narrative === draft.open;
    if (!asAnswered && !asSent)
      throw new Error(`${draft.ref}: revision ${stored.revision} after ${draft.revision} was acknowledged`);
    draft.revision = stored.revision;
    draft.acknowledged = narrative;
    draft.open = null;
  }
}

function isGone(error: unknown): boolean {
  // A connection that breaks while an answer is being read is no failure of the client's own.
  return (error instanceof Failure && error.status === 0) || error instanceof TypeError;
}
