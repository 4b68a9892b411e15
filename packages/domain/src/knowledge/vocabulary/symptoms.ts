import { symptom } from "./concept.ts";

/** How it was felt. */
export const symptoms = [
  symptom(
    "server-errors",
    "server errors",
    ["errors"],
    `
    5xx|500|502|503|504|530
    http 5xx|500|502|503|504|530
    server error|errors
    error page|pages
    internal server error
    bad gateway
  `,
  ),
  symptom(
    "errors",
    "requests failed",
    [],
    `
    error rate|rates
    elevated|increased|returning|returned|high error|errors|failure
    failed requests
    requests .. failed|failing|fail|rejected|error
    error|errors
  `,
  ),
  symptom(
    "client-errors",
    "requests refused",
    ["errors"],
    `
    404|403|401|429
    400 error|errors|response|responses|bad|status
    forbidden|unauthorized
    not found
    rejected requests
    denied
  `,
  ),
  symptom(
    "latency",
    "slowness",
    [],
    `
    latency|latencies
    slow|slower|slowness|sluggish|slowed
    slow response|responses|performance
    degraded|degradation performance
    performance degradation|issues
    response time|times
    unresponsive|unresponsiveness
    page load|loads
  `,
  ),
  symptom(
    "timeouts",
    "timeouts",
    ["latency"],
    `
    timeout|timeouts
    timed|timing out
    time out
    hang|hung|hangs
    504
    context canceled
  `,
  ),
  symptom(
    "outage",
    "total outage",
    [],
    `
    outage|outages
    downtime
    ? down
    was|were|is|are|be|been|went|going|goes|gone|go|brought|bring|bringing|brings|knocked|came|come|coming down
    unavailable|unavailability|offline|inaccessible|unreachable
    non operational
    global|total|complete|full outage
    took|taking|taken .. down|offline
    service disruption
    unusable
  `,
  ),
  symptom(
    "data-loss",
    "data lost",
    [],
    `
    data loss
    lost data|events|records|writes|messages|files
    data .. lost|irrecoverable|unrecoverable|missing|destroyed
    permanent|permanently .. lost|loss|deleted
    loss of .. data|volumes
    seconds|hours of data
    deleted .. files|sites|database
    unrecoverable
    could not|never be? retrieve|retrieved|recover|recovered|restore|restored .. data|files|images|records|messages|posts|avatars|uploads|changes
    ? data|files|records|messages|images .. not be? recovered|retrieved|restored|recoverable
  `,
  ),
  symptom(
    "wrong-results",
    "wrong results",
    [],
    `
    incorrect|wrong|inaccurate|erroneous|bad result|results|data|position|positions|values|calculation|calculations|records
    miscalculate|miscalculates|miscalculation
    incorrectly marked|classified
    false
    show a warning
    incorrect|wrong trajectory
    order by
    order .. ignored
  `,
  ),
  symptom(
    "data-exposed",
    "people saw what was not theirs",
    [],
    `
    ? other users|user|customers|people|owners|accounts
    wrong users|user|customers|people|owners|accounts
    other users|user|customers|people|owners .. data|account|accounts|details|information|orders|messages
    saw|see|seeing|shown|shows|view|viewed .. other|others|another|else
    leaked|exposed|visible .. users|customers|data
    wrong user
    data breach
    unauthorized access
    leak|leaks|leaked
    exfiltrated
  `,
  ),
  symptom(
    "stale",
    "stale or missing updates",
    [],
    `
    stale
    not updating|updated
    stop updating
    delayed updates|data
    inconsistent
    missing .. records|data|objects
    gap .. data
  `,
  ),
  symptom(
    "duplicates",
    "things happened twice",
    [],
    `
    duplicate|duplicates|duplicated
    ? twice|multiple times|repeatedly
    multiple charges|emails
    erroneous charges|alerts
  `,
  ),
  symptom(
    "sign-in-failed",
    "people could not sign in",
    [],
    `
    unable|cannot|could|couldn't|failed .. log|login|authenticate|sign
    login|authentication|sign failure|failures|failed|issues|problems
    log in
    locked out
    logged out
    lost access
    401
    connect to .. server
    users .. unable .. connect
  `,
  ),
  symptom(
    "cannot-deploy",
    "builds or deployments blocked",
    [],
    `
    builds|jobs|workflows|deployments|pipelines .. delayed|fail|failed|blocked|stuck|queue|delays|failing|not
    build|deploy failed|failing|failures|blocked|stuck|delayed
    unable|cannot|could|prevented .. deploy|deploying|build|release|push
    build queue
    queue times
    stuck .. not running
    job start|execution
    creating .. deployments
  `,
  ),
  symptom(
    "cannot-provision",
    "new capacity could not be started",
    [],
    `
    launch|launching|starting|creating|create|start|provision|provisioning .. instances|instance|vms|volumes|dynos
    unable .. scale|launch|provision|start|create|restart|stop
    could not be started
    control plane|planes
    management operations|api|portal
    new instances
  `,
  ),
  symptom(
    "read-only",
    "writes refused",
    [],
    `
    read only
    writes|write .. fail|failed|failing|failures|blocked|paused|refused|stopped|disabled|stalled|queuing|waiting|timeouts
    stopped accepting writes
    refuse|refused .. write|writes
    unable|inability .. create|save|modify|update|write|upload
    uploads .. fail
    new entries .. fail
    could not .. save|write
    write permission
  `,
  ),
  symptom(
    "crash-loop",
    "machines or processes kept crashing",
    [],
    `
    crash|crashed|crashing|crashes
    crash loop|loops
    rebooted|reboot|reboots|restarting|resets|reset
    restarted repeatedly
    shut down
    computer .. restart
    nodes .. offline|died|dying|dead
  `,
  ),
  symptom(
    "unreachable",
    "connections failed",
    [],
    `
    connection|connectivity error|errors|failure|failures|issues|problems|refused
    unable|cannot|could|failed .. connect|reach
    unreachable
    disconnect|disconnected
    drop in traffic
    traffic .. drop|dropped
    lost connectivity
    loss of connectivity
  `,
  ),
  symptom(
    "delayed",
    "work delayed",
    [],
    `
    delay|delays|delayed|late
    backlog
    processing delays|time
    lag
    queue .. long|delay
    held
    prolonged queue
  `,
  ),
  symptom(
    "not-notified",
    "messages or alerts not delivered",
    [],
    `
    notification|notifications|email|emails|sms|message|messages|webhooks .. delayed|failed|not|missed|fail|lost|filtering
    alert|alerts delayed|failed|not|missed|fail|lost
    delivery failure|failures|delays
    failed to .. send|deliver|notify
    ability to send
    monitors unavailable
  `,
  ),
  symptom(
    "blind",
    "telemetry missing",
    [],
    `
    metrics|logs|monitoring|telemetry|data .. missing|gap|unavailable|not|stopped|lost|disabled
    limited monitoring visibility
    loss of .. metrics|logs|visibility
    shipping logs
    logs not
    gap in
  `,
  ),
  symptom(
    "files-deleted",
    "people's files or sites gone",
    ["data-loss"],
    `
    files|sites|scoreboards|repositories|customers .. deleted|lost|gone|removed
    lost access to .. sites|products|repositories
    deleted .. user|customer|files|sites
    deletes|deleting .. files|boot
  `,
  ),
  symptom(
    "financial",
    "money lost or charged",
    [],
    `
    loss of|million
    charged|charges
    stolen|theft
    refunds|refunded
    margin
    money
  `,
  ),
  symptom(
    "physical-harm",
    "physical loss or harm",
    [],
    `
    destroyed|destruction|explosion|sank|crash .. rocket|spacecraft
    death|injury|overdose|overdoses
    loss of .. spacecraft|mission|vehicle
  `,
  ),
  symptom(
    "partial",
    "part of a product did not work",
    [],
    `
    partial outage|disruption
    subset of
    intermittent|intermittently|sporadic
    feature .. not|unavailable|broken
    fraction of
  `,
  ),
] as const;
