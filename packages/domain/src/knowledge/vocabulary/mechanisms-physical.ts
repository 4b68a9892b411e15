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
  `,
  ),
  mechanism(
    "datacenter-event",
    "something happened to a datacenter",
    [],
    `
    fire
    flood|flooding|water .. datacenter|leak
    weather|storm|hurricane|earthquake
    datacenter|facility .. offline|shut|shutdown|evacuated|down|fire
    data center|centre .. offline|fire|failure|power
    physical damage
    severe weather
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
  `,
  ),
] as const;
