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
    certificate .. renewed|validity|ended|end|out
    not been renewed
    reached its end date
    certificate had run out
    security warning
    signatures .. verified
    newer chain
    refused connections .. certificates
    certificate no longer valid|trusted|accepted
    ? renewal|renew .. failed|failing|certificate
    ? intermediate ca|certificate .. valid|expired
    tls|ssl|https handshake|handshakes|validation failed|failing|errors
    not valid after
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
    end date
    validity had ended
    run|ran out overnight
    grace period
    ? license|licence .. expired|expires|ran out|ended|lapsed
    ? domain .. lapsed
    nobody|forgot|forgotten renewed|renew|renewal
    lapsed
    ? trial|subscription|credit card|contract|lease .. ended|expired|ran out
    trial|licence|license|subscription|contract|lease ended|ends|ran|lapsed
  `,
  ),
  mechanism(
    "leap-second",
    "leap second",
    ["clock"],
    `
    leap second|seconds
    extra|additional|inserted second
    23:59:60
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
    clock|clocks .. drifted|jumped|set
    extra|inserted|leap second
    sent the year
    not yet valid
    drifted
    years ago
    time servers
    ? clock|clocks .. wrong|backwards|drift|drifted|skew|jumped|stepped|off|ahead|behind|sync|synchronised|slow|set
    ntp|ptp|chrony
    ? time .. backwards|jumped|drift|skew|wrong|sync
    leap second|seconds|smear
    ? time|clock|clocks .. minutes|hours|seconds .. ahead|behind|off|wrong
    system|host|server|hardware time|clock
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
    leap year|day
    did not know the day
    week counter|number
    summer|winter time
    clocks were set back
    version as a date
    hour occurred twice
    new year
    ? year|date|month|day .. not fit|number|exist|wrong|invalid|parse|parsed|rollover|overflow|expected|future|past
    february 29|29th
    29 february|feb
    new year|year's
    year 2000|2022|2038|y2k
    daylight saving|savings|summer|dst
    time zone|zones|timezone|timezones
    ? end|first|last|start of .. month|year|quarter
    ? date|dates .. format|comparison|calculation|arithmetic|handling
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
    nightly .. run
    batch scheduler|scheduling
    schedule was
    nightly|daily|weekly|hourly|overnight|scheduled|periodic|monthly batch|job|jobs|task|run|script|import|export|backup|process|sync
    cron|crontab|cronjob|cronjobs|scheduler
    ? batch|job .. not|never|had finished|finish|completed|run|ran|started|overran|overlapped
    every night|midnight|hour|morning|day
    ? overlapped|overlapping|overrun|overran .. job|run|runs|batch
  `,
  ),
] as const;
