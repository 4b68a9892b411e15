import { mechanism } from "./concept.ts";

/** Too much work for what is there: load, limits, and what overload sets in motion. */
export const capacityMechanisms = [
  mechanism(
    "overload",
    "overload",
    [],
    `
    overload
    overwhelm
    saturated|saturation|saturate
    under|heavy|high|excessive|extreme|peak|increased load
    too much|many load|traffic|request|connection
    could|can|cannot not handle|keep|absorb .. load|traffic|demand|volume
    exceeded .. capacity
    fell over
    ran|run hot
    maxed out
    surge|spike .. load|traffic|request
    capacity .. threshold
    put .. load on
    tremendous load
    struggling database|server|cluster
    unprecedented load|traffic|event
    overloading
    brought to its knees
    high utilization
    crushing|crushed
    divided into .. trades
    cannot|not cope
    could not keep up
    swamped|hammered|inundated|flooded|clogged
    fifty|ten|hundred times expected|usual|normal|more
    kept .. busy
    more visitors|users|requests|traffic than
    brought .. down under
    too slow to answer|respond
    sudden|increased|unexpected|unusual|unanticipated|extra|peak .. load
    ? load .. not anticipated|expected|planned|foreseen
    ? more .. than .. could .. handle|serve|process|take
  `,
  ),
  mechanism(
    "capacity-shortage",
    "not enough capacity",
    ["overload"],
    `
    insufficient|inadequate|lack|limited|reduced|not enough capacity
    capacity planning
    under provisioned|sized
    underprovisioned|undersized
    downgrade .. capacity|instance|database
    capacity downgrade
    not .. provisioned to handle
    load planning|testing .. skipped|without
    without .. load testing
    load tested at|for
    spare capacity
    scaling challenges|limits|limitations|bottleneck
    too small
    reduction in .. hosts|capacity|instances
    minimum healthy hosts
    out of capacity
    resource sizing
    not provisioned|ordered|bought|planned|enough|sufficient enough
    underprovisioned|undersized|underestimated
    too few|small|little servers|machines|instances|workers|capacity|nodes|cluster
    headroom
    capacity plan|planning
    outgrew|outgrown
    fewer servers|machines|nodes|instances
    ? scaled|scale|scaling down .. too|far
    downsized|downgraded|downsizing
    smaller instance|machine|cluster|database
  `,
  ),
  mechanism(
    "retry-storm",
    "retry storm, thundering herd",
    ["overload"],
    `
    retry storm
    retry|reconnection|reconnect|mirroring|remirroring|rebalance|login|connection storm
    thundering herd
    excessive|aggressive|repeated|continuous|constant|simultaneous|endless retry|retries|reconnect
    retry|retries|retrying .. overwhelm|overload|backoff|load|storm|exacerbate|worse
    without|no|lack|lacked|missing exponential? backoff|back
    exponential backoff
    back off behavior|behaviour
    backoff
    ddos ourselves|ourself|themselves|itself
    self inflicted ddos|dos
    all clients .. retry|reconnect
    massive|mass|simultaneous|simultaneously|landrush reconnect|reconnection|disconnection|resynchronization|resync|synchronization
    disconnect .. reconnect
    reconnecting clients|players|users|millions
    clients|nodes|sdks|callers|players|devices .. retrying|retried|reconnecting|reconnect
    continued to retry
    retries .. no backoff
    surge of .. connection|reconnect|retry
    simultaneous requests
    requested|request full synchronization|resync
    connection retry logic
    stampede
    tried|try again .. load|once|time
    registered|register|registering again .. once|time
    back|starting|started|booting|reconnecting at once
    persistent retries
    failed requests .. again
    clients tried again
    many machines starting
    wait|waited .. then all
    jitter
    ? sign in|log in|reconnect|connect .. same moment|time|once
    ? every|all device|devices|clients|client|phones|apps .. same moment|time|once
    ? all at once
    ? at the same moment
    ? reconnected|reconnecting|reconnect
    ? without backoff
    ? synchronised|synchronized clients|requests
    ? flood of reconnects|reconnections|registrations|logins|retries
    ? flapping
    ? all|every clients|devices|users|players .. came|come|connected|connect .. simultaneously|once
    ? came back simultaneously|once
    ? knocked .. over again
    ? simultaneously
    ? asked|asking|called|calling|tried|trying again .. faster|immediately|once|without
    ? again and again
    faster than .. answer|recover|respond|server
    same moment|instant|second|minute .. all|every|each|everyone
    all|every|each .. at the? same moment|instant|second
  `,
  ),
  mechanism(
    "feedback-loop",
    "self-reinforcing overload",
    ["overload"],
    `
    feedback loop
    vicious cycle|circle
    death spiral
    metastable
    snowball
    positive feedback
    self reinforcing|sustaining|perpetuating
    further exacerbated .. load
    vicious circle|cycle
    ? more work .. more
    amplified|amplification|amplifying itself|load|traffic
  `,
  ),
  mechanism(
    "cpu-saturation",
    "CPU saturated",
    ["overload"],
    `
    cpu .. 100|saturate|saturated|exhaust|exhaustion|spike|max|maxed|high|pressure|utilization|usage|load|bound
    high|excess|excessive|spiked|full|100 .. cpu
    cpu exhaustion|starvation|throttling|quota|capacity|load|pressure
    lacked .. cpu
    spinwait
    burst balance|credits
    computer overload
    duty cycle
    ? cores|core|cpu|cpus|processor .. 100|percent|pegged|maxed|saturated|busy
    pegged|maxed out
    spinning|spun|busy loop|waiting
    load average
    cpu throttling|throttled|limits|credits
    burnt|burned|burning cpu
    cpu hungry|intensive|bound
  `,
  ),
  mechanism(
    "queue-backlog",
    "queue backed up",
    [],
    `
    queue .. backed|backlog|back|backup|grew|growing|build|built|buildup|filled|full|stuck|congested|depth|delay|lag|overflow
    backlog
    backed|backing up
    queue|queued|queueing jobs|messages|builds|operations|events|emails|work
    consumer lag|lagging
    processing delays|delay|delayed
    stuck in .. queue
    zero active consumers
    work queue
    messages .. unacknowledged|delayed
    internal queues
    queue slow
    delayed processing
    fell|falling behind
    ingestion delay|delays|lag
    piled up
    consumers .. stopped|stuck|group
    stopped committing
    processing stops|stopped
    not posted
    stopped delivering
    orders|mail|messages .. unprocessed|stuck
    ? events|jobs|messages|tasks|emails|orders .. waiting|pending|unprocessed|stuck
    waiting to be processed|sent|delivered|handled
    ? accumulated
  `,
  ),
  mechanism(
    "cold-cache",
    "cold or lost cache",
    ["overload"],
    `
    cache stampede
    cold cache|caches|buffer|storage|start
    caches were cold
    cache miss|misses|hit rate|eviction|evicted|flush|flushed|invalidation|invalidated|warm|warming|lost
    empty cache
    cache .. failure|failed|unavailable|degraded|degradation|down|restart|contention|ttl|expired
    cache .. fell|dropped
    not cached
    hadn't cached
    repopulate .. cache
    cache ttl
    cold .. pool
    cache .. replaced|deregistered|spares
    cold|empty caches
    hadn't cached|cache
    ? flushed|flushing|cleared|clearing|emptied|purged|purging|invalidated|restarted|lost .. cache|redis|memcached|varnish
    ? cache|redis|memcached .. flushed|cleared|empty|emptied|cold|lost|evicted|expired|restarted|unavailable|down
    ? went|fell|passed|straight straight|through to .. database|origin|backend
    ? cache miss|misses
    ? cache hit rate|ratio
    ? recomputed|recompute|regenerate|regenerated .. same|once
    ? stampede|dogpile
  `,
  ),
  mechanism(
    "slow-query",
    "expensive query",
    ["overload"],
    `
    slow|expensive|heavy|inefficient|runaway|unoptimized|problematic|analytics|analytical|long-running query|queries
    query .. expensive|slow|inefficient|plan|planner|performance|timeout
    missing|lack index|indexes|indices
    full table scan
    sequential scan
    scatter query
    query plan
    statistics table|tables
    table statistics
    query pattern
    n 1 query
    hitting disk
    queries time|timing|timed out
    increased read load
    read load
    unexpected .. query|queries
    increased .. read load|traffic
    database statistics|indexes
    once per row
    asked the database
    reads .. disk
    per row
    ? planner .. bad|wrong|chose|plan
    query|execution plan changed|flipped|bad|wrong|regressed
    ? statistics .. changed|outdated|stale|missing
    missing|wrong|dropped|invalid|unused index
    no index
    full|sequential table? scan|scans
    n 1 queries
    unbounded|expensive|heavy|inefficient|slow|long query|queries|request|requests|report|endpoint
    ? query|queries .. forever|cpu
    ? query|queries took|taking|takes|take|ran|running|runs .. seconds|minutes|hours
    long running query|queries|report|job|transaction
    ? scan|scans|scanned|scanning .. entire|whole|full|every .. table|row|rows|collection
    without|lacking an? index
    not|never|poorly|badly optimized|optimised|indexed
    resource intensive|heavy|hungry query|queries|operation|operations|report|reports|endpoint|job
    ? query|queries|report|operation .. resource|cpu|io|memory .. intensive|heavy
  `,
  ),
  mechanism(
    "outgrown",
    "grew past what the code copes with",
    ["capacity-shortage"],
    `
    quadratic|exponential|nonlinear|superlinear
    linearly|quadratically with
    scales|scaled|grows|grew .. quadratically|exponentially|linearly|badly|poorly
    at that|this|our scale
    showing up at scale
    inefficient at|for high|large|many
    thousands|hundreds|millions of .. users|rows|records|entries|servers|files|keys|nodes|pods|jobs .. slow|long|time|timeout|restart|start
    number of .. grew|grown|doubled|increased|exploded
    more .. than ever|designed|planned|foreseen
    designed|built|meant for .. fewer|few|smaller|hundreds
    ? took|taking|takes longer|long .. every|each time
    ? stress test|tests|testing
    ? for the first time .. exceeded|reached|passed
    ? full table|list of all .. every|each
  `,
  ),
  mechanism(
    "hot-spot",
    "one shard or tenant took the load",
    ["overload"],
    `
    hot shard|spot|partition|key|tenant
    hotspot
    hotter shard
    noisy neighbor|neighbour
    single|one customer .. slo|load|request|traffic|consumed
    skewed|uneven load|distribution|traffic
    low levels of locality
    unusually large customer|tenant|order
    one shard
    shard grew
    ? hot shard|shards|partition|key|keys|row|node
    ? one|single .. customer|tenant|account|user|shard|partition|key .. overloaded|all|most|traffic|load
    ? big|large|largest|heavy customer|tenant|account|user
    ? same|one|single shard|partition|node
    ? celebrity
    ? unevenly|uneven|skewed|imbalance|unbalanced|imbalanced
    ? noisy neighbour|neighbor
  `,
  ),
  mechanism(
    "autoscaling-failed",
    "could not scale out",
    [],
    `
    autoscale|autoscaler|autoscaling
    auto scaling
    unable|failed to scale
    scale out|up .. unable|failed|prevented|slow
    preventing .. scaling
    new instances|nodes|servers failed|unable|not
    could not .. provision|launch
    unable to .. provision|launch|start new
    failure to .. scale
    scaling .. event|activity|activities
    cluster was? full
    autoscaler .. maximum
    pods .. pending
    reached .. maximum size
    pod limit
    did not scale .. time
    no room for .. pods|instances|nodes
    no capacity|machines|instances left|available
    ? new|additional|more machines|instances|nodes|pods|servers .. not|could launched|start|launch|join|provisioned
    ? could not|unable launch|start|launched|provision|schedule .. machines|instances|nodes|pods
    insufficient capacity|instance
    ? scale up|out .. failed|slow|late|late
    not|no|without .. instances|machines|servers|hardware|capacity available .. zone|region|type
    not have any .. instances|machines|capacity|servers
    no .. instances|capacity|machines available|left .. zone|region|provider
    insufficient instance capacity
    replacement .. node|instance|server .. failed|not
    out of stock|capacity
    nowhere .. room|space|place|fit
    no|nowhere .. room|place|space for .. pods|containers|jobs|instances|workloads
    could not be placed|scheduled
    unschedulable
  `,
  ),
  mechanism(
    "automated-traffic",
    "bots or crawlers flooded it",
    ["overload"],
    `
    crawler|crawlers|scraper|scrapers|scraping
    bots
    robots txt
    spam transactions|requests|traffic
    large volume of transactions|requests
    unknown actor
    fetched every
  `,
  ),
] as const;
