import { mechanism } from "./concept.ts";

/** Things that come due, clocks that step, dates that do not exist. */
export const timeMechanisms = [
  mechanism(
    "expired-certificate",
    "expired certificate",
    ["expiry"],
    `
    certificate|certificates|cert|certs|tls|ssl .. expired|expire|expires|expiry|expiration|expiring
    expired|expiring|expiry|expiration .. certificate|certificates|cert|certs
    certificate .. renewal|renew|renewed|invalid|rejected|chain|rotation|upgrade
    renewal .. certificate
    intermediate|root|wildcard certificate
    certificate validation|error|errors|warning|warnings
    allowed to expire
    transfer certificate|certificates
    ? certificate|certificates
    ? tls|ssl
  `,
  ),
  mechanism(
    "expiry",
    "something expired",
    [],
    `
    expired|expire|expires|expiry|expiration
    lapsed|lapse
    renewal|renewed
    end of life
    licence|license .. expired
    token|credential|key|password|domain .. expired
    sunset
  `,
  ),
  mechanism(
    "clock",
    "clocks and leap seconds",
    ["calendar"],
    `
    leap second|seconds
    clock|clocks
    ntp
    clock skew|drift
    monotonic
    time .. backwards|backward
    rewound
    timestamp|timestamps .. inaccurate|wrong|incorrect|future
    wrong|inaccurate|incorrect timestamp|timestamps
    future stamps
    timer
    negative rtt|values
  `,
  ),
  mechanism(
    "calendar",
    "a date the code did not expect",
    [],
    `
    leap day|year
    february 29
    29 february
    feb 29
    february 29th
    daylight saving
    year 2000|2038
    y2k
    date calculation|overflow|bug
    dst
    end of month|year
    invalid date
    rollover
    unix epoch
  `,
  ),
  mechanism(
    "scheduled-task",
    "a scheduled task went wrong",
    ["automation"],
    `
    cron
    batch|background|scheduled|nightly|periodic job|jobs|task
    scheduled manual
    scheduler
    background job
    routine job
  `,
  ),
] as const;
