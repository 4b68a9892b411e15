import { backgroundClock } from "../time/background-clock.ts";
import type { Clock } from "../time/clock.ts";
import { wallTime as systemWallTime } from "../time/wall-time.ts";
import { SignalSender, type SendingSignals } from "./signal-sender.ts";
import { signals as sharedSignals, type Signals } from "./signals.ts";

export interface SendSignalsOptions {
  /** Where batches are posted to. */
  readonly url: string | URL;
  /** What the signals are about: the name of this service. */
  readonly service: string;
  /** Sent as `authorization: Bearer …`. */
  readonly token?: string | undefined;
  /** How long signals are counted before they are sent, in ms. 10,000 where absent. */
  readonly every?: number;
  /** How many series one batch has at most; further ones are counted together as `other`. 500 where absent. */
  readonly series?: number;
  /** How many batches wait while the receiver is away; then the oldest is dropped. 30 where absent: five minutes. */
  readonly batches?: number;
  /** How long one request may take, in ms. 5,000 where absent. It is also how long a receiver that hangs can hold up the end of the process. */
  readonly timeout?: number;
  /** Where the signals come from, where not from the shared ones. */
  readonly signals?: Signals;
  /** Stands in for the platform's, for proxies and certificates. */
  readonly fetch?: typeof fetch;
  /** Its timers should not keep the process alive. */
  readonly clock?: Clock;
  /** The time of day in ms since 1970. */
  readonly wallTime?: () => number;
  /** A number in [0, 1), as `Math.random`. */
  readonly random?: () => number;
}

/**
 * Counts signals in this process and posts the counts as JSON, batch by batch (docs/guides/resilience/signals.md). Nothing of it
 * ever blocks, slows or throws into a call, keeps the process alive or grows without bound.
 * @throws TypeError when the URL is none of HTTP or holds a password, or the service has no name; RangeError when a number makes no sense.
 */
export function sendSignals({
  url,
  service,
  token,
  every = 10_000,
  series = 500,
  batches = 30,
  timeout = 5_000,
  signals = sharedSignals,
  clock = backgroundClock,
  wallTime = systemWallTime,
  random = Math.random,
  ...given
}: SendSignalsOptions): SendingSignals {
  const text = String(url);
  if (!URL.canParse(text)) throw new TypeError(`Signals are sent to an http or https URL, not to ${text}.`);
  const address = new URL(text);
  if (address.protocol !== "http:" && address.protocol !== "https:")
    throw new TypeError(`Signals are sent over HTTP, not to ${address.protocol}`);
  if (address.username !== "" || address.password !== "")
    throw new TypeError("The URL that signals are sent to holds a user or password; pass a `token` instead.");
  if (service === "") throw new TypeError("The service that sends signals must have a name.");
  const longest = 86_400_000;
  for (const [name, value] of Object.entries({ every, timeout }))
    if (!(value > 0 && value <= longest))
      throw new RangeError(`\`${name}\` must be more than 0 ms and at most a day, not ${value}.`);
  for (const [name, value] of Object.entries({ series, batches }))
    if (!(Number.isSafeInteger(value) && value > 0))
      throw new RangeError(`\`${name}\` must be a whole number above 0, not ${value}.`);
  const receiver = {
    url: address,
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    timeout,
    fetch: given.fetch ?? globalThis.fetch,
  };
  return new SignalSender(receiver, { service, every, series, batches, signals, clock, wallTime, random });
}
