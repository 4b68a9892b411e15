import { toxicAlreadyExists, toxicNotFound } from "../api/errors.ts";
import { Lease } from "../lease.ts";
import type { Service } from "../proxies/service.ts";
import type { ToxicChange, WantedToxic } from "./read.ts";
import type { Toxic } from "./toxic.ts";

/** The toxics of one proxy. Names are unique across both directions. */
export class ToxicCollection {
  /** Upstream first, then downstream, each in the order in which they were added. */
  #all: readonly Toxic[] = [];
  readonly #service: Service;
  readonly #expired: (toxic: Toxic) => void;

  /** `expired` is told after a toxic was taken out because its lease was not renewed. */
  constructor(service: Service, expired: (toxic: Toxic) => void) {
    this.#service = service;
    this.#expired = expired;
  }

  get all(): readonly Toxic[] {
    return this.#all;
  }

  /** @throws ApiError when there is none of that name */
  get(name: string): Toxic {
    const found = this.#all.find((toxic) => toxic.name === name);
    if (found === undefined) throw toxicNotFound();
    return found;
  }

  /** Live connections take it on at once. @throws ApiError when the name is taken */
  add({ toxic, expiresIn }: WantedToxic): Toxic {
    if (this.#all.some((other) => other.name === toxic.name)) throw toxicAlreadyExists();
    const of = (direction: string) => this.#all.filter((other) => other.direction === direction);
    this.#all =
      toxic.direction === "upstream"
        ? [...of("upstream"), toxic, ...of("downstream")]
        : [...this.#all, toxic];
    toxic.lease = new Lease(() => {
      this.remove(toxic);
      this.#expired(toxic);
    });
    toxic.lease.renew(expiresIn);
    this.#service.addToxic(toxic);
    return toxic;
  }

  /** A change of the lease alone leaves the connections as they are. */
  update(toxic: Toxic, change: ToxicChange): void {
    const renewsOnly =
      change.expiresIn !== undefined &&
      change.toxicity === undefined &&
      change.attributes === undefined &&
      change.first === undefined;
    if (change.expiresIn !== undefined) toxic.lease?.renew(change.expiresIn);
    if (renewsOnly) return;
    toxic.toxicity = change.toxicity ?? toxic.toxicity;
    toxic.attributes = change.attributes ?? toxic.attributes;
    if (change.first !== undefined) {
      toxic.first = change.first;
      toxic.affected = 0;
    }
    this.#service.updateToxic(toxic);
  }

  remove(toxic: Toxic): void {
    toxic.lease?.cancel();
    this.#all = this.#all.filter((other) => other !== toxic);
    this.#service.removeToxic(toxic);
  }

  removeAll(): void {
    for (const toxic of this.#all) this.remove(toxic);
  }
}
