import { faultPoints, type FaultPoints } from "../faults/fault-points.ts";
import type { FaultSource } from "../faults/fault-source.ts";
import { backgroundClock } from "../time/background-clock.ts";
import type { Clock, Timer } from "../time/clock.ts";
import type { FaultFeed } from "./fault-feed.ts";
import { parseRuleSet } from "./rule-set.ts";
import { connect, type Connection } from "./stream-connection.ts";

/** Where Morrow's controller is, and whose rules are followed. */
export interface MorrowSettings {
  /**
   * Origin of the controller, for example http://127.0.0.1:5032. Where absent, the variable MORROW_FAULT_POINTS_URL;
   * without either there are no faults and nothing is done.
   */
  readonly url?: string | undefined;
  /** Rules that were set for this service, and those set for every service, are followed. */
  readonly service: string;
  /** What the controller was started with. Where absent, the variable MORROW_FAULT_POINTS_TOKEN. */
  readonly token?: string | undefined;
  /** The usual ones unless policies were given their own. */
  readonly points?: FaultPoints;
  readonly clock?: Clock;
  /** A number in [0, 1), as `Math.random`: spreads services that lost their controller at the same moment. */
  readonly random?: () => number;
}

/** Between two attempts at most, in ms: so soon a controller that is started later is found. */
const longestPause = 5000;
const shortestPause = 250;
/** Who stays connected for so long, in ms, is no controller that comes and goes. */
const steady = 5000;
/** How long a connection may take until its first event, in ms. */
const patience = 5000;

/**
 * Follows Morrow's controller: its rules are in force while it says so, and end with their lease when it is gone. A controller that is
 * absent, slow, or says what makes no sense changes nothing for any call: this reads beside the calls, throws nothing and does not
 * keep the process alive.
 * @throws TypeError for a `url` that is none.
 */
export function faultsFromMorrow(settings: MorrowSettings): FaultFeed {
  const url = settings.url ?? process.env["MORROW_FAULT_POINTS_URL"];
  if (url === undefined || url === "") return { close: () => undefined, [Symbol.dispose]: () => undefined };
  const follower = new Follower(url, settings);
  return { close: () => follower.close(), [Symbol.dispose]: () => follower.close() };
}

class Follower {
  readonly #source: FaultSource;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #url: URL;
  readonly #token: string | undefined;
  #connection: Connection | undefined;
  /** Until the next attempt; or, while connected, until the connection is given up for its silence. */
  #timer: Timer | undefined;
  #connectedAt = 0;
  #failures = 0;
  /** The last set that was understood, as it came. */
  #last: { readonly data: string; readonly lease: number } | undefined;

  constructor(url: string, { service, token, points = faultPoints, clock, random }: MorrowSettings) {
    this.#url = streamUrl(url, service);
    // Secrets that come from a file end with its line, and no header can carry that.
    this.#token = (token ?? process.env["MORROW_FAULT_POINTS_TOKEN"])?.trim();
    this.#clock = clock ?? backgroundClock;
    this.#random = random ?? Math.random;
    // Where one process is two services, neither takes back what was set for the other.
    this.#source = points.source(`morrow: ${url} for ${service}`);
    this.#connect();
  }

  close(): void {
    this.#timer?.stop();
    this.#connection?.end();
    this.#connection = undefined;
    this.#source.clear();
  }

  #connect(): void {
    this.#connectedAt = this.#clock.now();
    this.#connection = connect({
      url: this.#url,
      token: this.#token,
      onRules: (data) => this.#take(data),
      onEnd: () => this.#pause(),
    });
    this.#giveUpAfter(patience);
  }

  #take(data: string): void {
    const lease = this.#apply(data);
    if (lease !== undefined) this.#giveUpAfter(lease);
  }

  /** Puts a set in force. Returns its lease in ms; undefined for what makes no sense, which is left out. */
  #apply(data: string): number | undefined {
    // Most events say the same as the one before: nothing is parsed for those.
    if (this.#last?.data === data && this.#source.renew(this.#last.lease)) return this.#last.lease;
    const set = parseRuleSet(data);
    if (set === undefined) return undefined;
    this.#source.replace(set.rules, { lease: set.lease });
    this.#last = { data, lease: set.lease };
    return set.lease;
  }

  /** A connection that says nothing that makes sense for so long is none: time for another. */
  #giveUpAfter(milliseconds: number): void {
    this.#timer?.stop();
    this.#timer = this.#clock.start(milliseconds, () => {
      this.#connection?.end();
      this.#pause();
    });
  }

  /** Longer after every failure, and never the same for two services. Rules stay in force until their lease ends. */
  #pause(): void {
    this.#connection = undefined;
    this.#timer?.stop();
    if (this.#clock.now() - this.#connectedAt > steady) this.#failures = 0;
    const longest = Math.min(longestPause, shortestPause * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = this.#clock.start((longest * (1 + this.#random())) / 2, () => this.#connect());
  }
}

function streamUrl(url: string, service: string): URL {
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new TypeError(`The address of a controller is an http or https URL, not ${url}.`);
  const stream = new URL("/stream", url);
  stream.searchParams.set("service", service);
  return stream;
}
