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
  `,
  ),
  mechanism(
    "rate-limit",
    "quota or rate limit hit",
    [],
    `
    rate limit|limits|limiting|limited
    429
    throttle|throttled|throttling
    quota
    request|api|usage limit
    hit .. limit
    global quotas
    burst limit
    too many requests
    backpressure
  `,
  ),
  mechanism(
    "size-limit",
    "hard size limit reached",
    [],
    `
    size limit
    file size
    2tb|2 tb
    limits were hit
    hit .. limit of
    reached .. limit|limits
    exceeded .. limit|maximum|allowable
    limit .. exceeded|reached
    hard coded|hardcoded limit
    preallocated .. limit
    too much|large|big data|payload|file|to
    oversized
    doubled in size
    larger than expected
    toast table
    oids
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
  `,
  ),
] as const;
