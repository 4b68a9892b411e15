import type { StuckFault } from "../../faults/engine/index.ts";
import type { FaultWish, RunFaults } from "../providers/morrow.ts";
import type { Dictionary } from "../values/index.ts";
import type { EngineFaults, EngineFaultsOptions } from "./faults.ts";

/** The engine loads with the first fault: most experiments of Chaos Toolkit have none. */
export class LazyFaults implements RunFaults {
  readonly #options: EngineFaultsOptions;
  #faults: Promise<EngineFaults> | null = null;

  constructor(options: EngineFaultsOptions) {
    this.#options = options;
  }

  async plan(wish: FaultWish): Promise<Dictionary> {
    return (await this.#load()).plan(wish);
  }

  async apply(activity: string, wish: FaultWish): Promise<Dictionary> {
    return (await this.#load()).apply(activity, wish);
  }

  async end(activity: string): Promise<Dictionary> {
    return (await this.#load()).end(activity);
  }

  async endAll(): Promise<readonly StuckFault[]> {
    return (await this.#loaded())?.endAll() ?? [];
  }

  async close(): Promise<readonly StuckFault[]> {
    return (await this.#loaded())?.close() ?? [];
  }

  #load(): Promise<EngineFaults> {
    this.#faults ??= import("./faults.ts").then(({ EngineFaults: Faults }) => new Faults(this.#options));
    return this.#faults;
  }

  /** The engine when there is one; one that could not be made has applied nothing. */
  async #loaded(): Promise<EngineFaults | null> {
    return (await this.#faults?.catch(() => null)) ?? null;
  }
}
