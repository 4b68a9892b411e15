import { mechanism } from "./concept.ts";

/** A change met the system: configuration, releases, upgrades, migrations, commands. */
export const changeMechanisms = [
  mechanism(
    "bad-config",
    "bad configuration change",
    ["bad-change"],
    `
    bad|erroneous|faulty|incorrect|wrong|invalid|corrupted|unintended|defective config|configuration|setting|settings|rule
    misconfiguration|misconfigured
    configuration|config change|error|issue|update|rollout|push|mistake|defect|problem|bug
    config|configuration .. pushed|rolled|deployed|propagated|changed|applied|incorrect|incorrectly
    incorrect|incorrectly configured|set
    out of date configuration
    policy|permission|rule change
    without properly configuring
    environment|config variable|variables
    rule .. deployed|applied|pushed|blocked|blocking
    inadvertently|mistakenly applied|removed|changed|disabled|enabled
    configuration .. removed|corrupted|overriding
  `,
  ),
  mechanism(
    "bad-change",
    "a change broke it",
    [],
    `
    triggered by .. change|upgrade|deployment|rollout|update|migration
    caused by .. change|upgrade|deployment|rollout|update|migration
    ? change
    ? changes introduced
    change .. unintended|unexpected|inadvertently
    shortly|soon after .. release|deployment|rollout|change|upgrade|launch
    reverted|reverting|rollback|revert
    rolled back
  `,
  ),
  mechanism(
    "bad-deploy",
    "bad release or deployment",
    ["bad-change"],
    `
    bad|faulty|buggy|broken|erroneous|problematic|new deploy|deployment|release|build|version
    deploy|deployment|release .. bug|contained|introduced|broke|failed|caused|inadvertently
    bug .. introduced .. release|deploy|deployment|upgrade|version
    introduced .. bug
    software release
    code|software change
    new code
    regression|regressions
    rolled out .. version|release|code
    recently deployed
    wrong branch|vcs|version
    patch deployment
    ? deployed
    ? release
  `,
  ),
  mechanism(
    "latent-bug",
    "latent software defect",
    ["software-defect"],
    `
    latent|undiscovered|undetected|dormant|hidden|unknown|existing bug|defect|issue|flaw
    latent
    bug .. exposed|triggered|activated
    exposed .. bug|issue|defect|flaw
    triggered .. bug|issue|defect
    previously undetected|unobserved|unseen|unknown|unreached
    specific|rare|certain|unusual conditions|circumstances
    edge case
  `,
  ),
  mechanism(
    "software-defect",
    "software defect",
    [],
    `
    bug
    software|logic|code|design|coding|programming|scripting error|errors|flaw|defect|bug|fault
    defect
    scripting bug
    critical fault
    flaw
  `,
  ),
  mechanism(
    "incompatible-change",
    "versions did not fit together",
    ["bad-change"],
    `
    backward|backwards compatible|compatibility|incompatible
    not .. compatible
    incompatible|incompatibility
    mismatch|mismatched
    breaking change
    older|old|previous sdk|client|clients version|versions
    conflicting deployed|version|versions
    expected .. provided
    strict .. validation
    schema validation
    deserialize|deserialization|unreadable
    compatibility break
    different data type
    mixed versions
  `,
  ),
  mechanism(
    "schema-migration",
    "schema or data migration",
    ["bad-change"],
    `
    schema migration|change|update
    database|data|db|table|backend|system|systems migration
    migration .. table|column|index|constraint|database|schema|lock
    alter table
    foreign key constraint
    rename step
    add|adding|added .. index|column
    backfill
    error during .. migration
    database changes .. applied|broke
    ? migrate|migration
  `,
  ),
  mechanism(
    "bad-upgrade",
    "an upgrade misbehaved",
    ["bad-change"],
    `
    upgrade|upgraded|upgrading
    after|during|routine|scheduled|minor|major|following upgrade
    version upgrade|bump
    automatic|security|os|kernel|package|firmware|upstream update|updates|upgrade
    os upgrade
    patch|patching
    new version of
    update .. broke|triggered|caused|contained
    content update
  `,
  ),
  mechanism(
    "dependency-update",
    "a dependency changed underneath",
    ["bad-upgrade"],
    `
    dependency|dependencies upgrade|update|bump|change
    library .. update|upgrade|bug|leak|version
    third party library|plugin|package|module
    upstream .. update|package|change
    pinned packages|package|version|artifacts
    unannounced change
    vendor change
    transitive dependency
    apt update
    misdocumented
  `,
  ),
  mechanism(
    "missing-artifact",
    "a needed artifact or image was gone",
    [],
    `
    image .. missing|deleted|removed|unavailable|cleanup|pull|not
    images .. deleted|cleanup
    missing .. tag|image|package|file|dependency
    unable|failed|failing to pull
    pull failure|failures
    docker hub
    package .. unavailable|removed
    missing dependency
    base images
    unpublished
  `,
  ),
  mechanism(
    "partial-rollout",
    "only part of the fleet got the change",
    [],
    `
    not propagate|propagated|synchronised|synchronized|transmitted
    did not propagate fully
    failed to propagate|transmit|sync
    out of sync
    stale|old|outdated|legacy|out version|versions|config|configuration|code
    only .. restarted
    inconsistent version|versions|state
    unpatched
    one of .. servers .. old
    not deployed to
    rollout .. incomplete
    legacy routing path
    failed to|not propagate|propagated|propagating
    only some|subset|part of .. updated|deployed|received
  `,
  ),
  mechanism(
    "unstaged-rollout",
    "rolled out everywhere at once",
    [],
    `
    global|globally .. deployed|rollout|deployment|propagated|seconds|pushed
    without .. staged|canary|incremental|gradual
    staged rollout|rollouts
    incremental batches
    all regions|datacenters|servers .. simultaneously|once
    across multiple regions simultaneously
    short period of time
    rapid|fast deployment
    canary
  `,
  ),
  mechanism(
    "rollback-failed",
    "rollback did not work",
    [],
    `
    rollback .. failed|broke|unsuccessful|impossible|unable|not|failure
    roll back .. failed|unable
    failed rollback
    attempted rollback
    revert .. not|failed|insufficient|unable
    unable to revert|rollback
    reverting .. not sufficient
    rollback attempt
    manual rollback
  `,
  ),
  mechanism(
    "feature-flag",
    "feature switched on",
    ["bad-change"],
    `
    feature flag|flags|toggle
    toggle|toggling
    enabled|enabling .. feature|users
    launch|launched .. feature
    new feature .. triggered|caused|enabled|led
    new infrastructure feature
    streaming feature
    turned on
    feature launch
  `,
  ),
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
  `,
  ),
] as const;
