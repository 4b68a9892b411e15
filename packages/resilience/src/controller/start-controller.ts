import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";

import type { Clock } from "../time/clock.ts";
import { systemClock } from "../time/system-clock.ts";
import { isLoopback } from "./admission.ts";
import { answerWith } from "./answer.ts";
import { HeldRules } from "./held-rules.ts";
import { RuleStreams } from "./rule-streams.ts";

/** The port of Failure Flags: its SDKs know no other. */
const failureFlagsPort = 5032;

/** How a controller is started. */
export interface ControllerSettings {
  /** Where it listens: `localhost` (the default) is 127.0.0.1 and ::1. Anywhere else it needs a token. */
  readonly host?: string;
  /** 5032 where absent, which is where SDKs of Failure Flags ask; 0 takes a free one. */
  readonly port?: number;
  /** Asked of every request: `Authorization: Bearer <token>`. SDKs of Failure Flags on the same machine can't send it and need not. */
  readonly token?: string;
  /** How long a service keeps its faults when it no longer hears from the controller, in ms, 100 to 60,000. 3,000 where absent. */
  readonly lease?: number;
  readonly clock?: Clock;
  /** A number in [0, 1), as `Math.random`: the dice of rules that SDKs of Failure Flags ask for. */
  readonly random?: () => number;
}

/** A controller that listens. */
export interface Controller {
  /** Its address, for example http://127.0.0.1:5032. */
  readonly url: string;
  /** What is active; other programs reach it by the API. */
  readonly rules: HeldRules;
  /** How many services follow it now. */
  readonly following: number;
  /** Ends every fault and every connection. Services that cannot be told so let go of theirs with the lease. */
  close(): Promise<void>;
}

/**
 * Starts a controller: it holds the rules that are active and hands them to services, as a stream to Morrow's SDK and call by call to
 * those of Failure Flags.
 * @throws TypeError, RangeError for settings that can't be; the system's error when the port is taken.
 */
export async function startController(settings: ControllerSettings = {}): Promise<Controller> {
  const { host = "localhost", port = failureFlagsPort, token, lease = 3000, clock = systemClock } = settings;
  if (!isLoopback(host) && token === undefined)
    throw new TypeError(`A controller at ${host} can be reached by other machines: give it a token.`);
  if (token === "") throw new TypeError("A token has at least one character.");
  if (!(lease >= 100 && lease <= 60_000))
    throw new RangeError(`The lease must be from 100 to 60,000 ms, not ${lease}.`);
  const rules = new HeldRules(clock);
  const streams = new RuleStreams(rules, clock, lease);
  const answer = answerWith({ rules, streams, token, random: settings.random ?? Math.random });
  const servers = await listen(() => createServer(answer), host, port);
  return {
    url: urlOf(servers[0]),
    rules,
    get following() {
      return streams.size;
    },
    close: async () => {
      rules.close();
      streams.close();
      // In this turn the last words leave the process; who does not read is not waited for.
      await setImmediate();
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** `localhost` is two addresses, and clients differ in which they try first, or at all. */
async function listen(
  create: () => Server,
  host: string,
  port: number,
): Promise<readonly [Server, ...Server[]]> {
  const first = await listenAt(create(), host === "localhost" ? "127.0.0.1" : host, port);
  if (host !== "localhost") return [first];
  try {
    return [first, await listenAt(create(), "::1", portOf(first))];
  } catch (error) {
    // Machines without IPv6 have no ::1; and a free port of one address may be taken at the other.
    if (port === 0 || !isTaken(error)) return [first];
    await closeServer(first);
    throw error;
  }
}

async function listenAt(server: Server, host: string, port: number): Promise<Server> {
  server.listen(port, host);
  await once(server, "listening");
  return server;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new TypeError("The server does not listen on TCP.");
  return address;
}

const portOf = (server: Server) => addressOf(server).port;

function urlOf(server: Server): string {
  const { address, family, port } = addressOf(server);
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
