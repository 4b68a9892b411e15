import { mechanism } from "./concept.ts";

/** The world of metal, heat and electricity. */
export const physicalMechanisms = [
  mechanism(
    "power-loss",
    "power lost",
    ["datacenter-event"],
    `
    power outage|failure|failures|loss|disruption|interruption|event|supply|cut|redundancy|feed|surge|issue|infrastructure
    loss|lost of? power
    lost power
    electrical|electricity
    generator|generators
    utility power|provider|feed|feeds|grid
    ups
    uninterruptable|uninterruptible
    transformer|substation
    voltage sag
    lightning
    blackout
    breaker|breakers
    battery
    ground fault
    disruption .. power
    transmission line|lines
    lost electricity
    switchgear
    feeds .. failed|lost
    went dark|was dark
    low voltage
    voltage swell
    generators tripped
    power cycled
    uninterruptible|uninterruptable supply
    batteries lasted|drained
    redundant ups
    20 kv
    breaker|breakers tripped|opened|tripping
    tripped
    went dark
    ? utility|mains|grid feed|power|supply .. lost|failed|outage|loss
    transfer switch|to generator
    ? ups|generator|generators|pdu|pdus|battery|batteries|transformer|switchgear .. failed|fail|not|drained|empty|exploded|tripped|overload
    lost|loss of power|electricity|feed
    blackout|brownout|power cut|outage|failure|surge|spike|feed
    fuse|fuses|power strip|strips
    lost its|their feed|supply|mains
    unplugged|plugged
  `,
  ),
  mechanism(
    "cooling-failure",
    "cooling failed",
    ["datacenter-event"],
    `
    cooling
    overheat|overheated|overheating
    temperature|temperatures
    air handler|handlers|conditioning
    hvac|chiller|chillers
    thermal
    heat
    air conditioning
    hottest day
    cooling units
    extreme heat
  `,
  ),
  mechanism(
    "datacenter-event",
    "something happened to a datacenter",
    [],
    `
    fire in|at|broke|alarm|suppression|damage|brigade
    on fire
    flood|flooding|water .. datacenter|leak
    weather|storm|hurricane|earthquake
    datacenter|facility .. offline|shut|shutdown|evacuated|down|fire
    data center|centre .. offline|fire|failure|power
    physical damage
    severe weather
    building .. destroyed|fire
    fire destroyed
    caught fire
    ? fire|smoke|flood|water|gas|suppression|sprinkler|explosion|leak .. datacenter|room|rack|racks|building|facility|servers|roof|ceiling
    ? datacenter|room|building|facility .. fire|flood|flooded|evacuated|burned|burnt|smoke|water
    water leaked|leak|damage
  `,
  ),
  mechanism(
    "hardware-failure",
    "hardware failed",
    [],
    `
    hardware failure|failures|fault|issue|issues|error|malfunction|problem
    failed|faulty|bad|malfunctioning disk|drive|controller|server|hardware|dimm|chip|chips|memory|card|component|imp
    disk|drive|drives|disks|controller|nic|dimm|storage|volume fail|failed|failure|failing|failures
    disks .. failing
    component failure
    raid
    storage controller|array
    memory chips
    redundant array
    crashed hard
    defective hardware|chip|part|disk
    multi component
    storage volume .. failure
    drive in the array
    array|rebuild .. second
    disks .. died
    ssd|ssds
    bad hardware
    hardware .. replaced
    partially failed
    motherboard|mainboard|cpu|processor|controller|backplane|psu|chassis|memory died|failed|broke|faulty|crashed|defective
    disk|disks|drive|drives|ssd|ssds died|dying|broke
    ? san|array|appliance|storage controller .. crashed|failed|died
    machine|server|host|box died|physically
    fans|fan failed|broken
    worn|wear out
    hardware fault|error|problem|issue
    lost|losing two|three|several|a?|one drives|drive|disks|disk|boards|nodes|controller
    during .. rebuild|resilver
    array|raid .. lost|failed|degraded|rebuild|broke
    drive|disk|fan|board|cable|port|module|card|optic|transceiver died|broke|dead|worn|faulty
  `,
  ),
  mechanism(
    "memory-error",
    "bits flipped in memory",
    ["hardware-failure", "data-corruption"],
    `
    ecc
    bit flip|flips
    cosmic ray|rays
    alpha particles
    single bit
    bit level
    stray radiation
    bad dimm
    memory diagnostics|errors
    corrupted bit
    error correcting
    ? bit|bits .. flipped|flip|corrupted|single|wrong
    ecc|parity|cosmic ray
    ? flipped .. bit|bits
  `,
  ),
  mechanism(
    "firmware",
    "firmware defect",
    ["software-defect"],
    `
    firmware
    bios|microcode
    plc|plcs
    programmable logic
    controller firmware
    flight software
    divider logic
    pentium
  `,
  ),
  mechanism(
    "storage-degraded",
    "storage degraded or stuck",
    [],
    `
    ebs .. degradation|degraded|stuck|outage|failure|volumes|issue
    stuck .. volume|volumes
    storage .. degraded|offline|failure|outage|unavailable|interruption|disruption|errors
    i|io o? error|errors
    io errors
    volume|volumes .. stuck|unresponsive|unrecoverable|failure
    disk .. latency|slow|stalled
    nfs
    read|write .. errors .. disk
    storage volume
    availability zone .. ebs|storage
    i|io o? operations .. long|slow|throttled|throttling
    iops
    disk .. throttled|throttling
    ? volume|volumes|disk|disks|storage|nfs|ebs|ceph|san|io|mount|mounts .. stuck|hung|slow|degraded|unresponsive|wait|latency|waiting|stopped|hang|saturated
    ? io wait|iops|throughput|latency .. disk|storage|limit|exhausted|burst|saturated
    ? iowait
    ? burst credits|balance
    ? disk latency|io|throughput
    ? writes|reads hung|blocked|stalled|slow
    volume|disk|pvc .. not|refused|failed|unable .. detach|attach|mount|unmount
    could not|cannot|unable|would not detach|attach|mount
    stuck .. detaching|attaching|mounting|terminating
    uninterruptible sleep
    livelock|livelocked|livelocks
    compaction|compact|compacting|vacuum|vacuuming|rebuild|resilver|scrub|defragmentation .. slow|load|io|blocked|moment|during|time
  `,
  ),
  mechanism(
    "zone-outage",
    "a cloud zone or region failed",
    ["third-party"],
    `
    availability zone
    single|one az
    az
    zone .. outage|failure|evacuation|evacuated|degraded
    region .. outage|failure|issues|down
    aws|gcp|azure|cloud .. outage|region
    us|eu east|west|east1|west1|central|central1
    regional
    east 1
    ? region|zone|az|us east 1|eu west|europe west|availability .. down|outage|failed|elevated|unavailable|lost|problem|problems|errors|offline|issue|incident
    lost a|an|one zone|region|az|availability
    multi region|az|zone
  `,
  ),
] as const;
