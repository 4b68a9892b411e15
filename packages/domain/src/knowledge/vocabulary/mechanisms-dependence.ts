import { mechanism } from "./concept.ts";

/** What we lean on, what we did not see, and how we were organised. */
export const dependenceMechanisms = [
  mechanism(
    "third-party",
    "a provider we depend on failed",
    [],
    `
    third party|parties
    upstream provider|service|vendor|outage|issue|api
    provider outage|issue|failure
    vendor
    outage|incident|issue|failure|degradation .. at|of|in|with aws|amazon|google|gcp|azure|cloudflare|fastly|github|twilio|stripe|provider
    aws|azure|gcp having|region
    hosted by|on aws|heroku|third
    external provider|service|dependency|vendor
    partner
    during .. aws|azure|gcp|github outage
    carrier partner|issue
    supplier
    subprocessor
    telecom provider
    datacenter provider
    dependent on .. aws|provider|third
    due to aws|azure|gcp
  `,
  ),
  mechanism(
    "internal-dependency",
    "an internal service others rely on failed",
    [],
    `
    dependency failure
    internal service
    core service|component|system
    metadata service
    dependent services|systems
    services .. depended|dependent|relied|rely|depend
    tight|tightly|indirect coupling|coupled
    critical dependency|backend
    architectural coupling
    adjacent service
    critical component
  `,
  ),
  mechanism(
    "single-point-of-failure",
    "one part everything depends on",
    [],
    `
    single point of failure
    no redundancy|fallback|failover
    single dns|provider|datacenter|instance|server .. dependency|relied|solely
    lack|lacked|insufficient isolation|redundancy
    non redundant
    unaddressed dependencies
  `,
  ),
  mechanism(
    "monitoring-gap",
    "nobody was told in time",
    [],
    `
    not|no|never|missing|lack|insufficient|inadequate|limited|without|poor monitoring|alerting|alert|alerts|alarm|visibility|observability|detection
    alert|alerts|alarm|alerting|pages .. not|never|missed|misconfigured|delayed|silent|failed|died
    undetected|unnoticed
    misconfigured .. alert|alerts|pagerduty
    detection delay
    silently
    went unnoticed
    alarm processor
    wasn't detected
    not alerted
    situational awareness
    monitoring failed
    customer reports|support tickets .. rather
  `,
  ),
  mechanism(
    "organisation",
    "how the work was organised",
    [],
    `
    organizational|organisational failure
    communication gap|failure|breakdown
    lack of communication
    contractors|vendors
    ownership
    misunderstanding
    handover
    failure in .. process
    internal process
    undocumented
    knowledge .. left|lost
  `,
  ),
  mechanism(
    "launch-overload",
    "a launch drew more people than expected",
    ["overload", "capacity-shortage"],
    `
    launch .. overload|users|traffic|crashed|visitors|unusable
    after .. launch
    new peak
    concurrent users|players|visitors
    record traffic|users
    day one
    visitors
    went live
    loaded tested
  `,
  ),
] as const;
