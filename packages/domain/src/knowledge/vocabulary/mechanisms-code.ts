import { mechanism } from "./concept.ts";

/** Inside a program: how code went wrong while it ran. */
export const codeMechanisms = [
  mechanism(
    "crash",
    "process crashed",
    [],
    `
    crash|crashed|crashes|crashing
    panic|panicked|panics
    segfault|segmentation
    core dump
    unhandled exception|error|panic|rejection
    bugcheck
    exception|exceptions
    process .. died|terminated|killed|exited
    simultaneous|simultaneously crash
    null pointer|reference
    restart|restarted repeatedly
    crash loop|loops
    crashloopbackoff
    bsod
    blue screen
    threw|throw exceptions
    null pointer
    returned? nulls|null
    crashed in a loop
    program aborted
    restart loop
    critical exception
    shut down on
    brought down by
    stopped .. exception
    segfault|segfaulted|segmentation|core dumped|dump
    kernel panic|panicked|panics
    crashloopbackoff|crash loop|looping|looped
    died|dies|dying|aborted|abort|terminated unexpectedly|again|repeatedly|silently
    ? restarted|restarting .. repeatedly|again|loop|constantly
    ? aborted|crashed|died|exited .. each|every .. time|start
    assertion failure|failed|error
  `,
  ),
  mechanism(
    "infinite-loop",
    "infinite loop",
    ["cpu-saturation", "software-defect"],
    `
    infinite|endless|unbounded|tight loop|loops|recursion
    infinite
    spinwait|busy wait|loop
    runaway process|loop|processes
    stuck in .. loop
    recursion
    without end|stop|stopping
    called|calling|calls|triggered|triggering|notified|replied each other|itself
    endless|endlessly|infinite|infinitely|forever|recursion|recursive|recursively
    loop|loops|looping|looped
    over and over|again
    ping pong
    never terminated|terminates|ends|finished|returned
    triggered|triggering|calls|called|invoked|replied|fed itself
    ? again and again
  `,
  ),
  mechanism(
    "regex",
    "regular expression backtracking",
    ["cpu-saturation", "software-defect"],
    `
    regex|regexp|regular
    regular expression|expressions
    backtracking|backtrack
    redos
    ? pattern|expression .. match|matching|backtracking|quantifier|quantifiers|exponential
    nested quantifier|quantifiers|groups
    catastrophic|exponential backtracking
    quadratic|exponential time|behavior|complexity|matching
  `,
  ),
  mechanism(
    "memory-safety",
    "memory used after or beyond its bounds",
    ["software-defect"],
    `
    buffer overflow|overrun|overread
    double free
    use after free
    out of bounds
    memory reuse|safety|corruption
    dangling
    parser bug
    memory address
    overwritten
    return memory
    heap corruption
    buffer overrun|overflow|overread|over
    use|used after free
    dangling|wild|invalid pointer
    uninitialised|uninitialized memory|variable
    stack overflow|smash
  `,
  ),
  mechanism(
    "poison-message",
    "one bad input took it down",
    ["software-defect"],
    `
    poison pill|message
    malformed|unexpected|invalid|bad|unusual|crafted input|data|message|messages|payload|request|record|file|value|row
    input fields
    parse|parsing error|failure|bug
    single customer|request|message|post|order .. crash|crashed|caused|trigger
    unprecedented event|order
    channel file
    feature file
    duplicate rows
    customer configuration
    did not expect
    message the parser
    same message|input
    blank fields
    lookup .. fails|failed
    negative value|values
    maliciously crafted
    a transaction was submitted
    two .. of the same name
    several orders of magnitude
    wrong input
    ? malformed|unusual|unexpected|strange|corrupt|huge|oversized|invalid|bad|one|single|particular|specific|crafted message|document|record|request|file|input|packet|payload|post|job|item|row|event|flight|plan|field .. killed|crashed|broke|stopped|die|died|crash|took|blocked
    one|single bad|malformed|invalid|unusual|corrupt
    choked on
    ? retried|redelivered|requeued .. again|forever|message|crash
    ? crashed|died|killed|failed whenever|each|every time|when .. read|processed|parsed|received
    same message|job|record|input again|retried
    ? one|single order|row|event|user|customer|item .. stopped|crashed|blocked|broke .. consumer|worker|import|job|process|indexer|pipeline
    apostrophe|quote|quotes|semicolon|backslash|newline|emoji|bom|tab .. broke|breaks|stopped|crashed|failed|export|import|parser
    ? one|single|certain|odd|strange|malformed row|line|record|file|upload|name|message|event|input|order .. stopped|broke|breaks|blocked|crashed
    parser|importer|reader|decoder .. choked|stopped|failed|gave|crashed
  `,
  ),
  mechanism(
    "priority-inversion",
    "priority inversion",
    ["lock-contention"],
    `
    priority inversion|inheritance
    low priority task
    high priority task
    missed deadline
    hard deadline
  `,
  ),
  mechanism(
    "logging-side-effect",
    "logging or monitoring did the damage",
    [],
    `
    logging|log channel|operations|statement|enabled
    log file|files .. grew|growth|full|filled
    logging .. caused|enabled|performance|culprit
    tracing code
    printk
    telemetry .. caused|agent|gap
    data collection agent
    monitoring agent
    audit extension|logging
    pgaudit
    log file|files
    verbose logging
    logging .. blocked|stalled|slow
    ? debug|verbose|trace|audit|access logging|log|logs|mode|output .. left|enabled|on|filled|volume|disk|slow
    ? logging|logs|log .. blocked|slow|filled|overwhelmed|crash|died|too|load|volume|locked
    ? writing log|logs .. blocked|slow|disk
    ? log|logs|logging agent|shipper|collector|driver|daemon|channel|service .. cpu|memory|crash|blocked|overloaded|problem
    ? metrics|monitoring|tracing|agent|probe|scanner|security .. overloaded|load|cpu|memory|crashed|took|brought
    ? left on|enabled .. debug|logging|profiling|tracing
    excessive|massive|huge|endless logging|logs|log|warnings|messages
    flood|flooded|floods of? logs|log|warnings
    log|logs .. flooded|spammed
  `,
  ),
  mechanism(
    "client-defect",
    "defect in software on other people's machines",
    ["software-defect"],
    `
    desktop|mobile|client app|application|client|software|bug
    installer
    sdk|sdks
    frontend code
    javascript exception|exceptions|error|errors
    front end
    browser .. hang|crash|bug
    plugin|extension|addon|addons
    app .. crash|crashed
    editor
    web interface
    ui bug
    ? app|apps|client|clients|phones|devices|browsers|firmware .. bug|polled|polling|loop|every second|repeatedly|hammering
    ? polled|polling .. every|second|often|server
    ? mobile|desktop|web|android|ios|native app|client|release|version .. bug|crash|loop|requests|wrong
    ? browser|extension|plugin|agent|sensor|driver .. update|crash|broke
    blue screen|bsod|boot loop
  `,
  ),
  mechanism(
    "filesystem-defect",
    "file system or path handled wrongly",
    ["software-defect"],
    `
    filesystem corruption|corrupt|wrong|check
    symlink
    relative path
    mounted|mount wrong|incorrect
    directory .. deleted|wrong|removed
    filesystem
    boot ini
    recursive deletion
    path handling
    ? symlink|symlinks|symbolic|hardlink|mount|path .. wrong|followed|directory|removed|root|lost|empty|missing
    wrong|empty|root|missing directory|path|mount|filesystem|folder
    ? zfs|xfs|ext4|btrfs|ntfs|glusterfs|ceph|lustre .. bug|corrupt|hang|full|slow|lost|failed
    fsck|unmounted|remounted|inode|inodes|mounted
    rm rf|fr
  `,
  ),
  mechanism(
    "kernel-defect",
    "operating system defect",
    ["software-defect"],
    `
    kernel bug|panic|issue|upgrade|limit|version|update
    systemd
    operating system
    os upgrade|update|bug|image|images
    linux kernel
    interrupt handler
    vxworks
    device driver
    windows .. crash|crashed|update
    reboot|reboots|rebooted
    kernels .. spin|hung|hang
    linux servers hung
    networkd
    kernel panics
    ? kernel|driver|hypervisor|xen|kvm .. bug|panic|hang|hung|regression|crash|defect|deadlock|upgrade
    linux bug|kernel
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
    dormant|lurking|latent|unnoticed|undetected|hidden|long standing
    ? bug .. years|months|first time|never
    ? years|months .. never|without .. hit|seen|noticed|triggered
    hit|reached|executed|exercised|triggered for|the first time
    never been|before hit|tested|exercised|executed|reached|seen
    edge|corner|rare case|condition|combination
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
    null pointer|reference|value|dereference
    off by one
    ? exception|assertion|panic .. parser|handler|code|thrown|unhandled
    unhandled|uncaught exception|error|case|promise
    logic|coding|programming|arithmetic mistake|error|bug
    wrong|incorrect assumption|calculation|comparison|condition
    code path
    did not handle|expect
    mishandled|mishandling
    condition|sign|comparison|order|logic|test .. turned around|reversed|inverted|swapped|wrong|backwards
    off by one
    acknowledged|acked|committed|confirmed .. before .. saved|stored|written|processed|done
    ? did not|didn't expect|consider|foresee|check .. case|that|when
  `,
  ),
] as const;
