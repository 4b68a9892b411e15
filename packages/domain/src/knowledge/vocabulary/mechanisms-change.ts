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
    wrong|missing|incorrect setting
    a setting made
    typo .. setting|config|configuration|refactor
    matched more
    policy filter
    reordering of terms
    rule .. matched
    access list|lists
    label .. changed
    configuration .. meant for
    filter .. deleted|removed
    wrong|bad|invalid|missing|old|empty|malformed|stale value|values|parameter|variable|url|hostname|path|flag|file|host|endpoint|default
    ? value|variable|parameter|setting|key|yaml|json|file .. missing|wrong|invalid|malformed|typo|incorrect
    ? typo .. file|config|yaml|rule|manifest|template|settings|dns
    ? environment variable|variables .. missing|wrong|not|unset
    ? pushed to all|every .. servers|nodes|machines
    ? invalid|wrong|bad .. pushed|published|distributed|loaded|applied
    templating|template error|mistake|line|wrong
    ? default value|values|setting|settings .. wrong|changed|too|low|high
    helm values|chart
    misconfigured|mis configured
    refused to load|start
    ? swapped .. hostname|hostnames|values|settings|config|names
    ? settings|config|configuration file
    set|setting|value|values of|to zero|negative|one|wrong|intended
    limit|limits|threshold|timeout|setting .. set .. zero|0|1|low|high|wrong|instead
    instead of the? intended
    syntactically|technically valid|correct
    dropped|missing|extra|lost digit|zero|character|comma|quote
    sized against|for wrong
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
    ? switched|turned on|off .. errors|failed|rose|immediately
    ? errors|failures|latency .. right|immediately|minutes|seconds after .. change|switch|deploy|release
    ? after .. change .. errors|failed|broke|stopped
    ? change .. went|rolled|had wrong|effect|consequence|intended
    terraform
    side effect|effects
    refactoring|refactor|refactored|cleanup
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
    wrong .. branch
    minutes|shortly after .. deployed|release
    release was made from
    recent refactor
    new deployment
    until .. rolled back|rollback
    ? version|release|build .. returned|showed|broke|crashed|threw|failed .. every|all|users|visitors|customers
    shipped|released|published|installed .. wrong|debug|test|old|unfinished|untested|broken build|version|binary|branch|code
    ? went|gone live|out .. with .. bug|error|mistake|fault
    ? reviewer|reviewers|review .. not|missed|overlooked
    roll|rolling|rolled out .. broke|breaks|breaking|broken|crashed|crashing
    deployed|deploy|deployment|release|update broke|breaks|broken|crashed
    ? went live|out .. broke|errors|crashed|stopped
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
    incompatibility
    no longer found|supported|recognised|recognized|accepted
    older|old versions|clients|openssl
    behavior|behaviour changed|change
    differed from
    changed its name|format
    label .. changed
    needed new certificates
    could not talk to
    api change
    ? old|older|existing|new|newer servers|clients|code|version|versions|workers|nodes .. read|understand|parse|decode|expected|expect|cope
    ? could not|unable read|parse|understand|decode|deserialize .. messages|format|records|data|response|new|old
    expected|missing|unknown a? column|field|table|parameter|header
    ? column|field|table .. not exist|removed|renamed|missing
    ? format|schema|contract|interface|protocol|response|signature .. changed|mismatch|differed|incompatible
    ? changed|renamed|removed|dropped .. format|field|column|endpoint|parameter|response|api
    breaking change|changes
    mismatch|mismatched|incompatibility|incompatible|out of step
    backward|backwards|forward compatible|compatibility
    ? before .. migration .. ran|run|applied
    serialization|deserialization|serialisation
    did not|didn't|doesn't|don't|does not match .. image|version|chart|config|schema|configuration
    older|old|newer|new version|chart|image|commit .. with .. newer|new|older|old
    chart|helm .. image|images|tag|tags .. match|different|old
    had not|not yet|hadn't .. database|schema|reflected
    out of sync .. version|versions|image|chart|submodule|schema
    submodule|submodules
    old|older browsers|clients|phones|devices|apps|agents|firmware .. refused|broke|failed|stopped|could|no|longer
    dropped|dropping|removed|removing .. tls|ssl|cipher|ciphers|protocol|support|ipv4|python2|php5
    ? in a way .. old|older|new|others
    ? renamed|moved|removed field|column|key|parameter|route|header|label|option
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
    added an? index
    drop|dropping .. columns|attributes|column
    migrations were
    migration .. deployed|run|ran
    database migration
    ad hoc .. migration
    building|creating|adding|created|built|added an? index|column|constraint
    ? blocked .. inserts|writes|updates .. index|alter|column|migration
    then run|ran|runs .. migration|migrations
    migration|migrations .. not|had not|hadn't .. run|ran|finished|applied|completed
    before|until|while .. migration|migrations .. finished|ran|run|completed|applied
    column|columns|table|tables .. not|weren't|missing .. database|yet
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
    after|during an upgrade
    upgrade of|to|from
    applied automatically
    security update
    new nodes .. version
    failed|broken upgrade|update
    upgrade|upgrading|upgraded .. from .. to
    upgrade|update .. broken|broke|failed|inconsistent
    moved|move|switch|switched from .. version
    deprecation|deprecated|deprecations
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
    ? new|latest|newer minor|patch|major? version|release of .. library|package|dependency|module|sdk|framework
    ? pulled in|at .. build|latest|version
    unpinned|floating|latest tag
    ? base image .. changed|updated|new
    ? upstream .. released|changed|update|updated|removed
    transitive dependency|dependencies
    ? library|package|dependency|driver .. upgraded|updated|bumped|bump|upgrade
    new version of a? package|library|plugin|gem|module
    package|library|dependency .. picked up|pinned|unpinned|open ended|range
    not pinned|locked
    peer dependency|dependencies
    dropped support for
    tag|image|version|channel|branch|default latest|stable|changed|moved|updated overnight
    image|tag|base latest .. moved|changed|updated|new
    vendor|supplier|maintainer|maintainers|upstream changed|removed|renamed|moved|broke|yanked|unpublished
    without telling|notice|warning|announcement
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
    not present in .. image|container
    binary .. not|missing
    missing binary|module|library|tag
    dockerfile
    ? image|images|artifact|package|binary|tag|dependency .. garbage|collected|removed|deleted|missing|gone|pulled|unpublished|not|unavailable
    ? imagepullbackoff|errimagepull
    ? could not|unable pull|download|fetch .. image|images|package|packages|dependency|artifact
    ? unpublished|yanked
    ? registry .. not|down|missing|gone|limit
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
    ? one|some|half|few|part of .. servers|nodes|hosts|machines|fleet|instances .. not|new|old|missed
    ? not all|every servers|nodes|hosts|machines .. got|received|updated
    ? did not|never get|got|receive|reach .. new|update|code|config|change
    mixed|different|two versions
    half|partly|partially rolled|deployed|applied|migrated|updated
    ? inconsistent .. servers|nodes|hosts|fleet
    drift|drifted
    ? forgotten|missed|forgot .. server|host|node|machine
    ? left|remained|stayed .. previous|old|earlier .. version|configuration|release|code|build
    ? hosts|servers|nodes .. previous|old .. configuration|version|code
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
    rapid|fast deployment
    canary
    all .. name servers|regions|machines|locations|servers .. once
    in all regions
    within seconds
    to all servers|users|customers .. once
    applied automatically .. thousands|all
    ? all|every machines|servers|machine|server|region|regions|world|customers .. once|same|time|simultaneously
    ? at once|simultaneously .. all|every|everywhere|world
    whole|entire fleet|world|network|estate
    ? world .. same time|once
    without|no canary|staging|gradual|phased|staged
    ? globally|worldwide .. seconds|minutes|once
    ? bypassed|skipped .. canary|staged|staging
    pushed|rolled|deployed|sent|released|went .. everywhere|all|every .. at once|same time|together
    all|every region|regions|sites|servers|customers|hosts|clusters at once
    ? in one go
    one region|site|server|cluster .. then .. all|others|rest|everywhere
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
    backed out
    unable to deploy itself
    back out
    rollback .. stuck|blocked
    roll itself back
    could not be undone
    could not|unable|cannot|impossible go|roll|revert|rolled|downgrade back?
    ? revert|reverting|reverted|rollback|rolling .. not help|work|fix|possible|enough|failed
    ? not .. help|reversible|undone|revert|reverted
    ? back to the? previous|old|earlier .. not|could|failed|impossible
    ? rollback|revert .. failed|impossible|broke|worse|stuck|longer
    point of no return
    forward only
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
    flag .. turned on|enabled|users|all
    flag meant
    for one percent
    turned on for all|everyone
    beta .. all users
    ? flag|flags|toggle|toggles|experiment .. on|off|enabled|everyone|all|default|flipped|turned|toggled
    ? switch turned|flipped|on|off
    ? turned|switched|toggled|enabled .. everyone|all users|customers|feature
    experiment|test rollout|ramp|ramped
    kill switch
    ? flag|toggle .. 100|percent
    turning|turned a? flag
  `,
  ),
] as const;
