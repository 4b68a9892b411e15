import type { ServerResponse } from "node:http";

import type { Clock, Timer } from "../time/clock.ts";
import { ControllerError } from "./errors.ts";
import type { HeldRules } from "./held-rules.ts";

const mostStreams = 1000;
/** Bytes that wait for a service that does not read. Then it is let go; it comes back when it reads again. */
const mostWaiting = 2 * 1024 * 1024;

/**
 * The services that follow the rules, as server-sent events. Each event carries all rules of the service and how long they hold
 * without a further event (the lease, in ms). It is repeated every third of that, and sent at once when something changes.
 */
export class RuleStreams {
  readonly #rules: HeldRules;
  readonly #clock: Clock;
  readonly #lease: number;
  readonly #streams = new Map<ServerResponse, string | undefined>();
  readonly #unfollow: () => void;
  #heartbeat: Timer | undefined;

  constructor(rules: HeldRules, clock: Clock, lease: number) {
    this.#rules = rules;
    this.#clock = clock;
    this.#lease = lease;
    this.#unfollow = rules.onChange(() => this.#sendAll());
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Sends the rules of a service until the other side goes. @throws ControllerError `streams.full` */
  open(response: ServerResponse, service: string | undefined): void {
    if (this.#streams.size >= mostStreams) throw new ControllerError("streams.full");
    response.on("close", () => this.#forget(response));
    response.on("error", () => this.#forget(response));
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    this.#streams.set(response, service);
    this.#send(response, this.#eventFor(service));
    this.#heartbeat ??= this.#beat();
  }

  /** Ends them after what was sent last. */
  close(): void {
    this.#unfollow();
    for (const response of this.#streams.keys()) response.end();
    this.#streams.clear();
    this.#heartbeat?.stop();
  }

  #beat(): Timer {
    return this.#clock.start(this.#lease / 3, () => {
      this.#sendAll();
      this.#heartbeat = this.#streams.size === 0 ? undefined : this.#beat();
    });
  }

  #sendAll(): void {
    const events = new Map<string | undefined, string>();
    for (const [response, service] of this.#streams) {
      const event = events.get(service) ?? this.#eventFor(service);
      events.set(service, event);
      this.#send(response, event);
    }
  }

  #eventFor(service: string | undefined): string {
    const data = JSON.stringify({ lease: this.#lease, rules: this.#rules.of(service) });
    return `event: rules\ndata: ${data}\n\n`;
  }

  #send(response: ServerResponse, event: string): void {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(event);
  }

  #forget(response: ServerResponse): void {
    this.#streams.delete(response);
    if (this.#streams.size > 0) return;
    this.#heartbeat?.stop();
    this.#heartbeat = undefined;
  }
}
