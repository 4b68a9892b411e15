import { mechanism } from "./concept.ts";

/** What we lean on, what we did not see, and how we were organised. */
export const dependenceMechanisms = [
  mechanism(
    "account-suspended",
    "account suspended or bill unpaid",
    ["third-party"],
    `
    unpaid|overdue bill|invoice|account|balance
    forgot|forgotten|failed to pay
    ran|run out of funds|credit|credits|money
    grant|credit|credits|funds|budget .. ran|run out|exhausted|depleted
    billing account|status|alerts .. suspended|closed|disabled|inactive|out
    account|project|subscription|service|resources|domain was|were suspended|terminated|cancelled|canceled|disabled by|because|when|over
    suspended .. account|project|billing|payment|resources
    credit card .. expired|declined|failed
    payment .. declined|bounced|lapsed
    ? subscription .. cancelled|canceled|suspended|lapsed
    ? suspended|terminated our account
    not paid|renewed for
    parking page
  `,
  ),
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
    identity provider
    payment processor|provider
    auth0|paypal|twilio|pingdom
    provider of our
    no second provider
    had an outage in its
    processor returned
    managed dns provider
    dns provider
    our provider
    the provider .. blocked|manually
    ? stripe|twilio|fastly|cloudflare|github|auth0|okta|sendgrid|mailgun|aws|amazon|azure|google|heroku|digitalocean|linode|ovh|rackspace|hetzner|fly|vercel|netlify|datadog|akamai|npm|docker|paypal|adyen|plaid|visa was|were|had|having|went|experienced|suffered|is|reported down|incident|outage|problems|issues|trouble|degraded
    ? hosting|hoster|cloud|payment|sms|email|dns|cdn|identity|network|upstream|infrastructure|data company|provider|partner|supplier|vendor|gateway|carrier .. outage|down|incident|problem|problems|issue|issues|failed|failure|trouble|unavailable|degraded|maintenance
    ? outage|incident|problem|issue|failure at|of|with|in our|the|a .. provider|vendor|supplier|partner|upstream|host|hoster
    ? depend|depends|depended|rely|relies .. external|outside|third|provider|vendor
    ? status page .. provider|their
    our|their hosting|cloud|network|internet|dns|sms|email|payment|infrastructure|colocation|hardware provider|company|partner|supplier
    outside|external api|apis|system|systems|site
    by|from|at our .. provider|hoster|vendor|supplier|isp
    hosting company|provider
    ? isp|hoster
    provider|provider's|vendor's|hoster .. maintenance|upgrade|migration
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
    ? service|api|database|backend|store .. slow|down|unavailable|failed .. everything|all|others|other|dependent|services|waited
    ? everything|everybody|all|many|other services|teams|products|systems|that .. depend|depends|depended|needs|waited|relied|rely|relies
    hidden|hard|unknown|undocumented|unexpected|critical dependency|dependencies
    shared service|library|database|cluster|infrastructure|component
    ? downstream|upstream service|services|system|systems .. slow|down|failed|unavailable
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
    no second
    same machine|host|building
    one facility
    hidden dependencies
    believed to be redundant
    not connected to the backup
    without redundancy
    all replicas
    single etcd|database|server|region
    nothing able to
    one|single box|machine|server|host|replica|instance|copy|node|link|path|provider|person|network
    no spare|redundancy|redundant|standby|second|replica|failover
    only one|single
    not redundant|replicated
    ? all .. depended on one|single
    without redundancy|spare|replica
    ? same|one|single fuse|circuit|switch|breaker|rack|feed|strip|cable|path|trunk|controller
    both .. on|through|hung|depended|shared .. one|same|single
    backup|second|spare|redundant line|link|path|feed|cable|supply .. not|never
    ? nothing|no one|nobody else|other .. take over
    no|without redundancy|redundant|spare|standby|second
    standby|secondary|spare .. could not|unable|not .. take over|synchronize|serve|ready
  `,
  ),
  mechanism(
    "monitoring-gap",
    "nobody was told in time",
    [],
    `
    not|no|never|missing|lack|insufficient|inadequate|limited|without|poor monitoring|alerting|alert|alerts|alarm|visibility|observability|detection
    alert|alerts|alarm|alerting|pages not|never|missed|misconfigured|delayed|silent|failed|died
    ? alert|alerts|alarm|alerting|pages .. not|never|missed|misconfigured|delayed|silent|failed|died
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
    no alert fired
    nobody .. paged|noticed|noticing
    without anybody
    no notification|page
    found by customers
    alerts failed
    alerting pipeline
    everything looked green
    lack of monitoring
    go undetected
    returned? http 200
    ? alert|alarm|page|notification|email|warning .. nobody|ignored|inbox|mailbox|muted|silenced|unread|lost|spam|old|wrong|unnoticed
    ? nobody|no one|none .. noticed|knew|reads|read|watched|looked|saw|told|alerted
    ? customer|customers|user|users .. told us|first|reported|noticed|before
    no|without|missing|lacked|lack alert|alerts|alarm|alarms|monitoring|metric|metrics|visibility|check
    not monitored|alerted|noticed|detected|paged|watched
    unnoticed|undetected|silently
    ? days|weeks|months|hours before|until .. noticed|discovered|found|detected
    went|gone unnoticed|undetected
    ? dashboards|checks|probes .. green|fine|healthy|showed
    ? went on|lasted|continued .. until .. user|customer|somebody|someone
    user|customer|users|customers wrote to us
    ? until a? user|customer|users|customers .. wrote|told|reported|complained
    became|become|becoming aware .. hours|day|days|late|later|only
    ? hours|day|days .. became|become aware
    ? did not know|notice .. until|for
    only .. when|after customers|users|customer|user .. complained|reported|wrote|called|posted|told
    ? posted|posting on .. forum|forums|twitter
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
    ? only|one|single person|engineer|people|developer|team who|that .. knew|know|understood|access
    ? had|has|have left .. company|team|system
    ? knowledge .. lost|one|missing|left
    nobody|no team owned|owner|responsible|ownership
    understaffed|vacation|holiday|holidays|overtime|tired
    outsourced|outsourcing|contractor|contractors|layoffs|laid off
    ? documentation .. missing|outdated|wrong|lacking
    nobody|no one|hardly knew|remembered|understood .. machine|server|box|host|that|how|who|why
    ? nobody|no one told|informed|asked
    ? under .. desk
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
    presale|onsale
    black friday|cyber monday
    commercial|advertisement .. visitors|traffic|users
    posted to reddit
    getting popular
    hug of death
    slashdotted|slashdot
    fans
    within minutes of launch
    students .. began|same time|exam
    went|goes|going on sale
    ? after|minutes|hours .. launch|launched|release|announcement|opening
    ? launch|launched|premiere|announcement|opening .. more|demand|visitors|traffic|load|players|down|overload
    tv|super|bowl ad|advert|spot|bowl
    ? ad|campaign|newsletter|tweet|mailing|promotion .. visitors|traffic|load|users
    ? ticket|tickets|sale|sales .. demand|down|traffic|queue|crash
    ? expected|anticipated .. visitors|users|players|demand
    overwhelming|unprecedented|record demand|interest|traffic|number|sales|volume
    workshop|class|course|lecture|exam|conference|webinar .. students|users|attendees|participants
  `,
  ),
  mechanism(
    "cascading-failure",
    "cascading failure",
    [],
    `
    cascade|cascading
    domino effect
    knock on effect
    ripple effect
    chain reaction
    collapse of dependent
    percolated|propagated to
    spread to other
    took .. down too
    next machine|node|cluster .. again|too|down
    one after another
    others that use it
    many other services failed
    ? moved|shifted|spilled .. load onto|to others|other|remaining
    ? remaining nodes|servers|instances|hosts .. overloaded|failed|crashed|load
    one after another|other
    ? each .. failed in turn
    ? in turn .. failed|crashed|overloaded
    failed in turn
    spread to other|others|the
    domino
    knock on
    ? took .. others|rest down
    snowball|snowballed|spiral
  `,
  ),
] as const;
