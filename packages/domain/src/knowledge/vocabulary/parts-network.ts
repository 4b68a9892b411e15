import { part } from "./concept.ts";

/** What carries traffic and decides where it goes. */
export const networkParts = [
  part(
    "dns",
    "DNS",
    ["network"],
    `
    dns
    nameserver|nameservers|resolver|resolvers
    name server|servers
    nxdomain|cname
    zone file|files
    domain name|names
    route 53
    coredns
    registrar
    dns infrastructure
    host names|hostnames
    dnssec
  `,
  ),
  part(
    "load-balancer",
    "load balancer",
    ["network"],
    `
    load balancer|balancers|balancing
    lb|elb|alb|nlb|haproxy|nginx|envoy|traefik|gclb
    reverse proxy
    proxy|proxies|proxying
    front end|ends
    frontend|frontends
    gateway
    ingress
    target group|groups
  `,
  ),
  part(
    "cdn",
    "CDN and edge",
    ["network"],
    `
    cdn
    edge server|servers|network|nodes|proxy|proxies
    cloudflare|fastly|akamai|cloudfront
    edge
    vcl
    tiered cache
    points of presence
    origin
  `,
  ),
  part(
    "waf",
    "web application firewall",
    ["firewall"],
    `
    waf
    web application firewall
    bot management
  `,
  ),
  part(
    "firewall",
    "firewall or filter",
    ["network"],
    `
    firewall|firewalls
    security group|groups|policy|policies|controls
    blacklist|blocklist
    filter|filtering
  `,
  ),
  part(
    "network",
    "network",
    [],
    `
    network|networks|networking
    connectivity
    subnet|vpc|vpn|mtu|tcp
    ip address|addresses
  `,
  ),
  part(
    "router",
    "routers and switches",
    ["network"],
    `
    router|routers|switch|switches
    network device|devices|equipment|gear
    aggregation|core switch|switches
    mac address|addresses
  `,
  ),
  part(
    "backbone",
    "backbone and internet routing",
    ["network"],
    `
    backbone
    bgp
    routes|route|routing
    peering|transit
    isp
    long distance
    cross|inter datacenter|region
    leased line|lines
    fiber|fibre
    announcements|advertisements
    bgp sessions
    prefix|prefixes
    route|router reflectors
  `,
  ),
  part(
    "certificates",
    "certificates",
    [],
    `
    certificate|certificates|cert|certs
    tls|ssl|https
    pki
    acme
  `,
  ),
  part(
    "telephony",
    "telephony and SMS",
    [],
    `
    sms|phone|voice|telephone|telecom|telco|mms|toll
    phone|voice calls|call
    calls .. failed|placed|blocked
    carrier|carriers
    text message|messages
    mobile network
    landline
    wireless
    subscribers
  `,
  ),
  part(
    "api",
    "API",
    [],
    `
    api|apis
    endpoint|endpoints
    api gateway|request|requests
    rest|graphql
    web services
  `,
  ),
  part(
    "internal-api",
    "internal service API",
    ["api"],
    `
    internal|unauthenticated api
    api call|calls
    metadata api
  `,
  ),
  part(
    "mobile-network",
    "mobile network",
    ["telephony"],
    `
    mobile data|network|phones|calls|subscribers
    volte|lte|4g|5g|3g
    wireless
    subscriber|subscribers
    packet core
    wireline
  `,
  ),
  part(
    "proxy",
    "proxy or ingress",
    ["load-balancer"],
    `
    nginx|haproxy|envoy|traefik|linkerd|varnish
    ingress
    proxy|proxies
  `,
  ),
] as const;
