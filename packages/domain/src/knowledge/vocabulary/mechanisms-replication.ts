import { mechanism } from "./concept.ts";

/** Copies of data and who leads: replication, failover, consensus, backups. */
export const replicationMechanisms = [
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
    hours behind
    replicas .. behind
    lag reached
    replicas fall|fell
    ? followers|follower|replicas|replica|secondaries|standby .. trailed|trailing|behind|lagged|lagging|lag
    ? trailed .. leader|primary|master
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
    ? standby|replica|secondary|slave|follower .. stopped|stop|broken|receiving|diverged|missing|inconsistent|behind
    ? replication|wal|binlog|oplog .. stopped|broke|broken|stalled|paused|failed|error
    out of sync
    diverged|divergence
    replication slot|slots
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
    both sides had writes
    electing|elected new? leaders
    promoted .. coast|side|region
    disagree|disagreed
    leaders in a loop
    both .. believed
    ? both|two nodes|servers|sides|halves|databases|instances|masters|primaries|leaders .. thought|believed|acted|accepted|were|primary|leader|master|writes
    ? thought|believed .. primary|leader|master|dead|down
    two primaries|masters|leaders
    ? accepted|accepting writes .. both|two
    fencing|fenced|stonith
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
    both the? primary|active and the? secondary|standby
    same message|input|exception .. standby|secondary|both
    could not promote
    did not take over
    generators did not start
    not handle the load
    ? standby|secondary|backup|replica|spare .. not|never take|took|start|promoted|kick|kicked|work|ready|come
    ? failover|promotion|switchover|switch .. stuck|failed|fail|not|hung|slow|wrong|never|incomplete
    ? redundant|backup|secondary .. also|too failed
    ? not|did promoted|promote|take .. over
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
    ? master|primary|leader|writer .. switched|changed|moved|promoted|elected|failed
    ? still|kept pointed|pointing|connected|writing|talking .. old
    ? connections|clients|dns|pools .. old|former master|primary|leader|writer
    ? read only .. after|connections|replica|old
    promoted|promotion
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
    no working backup
    tapes .. failing|failed
    backups in the same
    restored from tape
    loaded from the backup
    backup .. too|same
    ? backups|backup|dumps|dump|snapshots|snapshot .. empty|missing|failed|failing|old|incomplete|corrupt|unusable|never|not|useless|wrong|silently|deleted|encrypted|too
    no|without|missing|untested|broken|failed|old backup|backups|snapshot|snapshots
    ? restore|restoring|restored|restoration .. days|hours|failed|slow|not|old|backup|impossible
    ? never|not tested|verified .. backup|backups|restore
    newest|latest|last|only backup|dump|copy|snapshot .. was|were|from .. old|march|weeks|months|days|empty|year|january|monday
    dump|dumps|backup|backups .. old|empty|missing|unreadable|incomplete|never
    restore|restored|restoring .. old|older|empty|missing|failed|impossible
    gap|gaps|hole|flaw|weakness in .. backup|backups|back up
    backup|backups .. not been|actually .. running|backing|working|taken|made
    back up strategy|plan|failed|missing|old|procedure
    not covered|included in|by .. backup|backups
  `,
  ),
  mechanism(
    "consensus-failure",
    "nodes disagreed on the state",
    ["split-brain"],
    `
    consensus .. failure|error|failed|stall|stalled
    chain split|fork|halt|stall|stalled|halted
    block production
    creating|created|producing blocks
    behind on the chain
    different stateroot|state
    validators .. halted|stopped|disagreed
    halt|halted|stall .. chain|blockchain|network|validators
    quorum
    ? elect|election|elected .. leader|failed|not|loop
    leader election|lost|flapping
    ? zookeeper|etcd|consul|raft|paxos .. quorum|leader|failed|unavailable|down|corrupt|overloaded|split
    ? lost .. quorum|majority|leader
    no leader|majority
    no|not|could|cannot .. elect .. leader
    elect .. leader
    no leader|quorum|majority
    two|three of three|five|seven nodes|members|masters .. gone|down|lost|dead
  `,
  ),
] as const;
