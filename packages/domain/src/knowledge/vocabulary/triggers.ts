import { trigger } from "./concept.ts";

/** What set it off. Triggers say less about the failure than mechanisms do, and are weighed so. */
export const triggers = [
  trigger(
    "deployment",
    "deployment",
    ["change"],
    `
    deploy|deployed|deployment|deploying
    release|released
    rollout|rolled out
    shipped
    blue green
    canary
  `,
  ),
  trigger(
    "configuration",
    "configuration change",
    ["change"],
    `
    config|configuration|configured|misconfigured|misconfiguration
    setting|settings
    policy
  `,
  ),
  trigger(
    "change",
    "a change",
    [],
    `
    change|changed|changes
    modification|modified
    update|updated
  `,
  ),
  trigger(
    "upgrade",
    "upgrade",
    ["change"],
    `
    upgrade|upgraded|upgrading
    version
    patch|patched
  `,
  ),
  trigger(
    "migration",
    "migration",
    ["change"],
    `
    migration|migrate|migrating|migrated
    schema
    porting
    cutover
    moved to
  `,
  ),
  trigger(
    "maintenance",
    "maintenance",
    [],
    `
    maintenance
    routine
    planned
    replacement|replacing|replaced
  `,
  ),
  trigger(
    "traffic-spike",
    "traffic spike",
    [],
    `
    traffic|load|usage|request spike|surge|increase|growth|influx
    spike|surge|influx .. traffic|requests|load|users|usage
    unexpected|sudden|rapid .. traffic|load|increase|growth|surge|adoption
    peak traffic|hours|load|time
    marketing campaign
    viral
    new peak
    increase in .. traffic|load|usage|requests|users
    tenfold increase
    normal daily traffic growth
    concurrent players|users
    drastic increase
  `,
  ),
  trigger(
    "operator",
    "action by hand",
    [],
    `
    manual|manually
    command
    operator
    script
    by hand
  `,
  ),
  trigger(
    "restart",
    "restart or recovery",
    [],
    `
    restart|restarted|restarts|reboot|rebooted|rebooting
    recovery .. caused|load
    recycled|recycle
    failback
  `,
  ),
  trigger(
    "scaling",
    "scaling up or down",
    [],
    `
    scaling|scaled|scale
    autoscaler|autoscaling
    downgrade|downsized|upsizing
    capacity scaling
  `,
  ),
  trigger(
    "weather",
    "weather or other natural event",
    [],
    `
    weather|storm|lightning|hurricane|flood|earthquake|monsoon|heatwave|rain
  `,
  ),
  trigger(
    "hardware-replacement",
    "hardware failed or was replaced",
    [],
    `
    hardware
    replacement|replaced .. hardware|controller|disk|server|equipment
    failed disk|controller|server|drive
  `,
  ),
  trigger(
    "customer-action",
    "something a customer did",
    [],
    `
    customer|user|client .. pushed|configured|triggered|query|request|import|created
    single customer|user|tenant
    new caller|customer
    client application|applications
  `,
  ),
  trigger(
    "attack",
    "attack",
    [],
    `
    attack|attacker|malicious|hacker
  `,
  ),
  trigger(
    "date",
    "a date or time arrived",
    [],
    `
    leap
    midnight
    new year
    expired|expiry|expiration
    february 29
  `,
  ),
] as const;
