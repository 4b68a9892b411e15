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
    database|production|data|table|tables|files|sites|images|resources|cluster|node .. deleted|truncated|wiped|removed
    database|production|data|table|tables dropped
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
    dropped .. tables
    drop tables
    erased|erasing
    vanished
    rm r
    deleted the .. namespace
    terminated .. servers|nodes|instances
    wiped and
    find deleted
    destroy|destroyed provisioners|resources
    recreate .. resources
    reset|rebooted .. nodes|all
    nodes .. killed|terminated|deleted
    without any nodes
    lost from
    ? database|bucket|buckets|table|tables|disk|disks|volume|volumes|account|accounts|repository|cluster|files|data|sites|images|namespace|backups .. dropped|wiped|erased|deleted|destroyed|truncated|removed|purged|formatted
    ? dropped|wiped|erased|deleted|destroyed|truncated|formatted .. database|bucket|table|tables|disk|volume|account|accounts|data|files|cluster|namespace|directory|sites|customer
    accidental|accidentally|mistaken deletion|deleted|removed|wiped|dropped|erased
    without|lacked|lacking|missing|no|forgot a? where clause
    update|delete .. without .. where|filter|condition
    ? every|all rows|row|records|entries .. overwritten|updated|changed|reset|deleted
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
    damaged .. database|files|data
    files .. damaged
    inconsistent .. database
    different stateroot|state
    database got inconsistent
    accounted for
    ? garbage|garbled|scrambled|damaged|inconsistent|mangled|truncated .. rows|data|records|table|tables|files|state|blocks|index
    ? rows|data|records|table|index|state|blocks .. garbage|garbled|scrambled|damaged|inconsistent|mangled|truncated|overwritten|wrong
    ? checksum|checksums .. mismatch|match|failed|wrong
    ? bad|unreadable blocks|block|sectors
    ? wrong|incorrect|false|bad data|values|balances|amounts|results .. written|stored|shown|computed
    ? overwrote|overwritten|clobbered
    ? values|prices|amounts|figures|totals|numbers .. wrong|shifted|moved|doubled|negative|swapped
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
    bit number|counter|integer
    counter .. reached|returned|overflow
    week counter|number
    returned to zero
    most a .. holds
    at most
    does not fit
    signed
    exactly .. hours
    maximum was reached
    2147483647|32767|65535|32768
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
    transaction ids
    id exhaustion
    safety shutdown
    prevent wraparound
    ? freeze|freezing .. vacuum|transaction|table
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
    table level lock
    locked .. table|tables|database|row|rows
    excessive locking
    locks on .. tables|table
    blocking subsequent
    requests .. pile|piled
    waited for each other
    same two locks
    dropping columns
    index .. not added concurrently
    locked up
    conflict between .. migration|backup
    row|table|exclusive|advisory|metadata|global|mutex|write lock|locks
    waited|waiting for each other|lock|locks
    ? held|holding|holds|acquire|acquired|took .. lock|locks|mutex
    long|idle running? transaction|transactions
    idle in transaction
    serialised|serialized|contended|contention
    lock wait|timeout|queue
    waited|waiting|waits for itself|themselves|each|another|lock
    ? held|holding|holds .. table|row|rows|lock|connection|mutex .. while|long|everyone|others
    ? everyone|everybody|all|others waited|waiting|queued .. for|while|behind
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
    overwrote .. newer
    delayed one
    while it was running
    replaced while
    different order
    two .. at the same moment
    before .. finished|ready|clean
    older plan
    ? at the same time|moment|instant .. same|record|two|both|update|write
    ? same time|moment .. record|row|file|key|resource
    timing issue|issues|window|dependent
    ? concurrent|concurrently|parallel .. update|updates|same|writes|write|access|requests|jobs|inconsistent|conflict
    ? two|both|several threads|jobs|processes|workers|requests .. same|at once|each other
    ? order of|in which .. events|operations|startup|updates
    out of order
    non|not atomic
    ? before .. finished|ready|initialised|initialized
    ? stale|older .. overwrote|overwrite|applied
    interleaved|interleaving
    ? before .. transaction .. committed
    ? read .. before .. committed|written|ready
    ? before|after the? other .. finished|started
    order .. steps|events|messages|operations|calls|startup .. swapped|changed|reversed|wrong|different|guaranteed
    swapped .. order
    wrong order
    ? before .. was|were ready|started|finished|there
    ? too early|late|soon
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
    billed|charged|sent|run|executed|occurred twice
    delivered it again
    delivered again
    thrice|duplicated|duplicate|duplicates
    ? twice|repeatedly
    ? several|many|multiple|two|three times .. same|to|people|users|customers|sent|charged
    ? sent|charged|processed|delivered|ran|run|executed|paid|billed|emailed .. twice|several|again|repeatedly|multiple|many
    double charged|charge|charges|billed|paid|spend|payments|booked
    ? same people|users|customers|message|order|payment .. again|times
    ? billed|charged|paid|sent|ran|delivered|processed .. two|three times
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
    resolvers had cached
    old numbers
    old row
    ? last|previous week|month|day|night|version .. copy|snapshot|results|answers|page|pages
    old|outdated|yesterday|previous copy|copies|answers|results|prices|address|addresses
    ? kept|still .. old|previous|former password|address|value|copy|setting|version|key
    cached error|errors|404|404s|failure|failures|response|responses
    ? error|errors|response|responses|page|pages|404 .. cached
    ? cached .. error|errors|wrong|wrongly|incorrectly|empty
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
    ? same name|id|key|hash|identifier|label .. overwrote|overwritten|conflict|clash|collided|two|different|another
    ? two|different files|users|tenants|services|resources|objects .. same name|id|key|hash
    name|names|namespace|id|key|identifier clash|clashed|collision|collided|conflict
    collision|collisions|collided
    not unique
    ? reused|reuse|recycled .. id|ids|name|key|bit|number
    ? hash|id|ids|name|names|key|keys|number .. same|identical|twice
    same hash|id|key|name|number .. two|both|different
    two .. customers|users|orders|files|objects .. same
  `,
  ),
  mechanism(
    "units-mixed-up",
    "units or categories mixed up",
    ["software-defect"],
    `
    unit|units .. measurement|conversion|mismatch|metric|english
    different|wrong units|rulers|measurement
    measurement mismatch
    metric vs
    metric|imperial units
    pounds .. kilograms|newtons|kg
    kilograms|newtons|kg .. pounds
    incorrect standard weight
    wrong weight|weights|distance|height
    misclassified|classified as
    erroneously classified
    ? units .. mixed|confused|wrong|measurement|different
    ? counted|treated|taken as a? child|children|adult|metres|feet|miles|seconds|milliseconds|cents
  `,
  ),
  mechanism(
    "encoding",
    "characters misread",
    ["software-defect"],
    `
    unicode|utf|encoding|charset
    special|polish|accented character|characters|key
    case sensitive|insensitive|sensitivity
    rounding
    time zone
    parsed as|incorrectly
    locale
    ? letter|letters|characters|character|accent|accents|umlaut|emoji|unicode|charset|utf|utf8|collation|encoding .. typed|broke|broken|crash|wrong|failed|not|name|import|key
    polish|chinese|cyrillic|arabic|turkish|japanese letter|letters|characters|users|text
    emoji|unicode|utf8|ascii|diacritics
    locale|decimal comma|separator
    line endings|ending
    ? string|quote|quotes|escaped|escaping .. wrong|broke|unescaped
    apostrophe|apostrophes|comma|commas|decimal|decimals|separator|separators
    moved|shifted|off .. digits|digit|decimal|column|columns
    names .. apostrophe|accent|space|umlaut
  `,
  ),
] as const;
