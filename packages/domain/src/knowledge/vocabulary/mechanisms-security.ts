import { mechanism } from "./concept.ts";

/** Somebody wanted it to happen, or a secret was where it should not have been. */
export const securityMechanisms = [
  mechanism(
    "ddos",
    "denial-of-service attack",
    ["attack"],
    `
    ddos
    denial of service
    dos attack
    network attack
    under .. attack
    attack vector
    tbps|gbps
    botnet
    malicious traffic
    amplification|reflection attack
    syn flood
    dns amplification
    crafted url
  `,
  ),
  mechanism(
    "attack",
    "attack",
    [],
    `
    attack|attacks|attacked
    attacker|attackers
    malicious
    threat actor
    adversary
    cyberattack
    hack|hacked|hacks|hacker|hackers
    intrusion|intruder
    breach|breached|breaches
    unknown entity
    unauthorized third party
    stolen|steal|theft
  `,
  ),
  mechanism(
    "leaked-credentials",
    "leaked credentials",
    ["unauthorized-access"],
    `
    leaked|leak|exposed|stolen|hardcoded|committed|compromised|disclosed credential|credentials|token|tokens|key|keys|secret|secrets|password|passwords
    credential|credentials|token|tokens|key|keys|secret|secrets|password .. leaked|exposed|stolen|exfiltrated|compromised|committed
    access|personal|api token|key|keys
    repo|repository|code .. contained|containing credential|credentials|secret|keys
    secret|access|encryption keys|key
    password reuse
    session cookie|token
    credentials granting
    had .. keys on it
  `,
  ),
  mechanism(
    "account-compromise",
    "account taken over",
    ["unauthorized-access"],
    `
    account|accounts|organization|laptop|administrator|maintainer .. compromised|hijacked|takeover|hacked
    compromised .. account|accounts|laptop|maintainer|administrator|password|employee
    gained .. access|control
    phishing|phished|social engineering
    2fa|mfa
    malware
    impersonate|impersonated|impersonation
    brute force
    administrative control
  `,
  ),
  mechanism(
    "unauthorized-access",
    "unauthorised access",
    ["attack"],
    `
    unauthorized|unauthorised access|party|user|entity|push
    security incident|breach|compromise|event
    exfiltrate|exfiltrated|exfiltration
    gained access
    privilege escalation
    security researcher
    rootkit
    backdoor
    lateral movement
    ? compromised|compromise
  `,
  ),
  mechanism(
    "supply-chain",
    "malicious package in the supply chain",
    ["attack", "account-compromise"],
    `
    malicious package|packages|code|version|versions|dependency|commits
    supply chain
    published .. malicious
    npm|pypi|maven .. malicious|compromised|worm
    self replicating
    worm
    trojan
    compromised package|packages|sdk|library
    malware .. packages|dependencies
    preinstall|postinstall script
    typosquatting
  `,
  ),
  mechanism(
    "vulnerability",
    "known vulnerability exploited",
    ["attack"],
    `
    vulnerability|vulnerabilities|vulnerable
    exploit|exploited|exploiting
    unpatched
    shellshock|heartbleed|log4shell|log4j
    cve
    zero day
    remote code execution
    sql injection|xss|ssrf
    security bug|hole|flaw
  `,
  ),
  mechanism(
    "data-exposure",
    "private data exposed",
    [],
    `
    exposed|exposure|leak|leaked|leaks|disclosed|disclosure|revealing|revealed .. data|information|information|records|users|user|customer|customers|private|sensitive
    data|information|memory leak|leaked|leaks|exposure|exposed|breach
    private|sensitive|personal information|data|repositories|content
    other people|users|customers|organizations data|information|account|accounts
    wrong user|users|owners|account|customer
    logged in as
    cross account|organization|organizational|org|tenant
    seeing .. other|unrelated|wrong
    unintended|unauthorized .. access|disclosure
    public bucket
    pii
    leak of .. users|user
    non collaborators
    saw|see|seeing .. blank|wrong|other profile|profiles|data|users|user
    mismatched tokens
    incorrect user logins
    cookies .. sensitive
  `,
  ),
  mechanism(
    "permissions",
    "permissions set wrongly",
    [],
    `
    acl|acls
    permission|permissions .. allowed|wrong|incorrect|misconfigured|missing|removed|change|changes|failure|failures|management|issue
    iam
    bucket .. permission|permissions|public|acl|settings
    access control|controls .. misconfiguration|misconfigured|wrong|incorrect
    overly permissive
    s3 settings
    blocked access
    lost access
    security group .. removed|controls
    role|roles .. removed|deleted|incorrect|missing
    write permission|permissions
    access grants
    unauthenticated
    401|403
  `,
  ),
  mechanism(
    "secret-rotation",
    "key or password rotation",
    [],
    `
    rotate|rotated|rotating|rotation
    key|password|secret|credential|token|certificate|incomplete rotation
    credentials .. updated|changed|revoked
    revoked .. credentials|token|tokens|key|keys
  `,
  ),
  mechanism(
    "insider",
    "somebody inside misused access",
    ["attack"],
    `
    insider
    former|internal|rogue|disgruntled employee
    employee .. steal|stole|sold
    poor security practices
  `,
  ),
  mechanism(
    "financial-exploit",
    "money taken through a flaw",
    ["attack", "vulnerability"],
    `
    cryptocurrency|crypto|bitcoin|ether|ethereum|wallet|wallets|coins
    smart contract
    funds .. stolen|drained|diverted
    stole .. million
    theft of
    stolen funds|coins|ether
  `,
  ),
] as const;
