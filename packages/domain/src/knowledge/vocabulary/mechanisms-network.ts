import { mechanism } from "./concept.ts";

/** Getting from here to there: routing, names, links, and what decides where traffic goes. */
export const networkMechanisms = [
  mechanism(
    "routing-withdrawn",
    "routes leaked or withdrawn",
    ["network-failure"],
    `
    bgp
    route leak|leaks|leaked|withdrawal|withdrawn|hijack
    routes .. leaked|withdrawn|removed|deleted|announced
    withdrew .. advertisements|routes|prefixes
    announcement|announcements|advertisement|advertisements|prefixes
    ip blocks
    peering
    local preference
    routing table|tables|rules|data|policy|configuration
    router rule|configuration|config
    routed to .. wrong|lower
    backbone .. connections|network|down
    misrouted|misroute
    severed .. connection|connectivity|link
  `,
  ),
  mechanism(
    "dns-failure",
    "names did not resolve",
    ["network-failure"],
    `
    dns .. failed|failure|failures|issue|issues|outage|resolution|resolve|misconfiguration|configuration|error|errors|incorrect|propagate|record|records|query|queries|overload|unable
    unable|failed|failing|failure to resolve
    name resolution|server|servers
    nxdomain
    resolver|resolvers
    nameserver|nameservers
    zone file|files
    domain .. expired|suspended|hijacked|registrar|records
    wrong|old|incorrect dns|ip record|records|address
    dns ttl
    cname
    hostname
    ? dns
  `,
  ),
  mechanism(
    "network-partition",
    "network partition",
    ["network-failure"],
    `
    network partition|partitions|partitioned|split|isolation|disruption
    partition|partitioned|partitions
    lost|loss|losing .. connectivity
    isolated .. nodes|node|datacenter|zone
    connectivity between
    unable|difficulty|failed to communicate|communicating with
    cut off
    disconnected from
    difficulty communicating
    two .. datacenters .. connectivity
  `,
  ),
  mechanism(
    "network-failure",
    "network failure",
    [],
    `
    network|networking|connectivity issue|issues|problem|problems|failure|outage|disruption|instability|interruption|trouble
    network .. down|unreachable|failed|degraded|unstable
    network event|incident
    intermittent connectivity
    network latency
    loss of connectivity
    peering point
    flapping|flapped
    network connectivity
    ? network
  `,
  ),
  mechanism(
    "network-congestion",
    "network congested or flooded",
    ["network-failure", "overload"],
    `
    network congestion|saturation|saturated|flood|overload|loop|storm
    congestion|congested
    packet loss|drops|dropped
    broadcast|multicast storm|traffic|loop
    multicast
    flood|flooded|flooding
    spanning tree
    bandwidth .. saturated|exhausted|limit
    links .. saturated|congested
    network loop
    saturated .. links|network|switch|switches|cpu
    overwhelmed .. router|routers|networking|switch
    reduced network? capacity
    redirected .. traffic .. to
    lower capacity .. network
    mac address|addresses
    interface limitations
  `,
  ),
  mechanism(
    "network-device",
    "switch, router or link failed",
    ["network-failure", "hardware-failure"],
    `
    switch|switches|router|routers|firewall|gateway .. failed|failure|crash|crashed|bug|reboot|restart|misconfiguration|rule|configuration
    failed switch|router|link|line
    fiber|fibre|cable|optical|transit|leased cut|line|link|equipment|provider
    link failure|failures|down|flap
    leased line|lines
    edge routers
    core|access|aggregation|network switch|switches|router|routers
    line card
    networking devices|gear|equipment
    carrier
    redundant links
    isp
    unstable|unreliable line|lines|link|links|connection
    flapping|flapped|flap
  `,
  ),
  mechanism(
    "health-check",
    "health checks took servers out",
    [],
    `
    health check|checks|checking|pings|ping
    healthcheck|healthchecks
    marked .. unhealthy|outofservice|down|faulty
    readiness|liveness
    removed from .. pool|rotation|load|service
    deregister|deregistered|detached|detatched
    keepalive|heartbeat|heartbeats
    unhealthy
    prematurely removed
    remove|removed themselves
    took|take themselves down|off
  `,
  ),
  mechanism(
    "traffic-misrouted",
    "traffic sent to the wrong place",
    [],
    `
    misroute|misrouted|misrouting
    routed|routing|redirected|directed .. incorrectly|wrong|incorrect
    traffic .. wrong|incorrect|incorrectly|directed|redirected|routed
    wrong backend|origin|server
    default|incorrect backend
    sent|redirected .. traffic .. primary|datacenter
    header|headers .. cleared|missing|forwarded|stripped
    target group|groups
    load balancer .. misconfigured|configuration
    random destinations
  `,
  ),
  mechanism(
    "firewall-block",
    "a rule blocked legitimate traffic",
    ["bad-config"],
    `
    firewall .. blocked|rule|blocking|config|configuration|misconfiguration|policy|bad
    blocked|blocking|filtering|filtered|denied|rejected .. legitimate|traffic|access|requests|users|sms|connections|customers
    waf rule|rules
    security group
    access .. blocked|denied
    blacklist|blocklist|denylist|blacklisted
    security polic|policy|policies .. blocked|misapplied|change
    network polic|policy|policies
    false positive|positives
    spam filter|filtering
    high filtering
    policy change .. blocked
    security controls
  `,
  ),
  mechanism(
    "timeouts",
    "timeouts set wrongly",
    [],
    `
    timeout|timeouts .. low|high|short|long|reduction|reduced|missing|misconfigured|value|values|configuration|setting|acknowledgment|too
    timeout .. change
    too low|short|long timeout|timeouts
    missing timeout|timeouts
    long timeout|timeouts
    timeout period|periods
    keep alive
    no timeout
  `,
  ),
] as const;
