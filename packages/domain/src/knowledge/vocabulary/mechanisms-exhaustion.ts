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
  `,
  ),
] as const;
