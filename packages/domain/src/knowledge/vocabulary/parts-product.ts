import { part } from "./concept.ts";

/** What people use. */
export const productParts = [
  part(
    "authentication",
    "sign-in and access",
    [],
    `
    authentication|authenticate|auth|authorization|authorizations
    login|logins|log in
    sso|saml|oauth|okta|ldap|adfs
    active directory
    token|tokens .. issuance|auth|scoped|access
    identity
    session|sessions
    sign in
    user account|accounts
    account service
    2fa
    permissions
    iam
    password|passwords
    access control
    signing keys
    identity provider
    login servers
  `,
  ),
  part(
    "billing",
    "billing and payments",
    [],
    `
    billing|payment|payments|checkout|invoice|invoices
    credit card|cards
    charge|charges|charged
    merchant|merchants
    point of sale
    account balance
    subscription
    card payments
    bank|banks|banking
    current account|accounts
    payment processor
  `,
  ),
  part(
    "email",
    "e-mail",
    [],
    `
    email|emails|mail|emailed
    smtp
    newsletter
    gmail|mailgun|mandrill
    inbox
  `,
  ),
  part(
    "notifications",
    "notifications",
    [],
    `
    notification|notifications
    webhook|webhooks
    push notifications
    paging
    on call notifications
  `,
  ),
  part(
    "messaging",
    "chat and real-time connections",
    [],
    `
    chat|messaging|xmpp|websocket|websockets
    slack|discord|flowdock
    real time
    presence
    streaming service
    connected|disconnected .. users|clients
    instant messaging
  `,
  ),
  part(
    "video",
    "video and streaming",
    [],
    `
    video|livestream|playback|stream|viewers|iplayer
    rebuffer|rebuffering
  `,
  ),
  part(
    "website",
    "web site",
    [],
    `
    website|websites|site|web
    page|pages
    homepage
    ecommerce|e commerce
    web application|interface|ui
    stack overflow
  `,
  ),
  part(
    "frontend",
    "browser code and interface",
    [],
    `
    javascript|browser|frontend|ui|css|editor
    sdk|sdks
    firefox|chrome
    user interface
    keyboard
  `,
  ),
  part(
    "client-software",
    "software on people's machines",
    [],
    `
    installer
    desktop|mobile client|app
    client software
    player|players .. windows|files|computers
    sensor
    browser|add ons|addons|extension|extensions
    steam client
    endpoint
    boot ini
  `,
  ),
  part(
    "sdk",
    "SDK and libraries",
    [],
    `
    sdk|sdks
    library|libraries
    third party library
    package|packages
  `,
  ),
  part(
    "game",
    "online game",
    [],
    `
    game|games|gaming|player|players
    matchmaking
    fortnite|roblox|eve|bungie|steam
  `,
  ),
  part(
    "trading",
    "trading and markets",
    [],
    `
    trading|trade|trades|trader|broker|brokerage
    stock|exchange|exchanges
    order|orders .. placed|exchange|executed|placement
    order management
  `,
  ),
  part(
    "cryptocurrency",
    "cryptocurrency",
    [],
    `
    cryptocurrency|bitcoin|ether|ethereum|wallet|crypto|blockchain|coin|coins
    blockchain|mempool|mainnet|testnet|validators
    consensus
  `,
  ),
  part(
    "spacecraft",
    "spacecraft and flight systems",
    [],
    `
    spacecraft|satellite|satellites|orbiter|orbital|rocket|lunar|mars|nasa|mission|aircraft|flight
    guidance system|computer
    gps|glonass
    takeoff
  `,
  ),
  part(
    "medical",
    "medical device",
    [],
    `
    radiation|patients|patient|medical|therapy|hospital|treatment
  `,
  ),
  part(
    "upload",
    "uploads and downloads",
    [],
    `
    upload|uploads|uploading
    download|downloads|downloading
  `,
  ),
  part(
    "voting-enrolment",
    "public service enrolment",
    [],
    `
    enrollment|enrolment|healthcare|government|federal|registration
  `,
  ),
  part(
    "reservation",
    "reservations and orders",
    [],
    `
    reservation|booking|bookings|cart|purchase|purchases|purchasing
    passengers|airline
    domain purchases|renewals
  `,
  ),
  part(
    "aviation",
    "airlines and air traffic",
    [],
    `
    airline|airlines|airport|airports
    flights
    flight plan|plans
    air traffic
    check in
    departures
    crew
  `,
  ),
] as const;
