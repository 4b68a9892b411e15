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
    announced .. routes|prefix|prefixes
    specific routes|prefix|prefixes
    withdrew|withdraw
    route reflector|reflectors
    learn|send routes
    bgp session|sessions
    sessions .. dropped|lost|down|flapping|up
    flooded .. routes
    routes .. flooded|escaped|unproductive
    forwarding tables
    flowspec
    route table|updates
    policy change .. router|peering
    ? advertised .. prefix|prefixes|address|addresses|routes|range|ranges
    ? announced .. prefix|prefixes|routes
    route optimizer|optimiser|leak|hijack|filter
    prefix filter|filters
    ? accepted .. routes|announcements
    null route|routed
    blackholed|blackhole
    bgp peer|peers|peering|policy
    ? originating|originated .. prefix|route|24|23|22|our|address|addresses
    ? part of the? internet .. packets|traffic|sent
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
    names|name .. resolved|resolve|addresses
    lookup|lookups .. fail|failed|fails|timed
    resolution .. timed|failed|failure
    without any addresses
    ds record
    dnssec
    zone transfer|transfers
    host names
    coredns
    dns servers .. keep|cope|restart
    dns infrastructure
    ndots
    domain lapsed|suspended|disappeared
    ? zone .. removed|deleted|empty|missing
    ? domain .. on hold
    ? ns|mx|cname|glue record|records .. missing|removed|wrong|deleted|changed
    ? could not find .. hostname|host|address
    ? registrar .. suspended|locked|removed
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
    nodes|node|datacenter|zone|zones|servers isolated
    connectivity between
    unable|difficulty|failed to communicate|communicating with
    cut off
    disconnected from
    difficulty communicating
    two .. datacenters .. connectivity
    cut the connection .. between
    isolated from
    could not reach .. other
    ? sites|datacenters|regions|halves|zones .. reach each other
    ? nodes|servers|hosts|replicas .. reach|see each other
    ? lost contact|sight .. nodes|each other|cluster|leader
    ? cut off .. cluster|rest|nodes|others
    isolated from|itself
    ? separated .. cluster|nodes
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
    landing station
    cable|fibre|fiber|line|link .. cut|severed|damaged|dug|broken|lost
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
    saturated .. upstream|provider
    network capacity
    kept them congested
    transit gateway|gateways
    compete|competed for .. bandwidth
    tiny network
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
    sfp
    one way traffic
    core routers .. memory|disconnected
    switch .. misbehave|misbehaved
    cut the connection
    optical equipment
    routers .. disconnected
    backhoe|excavator|digger
    fiber|cable|cables|line cut|severed|broken
    ? cut .. fiber|cable|cables|line
    ? optic|optics|transceiver|sfp|nic .. faulty|failed|failing|bad|dirty
    faulty|failed|bad|dirty optic|optics|transceiver|sfp|nic|patch
    switching|bridging|bridge|forwarding|layer loop
    spanning tree
    crc errors|error
    packet corruption
    duplex
    ? gateway|modem .. died|failed|crashed
    supervisor card|module|engine
    ? severed|cut|damaged .. fibers|fiber|cables|cable|line|lines
    ? construction|road|digging work|works|workers|crew .. fiber|cable|line
    switch|router|switches|routers .. loop|circle|broadcast|broadcasts|flapped|flapping|rebooted|firmware|hung|died
    broadcast storm|storms
    forwarded .. circle|loop
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
    liveness probe
    removed from the load balancer
    readiness probes
    health|readiness|liveness check|checks|probe|probes|endpoint
    ? marked|considered|declared .. unhealthy|dead|down|failed|notready
    unhealthy|notready
    out of rotation|service|load
    ? ejected|evicted|removed from .. pool|rotation|load
    check|checks|probe|probes asked|tested|looked|called .. wrong|other|old port|path|host|endpoint|page
    check|checks|probe|probes .. passed|green|ok .. although|while|because|wrong
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
    association .. load balancer|target
    nonexistent pods|hosts|backends
    answered with 404
    routed to .. nonexistent|old
    ? wrong|other|another|different tenant|backend|upstream|customer|cluster|instance .. traffic|requests
    ? requests|traffic .. sent|went|routed|directed .. wrong|another|other|old|removed|dead
    sent to another|wrong|old|dead
    routed to the? wrong|another|old|dead
    pointed|pointing at|to the? old|wrong|removed
    ? sending|sent|routing|routed|directed|forwarded requests|traffic|users|calls .. gone|dead|removed|wrong|old|nonexistent|stopped
    ? balancer|proxy|gateway|router .. kept|still|continued .. old|gone|dead|removed|taken
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
    dropped legitimate|valid
    meant to block
    block unwanted
    new rule of the firewall
    ? iptables|nftables|acl|access list|security group|groups .. dropped|blocked|denied|rejected|missing
    rule|policy dropped|blocked|denied|rejects|rejected
    ? waf .. flagged|malicious|legitimate|normal|false
    ? flagged .. malicious|spam|abuse|suspicious|attack
    ? port .. closed|blocked|filtered
    network policy|policies
    blacklisted|blocklisted|blacklist|blocklist
    flagged .. malware|virus|trojan|dangerous|phishing|unsafe|deceptive|suspicious
    antivirus|defender|safebrowsing .. flagged|blocked|quarantined|removed|deleted
    quarantined|quarantines
    safe browsing
    rejected|rejecting|rejects|refused every|all|valid|legitimate|good
    ? mistaken|mistook|taken|classified .. attack|bot|bots|spam|malware|abuse
    mail|mails|email|emails|messages|traffic|requests rejected|refused|bounced|dropped .. because|listed|address|reputation|spam
    address|domain|ip|range was|were|is listed|blacklisted|blocklisted|banned
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
    client|clients|caller|callers|proxy gave up
    gave up after|waiting
    timeout|timeouts shorter|longer|lower|higher than
    deadline|deadlines exceeded|shorter
    ? seconds .. needed|took .. timeout
    keepalive|keep alive
    idle timeout|connections|connection closed|dropped
    ? deadline|timeout .. short|long|low|high|second
  `,
  ),
] as const;
