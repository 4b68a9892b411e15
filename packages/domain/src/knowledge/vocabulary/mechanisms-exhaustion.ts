import { mechanism } from "./concept.ts";

/** Something countable ran out: connections, threads, memory, handles, addresses, disk. */
export const exhaustionMechanisms = [
  mechanism(
    "connection-exhaustion",
    "connections ran out",
    ["resource-exhaustion"],
    `
    connection pool
    connection .. exhausted|exhaustion|starvation|saturation|limit|saturated
    ran|run|running out of .. connections
    too many connections
    connection .. exceed .. threshold|limit|maximum
    max|maximum|available connections
    pool .. timed|exhausted|starvation|timeout|saturated
    waiting .. acquire .. connection
    concurrent sessions|connections
    session|connection capacity
    connections leak|leaked
    idle connections
    port exhaustion
    snat
    increase in connections
    too many clients
    refused connections .. limit|pool
    opened its own pool
    limit of .. clients|connections
    connections .. limit .. reached
    max connections
    pool .. too small|full
    leaked|leaks a? socket
    ? connections|connection|sockets|socket .. never|not closed|released|returned
    ? opened .. never|not closed
    max|maximum connections|clients
    ? pool .. empty|used|full|exhausted|drained|starved|small
    ? ran out .. connections|sockets
    too many connections|clients|sockets
    ? waiting|waited for .. connection
    pgbouncer|hikari|connection pooler|pooling
    leak|leaked|leaking connections|sockets
    half open connections
    refused more|further|new connections?
    ? held .. connections
    connections per worker|process|instance|pod
  `,
  ),
  mechanism(
    "thread-exhaustion",
    "workers or threads ran out",
    ["resource-exhaustion"],
    `
    thread|worker|process pool|starvation|exhaustion|exhausted
    ran|run out of .. threads|workers|processes
    thread pools|starved|exhausted
    threads .. blocked|blocking|stuck|starved
    all .. workers busy|blocked|stuck
    excessive parallelism
    service threads
    concurrency limit
    thread|threads .. exceeded|exceed
    limit for|of threads
    thread limit
    create|created more threads
    worker threads waited|hung
    ? threads|thread|workers|worker|slots|slot|goroutines|processes .. busy|blocked|waiting|hung|tied|stuck|used|occupied|exhausted|occupied
    ? maxclients|maxrequestworkers|max workers|children
    ? all .. workers|threads|processes|slots .. busy|waiting|blocked|used|occupied
    ? ran out .. workers|threads|slots
    ? tied up .. threads|workers|slow
    ? php fpm
    ? request queue .. full|grew
    ? thread|worker pool .. full|exhausted|starved|small
    ? reached .. maxclients
    ? maxclients
  `,
  ),
  mechanism(
    "memory-exhaustion",
    "out of memory",
    ["resource-exhaustion"],
    `
    out of memory
    ran|run|running .. of memory
    oom
    memory exhaustion|exhausted|pressure|limit|usage|consumption
    exhausted .. memory
    memory .. exhausted|full|capacity|limit
    memory ~ climbing|growing|spike|evict
    garbage collection
    heap space|dump|exhausted
    swap|swapping
    oomkilled
    memory fragmentation
    consumed .. memory
    memory depletion|depleted|depletes
    ran out .. memory
    killed .. memory
    oom killer|killed|kill
    out of memory killer
    more memory than
    memory limit|limits
    used all memory
    memory .. ballooned|balloon
    high memory
    garbage collections|collector
    larger heap
    building|builds up in memory
    full memory
    ? used|filled|consumed|ate|took|exceeded .. all|entire|too .. ram|memory|heap
    ? ram|heap|memory .. full|filled|exhausted|exceeded|maxed|too|limit|limits|swap|swapping|pressure|evicted
    ? evicted|evicting|eviction .. keys|pods|memory
    swap|swapping|swapped|thrashing|thrashed
    java heap|garbage collector|collection|pauses
    oom|oomkilled|oomkill
    container|process|pod|worker|job|server was|were|got|gets killed .. loaded|loads|large|big|memory
    killed each|every time
    ? loaded|loading|loads .. whole|entire|all|big|large|huge .. into memory|model|file|table
  `,
  ),
  mechanism(
    "memory-leak",
    "memory leak",
    ["memory-exhaustion"],
    `
    memory|heap leak
    leak|leaking|leaked memory
    slowly|gradually consumed .. memory
    memory .. growing|grew unbounded|steadily
    unbounded memory
    slow|constant .. leak
    memory .. never freed|released
    grows|grew over days
    restart .. free memory
    ? rss|memory|heap .. crept|creeping|grew|growing|climbed|climbing|rose|rising
    crept up
  `,
  ),
  mechanism(
    "resource-exhaustion",
    "a limited resource ran out",
    [],
    `
    resource|resources exhaustion|exhausted|starvation|contention|crunch|leak
    exhausted|exhausting|exhaustion|depleted|starved|starvation
    ran|run|running out of
    used up
    unbounded|uncontrollably growth|grew
    grew without bound
    consumed all
  `,
  ),
  mechanism(
    "descriptor-limit",
    "file descriptors or watches ran out",
    ["resource-exhaustion"],
    `
    file descriptor|descriptors|handles|watches
    too many open files
    ulimit
    inotify
    ephemeral ports
    pid limit
    file limit
    kernel limit
    descriptor limit
    leaked|leaks a? socket|sockets|handle|handles
    inodes|inode
    operating system limit
    open files|sockets|handles|descriptors
    ? limit|maximum .. open|1024|file|files|sockets|processes
    ulimit|nofile|emfile|enfile
  `,
  ),
  mechanism(
    "address-exhaustion",
    "addresses ran out",
    ["resource-exhaustion"],
    `
    ip address|addresses .. exhausted|exhaustion|shortage|starvation|free
    ip exhaustion|starvation|shortage
    elastic ip
    no|not enough free ip
    subnet .. full|exhausted
    nat table
    conntrack
    free up ip addresses
    addresses of its|the subnet|subnets
    used up .. addresses
    pod cidr
    ran out of .. addresses|ips
    not enough .. addresses
    ? subnet|pool|range|cidr|dhcp|vpc|ipv4 .. no|free|empty|full|exhausted|small|left|ran
    ? no|not|few|free free? ips|ip|addresses .. left|available|free
    ? ran out .. ips|ip|addresses|subnet
    ip|address pool
    too small subnet|cidr|range|pool
  `,
  ),
  mechanism(
    "disk-full",
    "disk full",
    ["resource-exhaustion"],
    `
    disk|filesystem|volume|drive|partition|storage .. full|filled|fills|filling
    full disk|filesystem|volume
    filled .. disk|filesystem|volume|storage|partition
    no space left
    out of .. disk|storage
    disk space
    storage space|capacity .. exhausted|full|reached
    log .. grew|growth|filled|runaway
    runaway log
    inode
    100 storage|disk utilization|full
    low disk
    disk .. utilization|usage
    inodes
    volume for logs
    log retention
    filled up
    disk .. ran out
    writes failed .. disk
    no free space
    ? volume|disk|partition|filesystem .. no room|space
    no room|space left
    ? accumulated .. disk|volume|partition|space|room
    files accumulated
    0|zero|no bytes available|free|left
    reached|hit 0|zero bytes
    root|disk|volume|partition|filesystem filled|full
    filled .. root|var|tmp
    no|little|run|ran|running space .. left|available|free|on
  `,
  ),
  mechanism(
    "starvation",
    "one workload starved the others",
    ["resource-exhaustion"],
    `
    without|no resource limits|limit
    resource limits|requests
    shared a? node|host|machine
    kept all processors|cpus|cores
    starve|starves|starved|starving
    noisy neighbor|neighbour
    used|using all .. cpu|memory|processors|io
    competed|compete|competing for .. bandwidth|resources|cpu
    busy .. processors|cpus
    throttling limits
    ? batch|background|one|single|report|cron job|jobs|process|tenant|task|query .. took|ate|used|consumed|hogged|starved .. all|cpu|memory|capacity|workers|bandwidth|io|disk
    starved|starving|starve|starvation
    hogged|hogging|monopolised|monopolized
    ? left nothing|little|none|no .. others|other|web
    ? resource limits|requests .. missing|not|no|without
    without|no limits|quota|isolation
    consumed|consuming|took|used|used up all .. resources|cpu|memory
    locking|locked up .. other|all services
    pods|pod .. evicted|eviction
    critical pods
    knocked .. node|nodes|machine|host offline|out
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
    throttling limits
    storage quota
    quota system|service|checks
    wrongly reported .. usage
    provisioning .. limits
    ? exceeded|exceeding|over|beyond .. allowance|quota
    ? rejected .. calls|requests .. limit|allowance|quota
    usage cap|caps|limit|limits
    limit .. set to|of zero|0|one
    per customer|user|client|tenant|account|ip limit
    limit|limits .. too low|small|tight
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
    maximum|max size|length|entries|number|table|rows|columns|items|files|payload
    reached|hit|exceeded the? maximum|limit|limits|ceiling
    ? larger|bigger|longer than .. allowed|supported|limit|maximum
    ? larger|bigger than .. expected
    request|payload|message|header|headers|packet|file|row too large|big|long
    hard|built fixed|coded|in limit
    ? limit of .. engine|filesystem|table|entries|bytes|gb|tb
    buffer too small
    grew|grown past|beyond|over
    too many entries|rules|rows|columns|files|items|keys|objects|partitions|topics|metrics|series
  `,
  ),
] as const;
