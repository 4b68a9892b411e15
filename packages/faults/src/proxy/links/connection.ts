import type { Duplex } from "node:stream";

import type { RandomSource } from "../random.ts";
import type { Direction, Toxic } from "../toxics/toxic.ts";
import { closeGently, reset } from "./endpoint.ts";
import { Link } from "./link.ts";

export interface ConnectionSettings {
  /** The side of the client: its socket, or the layer that speaks HTTP with it. */
  readonly client: Duplex;
  readonly upstream: Duplex;
  /** Counts from 1 within the proxy; tells the dice of connections apart. */
  readonly number: number;
  readonly proxy: string;
  readonly random: RandomSource;
  closed(): void;
}

/** A client and its upstream, joined by one link for each direction. */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #links: Readonly<Record<Direction, Link>>;
  #open = 2;

  constructor(settings: ConnectionSettings) {
    this.#settings = settings;
    const { client, upstream } = settings;
    this.#links = {
      upstream: new Link(client, upstream, this.#control(upstream, client, "upstream")),
      downstream: new Link(upstream, client, this.#control(client, upstream, "downstream")),
    };
    for (const side of [client, upstream]) {
      // 'close' follows every error and is what counts.
      side.on("error", () => undefined);
      side.on("close", () => this.#sideClosed());
    }
  }

  start(toxics: Iterable<Toxic>): void {
    for (const toxic of toxics) this.addToxic(toxic);
    this.#links.upstream.start();
    this.#links.downstream.start();
  }

  addToxic(toxic: Toxic): void {
    const { random, proxy, number } = this.#settings;
    this.#links[toxic.direction].add(toxic, random.for(proxy, number, toxic.direction, toxic.name));
  }

  updateToxic(toxic: Toxic): void {
    this.#links[toxic.direction].update(toxic);
  }

  removeToxic(toxic: Toxic): void {
    this.#links[toxic.direction].remove(toxic);
  }

  /** At once, whatever is under way. */
  destroy(): void {
    this.#settings.client.destroy();
    this.#settings.upstream.destroy();
  }

  /** A toxic closes the side it writes to; the other side follows by the other link, as it would if that peer had closed. */
  #control(destination: Duplex, source: Duplex, direction: Direction) {
    return {
      close: () => {
        closeGently(destination);
        this.#links[direction].close();
      },
      reset: () => {
        reset(destination);
        reset(source);
      },
    };
  }

  /**
   * A side that is gone in both directions can neither take nor give: the other link passes its end on, and once that is through, the other
   * side is closed as well.
   */
  #sideClosed(): void {
    this.#open -= 1;
    if (this.#open > 0) return;
    this.#links.upstream.dispose();
    this.#links.downstream.dispose();
    this.#settings.closed();
  }
}
