import { mechanism } from "./concept.ts";

/** What happens to data: lost, wrong, diverged, locked, or out of room in its type. */
export const dataMechanisms = [
  mechanism(
    "data-deletion",
    "data or resources deleted",
    [],
    `
    accidental|accidentally|inadvertently|mistakenly|unintended|recursive|recursively|wrongly deleted|deletion|removed|removal|truncated|deleting|dropped
    deleted .. production|database|table|files|data|directory|sites|instances|images|volume|infrastructure
    database|production|data|table|tables|files|sites|images|resources|cluster|node .. deleted|dropped|truncated|wiped|removed
    deletion of .. files|data|sites|customers|sites
    truncate|truncation|truncated|truncating
    drop table|database
    rm rf
    wiped|wipe
    deletes|deleting|delete .. file|files|all
    deleted all
    soft deletes
    removal of critical
    group was removed
  `,
  ),
  mechanism(
    "data-corruption",
    "data corrupted",
    [],
    `
    corrupt|corruption|corrupted
    data integrity
    inconsistent|inconsistency|inconsistencies data|state|replicas
    bit flip|flips|error|errors|corrupted
    checksum|checksums
    bad data
    bit level
    garbled
    data drift
    incorrect data
    sequence .. reset
    wrong filesystem
    unreadable
    orbital|broadcast .. incorrect|corruption|errors
  `,
  ),
  mechanism(
    "replication-lag",
    "replication fell behind",
    ["replication"],
    `
    replication|replica lag|lagging|delay|behind|lagged
    replication .. lag|behind|delayed|stopped|queue
    replicas .. behind|lagging
    stale replica|read|reads
    lag behind
  `,
  ),
  mechanism(
    "replication",
    "replication trouble",
    [],
    `
    replication .. issue|issues|problem|problems|failed|error|broke|bug|manager
    replica|replicas|slave|slaves|secondary|secondaries|standby .. inconsistent|unresponsive|failed|broken|overloaded|disconnect|reattached|down
    out of sync .. replica|replicas
    resync|resynchronization
    inconsistent with .. replicas
    read replicas
    re mirroring|mirror
    remirroring
    replication times
    ? replicas|slaves|secondaries
  `,
  ),
  mechanism(
    "split-brain",
    "two nodes believed they led",
    ["replication", "network-partition"],
    `
    split brain
    two|multiple|both|simultaneous master|primary|leader|masters|primaries|leaders|elections
    diverged|divergent|divergence
    cluster state partition
    stale node .. primary|master
    unique writes not
    writes not replicated
    write .. both
    lost quorum
    quorum
    master election|elections
  `,
  ),
  mechanism(
    "failover-failed",
    "failover did not work",
    ["failover"],
    `
    failover|failovers .. failed|bug|issue|issues|broken|disabled|unsuccessful|problem|not|prevented|delayed|unable
    failed to fail
    failed|unable|could|did not failover
    without .. writable? primary
    no primary
    standby .. not|failed
    backup .. unstable|failed|flapping
    failover mechanism|logic
    fail over .. failed|not
    not .. switch to .. standby|backup|replica
    redundant|redundancy .. failed|failure|disabled|did
    failed .. redundancy
    brought back up with the wrong
    read only .. instead of failover
    failover .. logic|mechanism|set .. failed|bug
    uncommon set of failures
  `,
  ),
  mechanism(
    "failover",
    "failover between nodes",
    [],
    `
    failover|failovers|failback
    failed|fail|failing|fails over
    new|old primary|master
    primary|master .. promoted|promotion|election|locked|crashed|died|replaced
    promote|promoted|promotion
    primary .. offline
    automated failover
    leader election
    mastership
    switch to .. backup|secondary|standby
  `,
  ),
  mechanism(
    "backup-failure",
    "backups could not restore",
    [],
    `
    backup|backups .. failed|fail|missing|incomplete|unusable|corrupt|empty|tested|untested|stopped|disabled|permission|leak|issue
    failed backup|backups
    no backup|backups
    restore|restoring|restored .. backup|backups|snapshot
    backup restore|procedure|system
    last backup
    irrecoverable|unrecoverable
    tape backups
    snapshot .. failed|restore
    ? backup|backups
  `,
  ),
  mechanism(
    "integer-overflow",
    "a number outgrew its type",
    ["size-limit"],
    `
    integer|int|int32|arithmetic|id|numeric|counter overflow|limit|wraparound|maximum
    overflow in|of .. id|ids|integer|int|key
    overflow .. number|bit|integer|ids|primary|key|value
    int32|int64|bigint
    32 bit|bits
    16 bit|bits
    4 byte|8 byte
    signed integer|32
    maximum value
    smaller data type
    exceeded .. maximum value|allowable value
    primary|foreign key .. exceeded|limit|exceeding|smaller|maximum
    integer
    ? overflow
    ran out of ids|integers
    sequence exhausted
  `,
  ),
  mechanism(
    "xid-wraparound",
    "transaction ids ran out",
    ["integer-overflow"],
    `
    transaction id|ids
    xid
    txid
    wraparound
    vacuum|autovacuum
    auto vacuum
    freeze old
  `,
  ),
  mechanism(
    "lock-contention",
    "lock contention or deadlock",
    [],
    `
    deadlock|deadlocks|deadlocked
    lock|locking contention|issue|timeout|held|holding|conflict|queue
    locks|lock .. held|holding|blocked|acquired|acquire|wait|waiting|obtained|taking|table|exclusive
    contention
    blocked .. lock|locks|query|queries|transaction|behind
    held .. lock|locks|semaphore|mutex
    holding .. lock|locks
    lock couldn't
    mutex|semaphore
    exclusive lock
    global|table lock
    queries .. blocked
    long running .. query|transaction|transactions
    hung while|waiting
    unnecessary transaction|transactions
    seized up
    timing lock
  `,
  ),
  mechanism(
    "race-condition",
    "race condition",
    ["software-defect"],
    `
    race condition|conditions|hazard
    race
    concurrent|concurrency .. bug|error|errors|programming|issue
    non deterministic
    close succession
    timing issue|dependent
    concurrent deployments
    toctou
    before .. fully processed
    non atomic
    at the exact same time
    wake up from sleep
  `,
  ),
  mechanism(
    "duplicate-processing",
    "the same work was done twice",
    [],
    `
    duplicate|duplicated|duplicates|duplication
    multiple|repeated|erroneous|double charges|charge|charging|billing|emails|messages
    more than 20 times
    repeatedly .. charge|send|sent
    processed|sent|charged twice
    idempotent|idempotency
    sent .. times
    same .. twice
  `,
  ),
  mechanism(
    "stale-data",
    "stale data served",
    [],
    `
    stale|outdated|old data|cache|record|records|entries|content|picture|configuration|ip|state
    out of date
    cached routes
    served old
    ? stale
  `,
  ),
  mechanism(
    "hash-collision",
    "hash or name collision",
    [],
    `
    hash|sha|sha1|name|naming|namespace collision|collisions|conflict
    same hash
    collision|collisions
    name conflict
    typo squatting
  `,
  ),
  mechanism(
    "encoding",
    "characters or units misread",
    ["software-defect"],
    `
    unicode|utf|encoding|charset
    special|polish|accented character|characters|key
    unit|units .. measurement|conversion|mismatch|metric|english
    different|wrong units|rulers|measurement
    case sensitive|insensitive|sensitivity
    measurement mismatch
    rounding
    time zone
    parsed as|incorrectly
    locale
    metric vs
    misclassified|classified as
    erroneously classified
    incorrect standard weight
  `,
  ),
] as const;
