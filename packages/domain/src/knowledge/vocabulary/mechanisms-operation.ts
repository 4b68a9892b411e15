import { mechanism } from "./concept.ts";

/** People and automation at work: commands, clean-ups, maintenance, moves, and what should have stopped them. */
export const operationMechanisms = [
  mechanism(
    "wrong-environment",
    "acted on production by mistake",
    ["operator-action"],
    `
    wrong environment|directory|server|database|host|cluster|account|machine|filesystem|terminal|window
    accidentally|inadvertently|mistakenly|unintentionally .. production
    against .. production
    instead of .. development|staging|local|test
    local development
    production .. accidentally|inadvertently|mistake
    env|environment variable|setting .. production|wrong|incorrect|accidental
    tests|test suite .. production
    connected to .. production
    database url
    run|ran against the? production
    pointed to .. production|cluster
    meant for .. few|test|staging|local|one|another|other
    another cluster
    kubeconfig
    mistyped the target
    production environment instead
    in active use
    live database|databases|alert|machines
    instead of the test
    working on separate
    wrong cluster|context|project|target|branch
    ? believed|thought|assumed .. staging|test|replica|secondary|development|wrong|other host|machine|server|database|terminal|cluster
    wrong terminal|host|machine|window|cluster|server|database|account|context|region|branch|environment|directory|tab
    ? ran|run|executed|pointed|applied .. against .. production|live
    ? test|tests|staging|development script|job|suite|code .. production|live
    ? production|live .. instead of
    instead of staging|test|the? replica
    ? live|production connection|credentials|database|endpoint|string|url .. test|tests|suite|staging|development
    ? test|tests|suite|staging|development .. live|production .. connection|credentials|database|endpoint|string|url
    context .. targeted|pointed|switched|another|production|incorrectly|wrong
    test|temporary cluster|environment|database .. deletion|delete|teardown .. live|production
    deletion|cleanup|teardown script .. live|production|wrong
    deleted|destroyed|removed .. whilst|while working on
    installed|applied|deployed|pushed|run|sent|written .. wrong|another|other namespace|cluster|project|region|tenant|folder|machine
    thought|believed .. logged|connected|test|staging
  `,
  ),
  mechanism(
    "operator-action",
    "an action by hand had a wider effect",
    [],
    `
    human|operator|operational|manual|user error|mistake
    typo|mistyped
    manual|manually .. operation|incorrect|incorrectly|done|wrong|modify|step|steps|task|regularly
    command .. unintentionally|inadvertently|wrong|incorrect|typo|larger|intended
    ? inadvertently|accidentally|mistakenly|unintentionally
    by mistake
    forgot
    engineer|operator|admin|administrator|developer|employee .. ran|executed|issued|typed|made|deleted|deployed|changed|used|introduced
    wrong button|push|command|directory|ids|id
    fat finger
    larger set
    manual process|task|step|steps|operations|intervention|updates
    repetitive task
    failed to .. transmit
    playbook
    shortcut
    contractor|contractors
    by accident
    instructions .. not followed
    confusing menu
    chose .. instead
    mistake in|during
    configured .. in error
    somebody ran
    command meant
    emergency procedure
    ? unplugged|pulled|removed|disconnected|swapped|replaced|touched .. wrong|cable|drive|disk
    wrong cable|drive|disk|button|switch|server|port|command|host|file|rack
    mistyped|typo|fat finger|slip
    ? technician|engineer|operator|administrator|admin|contractor|staff|electrician .. accidentally|wrong|mistake|mistakenly|pulled|unplugged|deleted|removed|ran|inadvertently
    by hand|mistake|accident
    human|procedural|manual error|mistake|step
    ? checklist|runbook|playbook|procedure .. step|wrong|skipped|missing|not|outdated
    ? skipped|forgot|forgotten|missed .. step
  `,
  ),
  mechanism(
    "cleanup-job",
    "a clean-up or maintenance job removed too much",
    ["data-deletion", "automation"],
    `
    cleanup|clean job|script|process|task|up
    garbage collection job
    maintenance job|process|script|task
    retention|age based|pruning|prune|purge
    scheduled .. cleanup|removal|deletion|job
    job .. mistakenly|deleted|removed|targeted
    wipe|wiped
    reaper
    removed .. critical|essential resources
    deprovision|deprovisioned|decommission|decommissioned
    deletion script
    clean up removed
    removed by .. automation|rotation
    automation .. removed|terminated|deleted
    terminated most
    migration systems .. deleted
    retention polic|policy|policies
    retention|cleanup|clean|pruning|prune|reaper|sweeper|purge|garbage|expiration|lifecycle job|script|policy|task|rule|collector|collection|process
    ? removes|removed|deleted|purged|cleaned .. unused|stale|inactive|old|orphaned|expired|abandoned
    ? unused|stale|inactive|orphaned|old .. removed|deleted|purged|deletion
    still in use|used|needed|active|referenced
    ? considered|marked|treated|identified .. unused|stale|inactive|orphaned|deletion
  `,
  ),
  mechanism(
    "automation",
    "automation acted wrongly",
    [],
    `
    automation
    automated|automatic|automatically system|process|job|update|failover|scaling|change|generated
    autogenerated
    auto generated
    script|scripts
    automatically .. triggered|removed|applied|deleted|terminated
    auto recharge
    cron|scheduled job
    health automation
    terraform
    pipeline .. applied|triggered|trigger
    package management
    automated activity
    auto approve
    independent workers
    backup script
    ? auto|automatic|automated remediation|repair|healing|recovery|response|process|tool|system|job|update .. rebooted|removed|deleted|took|restarted|wrong|shut
    ? controller|operator|orchestrator|tool|script|bot|watchdog .. removed|deleted|scaled|shut|rebooted|terminated|killed|restarted
    rebooted|terminated|removed|drained every|all host|hosts|nodes|machines|instances
    scripted|automatically generated|removed|deleted|shut|disabled|restarted|scaled
  `,
  ),
  mechanism(
    "missing-validation",
    "input or limits were not checked",
    [],
    `
    lax|missing|lack|insufficient|inadequate|without|no|improper input|sanity? validation|check|checks|checking
    validation .. failed|missing|bypassed|insufficient|detect
    lacked .. validation|checks|warning
    not validated|validate|checked
    without further validation
    validator
    insufficient safeguards|checks
    missing limits|guardrails
    sanity check|checks
    audit tool
    unsafe input
    not checking|checked for
    without error handling
    without looking
    no check
    preset limits
    accepted .. negative|invalid
    ? no|without|missing check|checks|validation|guard|limit|safeguard|confirmation|verification
    ? nothing|no .. stopped|prevented|checked|rejected
    ? accepted .. empty|invalid|malformed|negative|wrong|huge|any
    ? empty|negative|zero list|file|value|config|response|result
    ? not|never validated|checked|verified|sanitised|sanitized
    ? slipped|got|came through .. form|check|checks|validation|filter
    ? negative|empty|zero|missing|absurd|impossible|huge quantity|amount|price|value|number|date|input
    ? accepted .. without|any
    more|fewer|longer .. than|then .. parser|form|field|schema|importer allowed|expected|accepts
  `,
  ),
  mechanism(
    "missing-testing",
    "not caught by tests",
    [],
    `
    not|never .. caught|tested|covered|detected .. testing|tests|staging|qa
    insufficient|inadequate|lack|lacked test|tests|testing|coverage|review
    test suite .. not|lacked|cover
    caught in staging
    without .. testing|tested
    testing .. not
    never been tested
    code review
    not been tested with
    production level traffic
    real volumes
    wasn't|weren't caught .. staging|ci|tests
    caught earlier
    ? not|never|un tested|covered|caught|exercised .. tests|test|staging|ci|qa|review
    only|differs|different in|from production|staging
    test|tests|checks|check passed .. because|although|wrong|only|nothing
    test data|set|environment .. only|small|few|ten|differed|different
    ? only .. in production|live
  `,
  ),
  mechanism(
    "hard-to-restart",
    "could not come back by itself",
    [],
    `
    circular dependency|dependencies
    bootstrap|bootstrapping
    cold start
    unable|failed to start|boot|restart
    would|could not start|boot|restart
    startup .. failed|stuck|slow
    start sequence
    restart .. took|slow|long|required
    full restart
    too much data .. boot
    lost .. quorum
    physical access
    out of band
    depended|dependent|relied on itself
    could not get into
    did not come back|up
    could not be brought back
    trouble reaching
    over and over
    single user mode
    typed by hand
    went manual
    circular|cyclic dependency|dependencies
    cold|black start|boot|restart
    ? could not|unable|refused|failed restart|start|boot|come|recover .. up|again|itself
    ? needed|needs .. itself|each .. start|boot|running
    would|did not come|start back|up|again
    very|too|so|taking|took|takes a? long time to start|boot|come|load|restart|check|initialize
    slow startup|start|boot|restart|initialization
    starts|started|start|boots up? slow|slowly
    restart|startup|boot took|takes|taking|needs|needed|lasted .. minutes|hours
  `,
  ),
  mechanism(
    "planned-maintenance",
    "planned maintenance",
    [],
    `
    planned|scheduled|routine|emergency maintenance|outage|work|downtime
    maintenance window
    during .. maintenance
    maintenance
    ? maintenance .. longer|window|overran|wrong|announced|went|during
    ? overran|extended .. window|maintenance
  `,
  ),
  mechanism(
    "platform-move",
    "a move to another platform went wrong",
    ["bad-change"],
    `
    moved .. to a? new platform|infrastructure|system|datacenter
    new platform
    server|platform|storage|cloud|region|datacenter migration
    while moving
    moving .. to new
    storage upgrade
    partly|partially migrated|moved
    cutover|cut over
    ? migrated|moved|moving|migrating|migration|relocated|cut over .. to .. datacenter|cloud|host|hosting|provider|kubernetes|cluster|platform|region|hardware|account
    new datacenter|provider|platform|cluster|cloud|hosting
    lift and shift
    old and new|system|platform|cluster
    over|during the weekend
    moving|moved|migrating|migrated|migration .. from .. provider|host|vendor|datacenter .. another|new
    moving|moved|migrating|migrated .. data|clients|customers|sites|databases|servers .. to .. new|another
    moved|moving|migrated|migrating to a? new|another|different provider|host|platform|vendor|cloud|system
    moving|moved|migrating|migrated .. to a? new|another|different provider|host|vendor|cloud|platform|datacenter|system
  `,
  ),
] as const;
