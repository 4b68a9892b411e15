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
    hijacked cameras|devices|routers
    junk packets|traffic
    amplification
    scrubbing
    saturated its provider
    flooded in waves
    wave of attack
    manually blocked the ip
    demanded a? ransom
    ? gigabits|gbps|tbps|terabits .. udp|traffic|attack|flood|syn
    ? attacker|attackers .. aimed|gigabits|gbps|flooded
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
    intruder|intruders|hackers|attackers|ransomware
    ransom|extortion|blackmail
    ? encrypted .. servers|files|systems
    malware|virus|worm|trojan|miner|cryptominer|backdoor
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
    found .. keys
    extracted a? credential
    oauth tokens
    session tokens
    password .. saved
    keys in a .. repository
    cloud storage .. access
    download .. repositories
    ? token|tokens|key|keys|password|passwords|secret|secrets|credentials .. found|posted|published|pushed|visible .. public|gist|repository|github|log|logs|pastebin
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
    home computer
    keylogger
    personal google|profile|email|laptop|account
    account of the author
    hijacked
    service account
    given publishing rights
    phished|phishing|vished|social engineering|smishing
    ? attacker|hacker|intruder|somebody|someone .. account|admin|console|credentials|employee|support|laptop
    stolen|hijacked|compromised|reused session|cookie|cookies|password|passwords|laptop|device|account
    sim swap
    credential stuffing
    impersonated|impersonating|pretended
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
    ? without permission|authorization|authorisation|authority .. viewed|accessed|read|saw|view|access
    ? viewed|accessed|downloaded|copied|read .. customer|customers|records|data|without
    ? intruder|intruders|hacker|hackers|attacker|attackers .. accessed|access|got|entered|gained|broke|network|systems
    broke into|in
    gained|got|obtained access|in|into
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
    publishing rights
    dependency that stole
    password stealer
    miner
    altered the .. script
    new release on purpose
    versions with a
    newest version
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
    other people|users|customers|organizations .. data|information|account|accounts
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
    ? other people's|users|customers
    data of another
    pages generated for other
    titles of other
    saw other people
    listed by anybody
    anybody could
    payment details of
    ? publicly|public|openly|world readable|accessible|reachable|available|listed|visible|indexed|exposed
    ? bucket|database|server|elasticsearch|mongodb|backup|dump|repository .. public|publicly|open|exposed|readable|internet|password
    ? other|another|wrong person's|people's|users|customers|user's|customer's|users' .. orders|data|account|details|profile|messages|names|photos|see|saw|shown
    ? saw|see|shown|view|viewed|sees .. other|others|another|wrong|else's data|account|accounts|users|customers|orders|details|people's|profile
    ? mixed|mix up sessions|accounts|users|customers
    ? leaked|leak|leaks|leaking .. data|information|details|personal|emails|addresses|passwords
    ? personal|private|sensitive data|information|details .. exposed|leaked|visible|public|accessible
    ? served|shown|visible|sent to strangers|others
    ? account|personal|customer details .. strangers|others|served|shown|public
    ? cached .. page|pages|response|responses .. other|others|strangers|wrong
    port|ports|database|server|dashboard|console|endpoint|bucket open|reachable|exposed|listening .. internet|world|everyone|anyone|public
    left .. open|public|unprotected .. internet|world|everyone
    without|no password|authentication|login .. internet|public|reachable
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
    lost their permissions|roles
    roles to pods
    policy .. opened|open
    bucket .. listed|public|opened
    could be listed
    chmod|chown|umask|selinux|apparmor|rbac|iam|acl|acls
    ? permission|permissions|rights|privileges|access .. denied|removed|missing|wrong|revoked|changed|too|lost|broad
    ? role|account|user|policy|token|daemon .. access|rights|permission|permissions .. removed|missing|lost|denied|revoked
    ? locked out .. daemon|service|user|account|ourselves
    ? not allowed|permitted|authorised|authorized .. read|write|access|to
  `,
  ),
  mechanism(
    "secret-rotation",
    "key or password rotation",
    [],
    `
    ? rotate|rotated|rotating|rotation
    key|password|secret|credential|token|certificate|incomplete rotation
    credentials .. updated|changed|revoked
    revoked .. credentials|token|tokens|key|keys
    signing key|keys
    rotates signing
    key .. removed|migration
    ? password|passwords|key|keys|secret|secrets|token|tokens|credential|credentials .. changed|rotated|rotation|replaced|renewed|revoked|reset|old|regenerated
    ? rotated|rotating|rotation|revoked|changed|replaced|reset .. password|passwords|key|keys|secret|secrets|token|tokens|credentials
    ? still used|using|uses|had .. old|previous key|password|token|credentials|secret
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
    reentrancy|re entrancy
    ? drain|drained|draining|stole|stolen|minted|siphoned .. contract|funds|pool|wallet|wallets|tokens|coins|bridge|liquidity
    flash loan|loans
    oracle manipulation|price
    ? contract .. exploit|exploited|flaw|bug|drained
    free|extra|unlimited money|credits|coins|tokens
  `,
  ),
] as const;
