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
  `,
  ),
] as const;
