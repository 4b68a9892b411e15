import { part } from "./concept.ts";

/** What programs run on, and how they get there. */
export const platformParts = [
  part(
    "kubernetes",
    "Kubernetes",
    ["orchestration"],
    `
    kubernetes|k8s|eks|gke|aks|kubelet
    pod|pods
    daemonset|daemon sets
    cilium
    coredns
    ingress controller
    container orchestration
    crashloopbackoff
    control plane nodes|node
    namespace|namespaces
    kube proxy
    notready
    node rollover
    helm
  `,
  ),
  part(
    "orchestration",
    "cluster management",
    [],
    `
    orchestration
    cluster resource|manager|management|scheduler
    container|containers
    mesos|nomad|borg|docker
    dyno|dynos
    runtime cluster
    scheduling
    cluster
  `,
  ),
  part(
    "virtual-machines",
    "virtual machines",
    [],
    `
    vm|vms
    virtual machine|machines
    ec2
    compute engine|service
    instance|instances
    hypervisor
    guest agent
    customer instances
  `,
  ),
  part(
    "serverless",
    "serverless functions",
    [],
    `
    lambda
    cloud functions|run
    serverless
    function invocation|invocations
    app engine
  `,
  ),
  part(
    "operating-system",
    "operating system",
    [],
    `
    kernel|linux|windows|ubuntu|debian
    operating system
    systemd
    os
    vxworks
    unix
    kernels
  `,
  ),
  part(
    "ci",
    "builds and CI",
    [],
    `
    ci
    circleci|jenkins|travis|buildkite
    build|builds
    github actions
    runner|runners|executor|executors
    workflow|workflows
    build queue
    continuous integration
    jobs .. builds|docker|machine|workflows
  `,
  ),
  part(
    "deploy-pipeline",
    "deployment pipeline",
    [],
    `
    deploy|deployment pipeline|tool|system|process|tooling
    terraform|puppet|chef|ansible|flux|spinnaker|helm
    ci cd
    provisioning
    release pipeline|process
    infrastructure as code
  `,
  ),
  part(
    "configuration-system",
    "configuration distribution",
    [],
    `
    configuration|config file|files|system|management|pipeline|distribution|update
    content update
    quicksilver
    configuration rollout
    control plane
    feature file
  `,
  ),
  part(
    "code-hosting",
    "code hosting",
    [],
    `
    git
    repository|repositories|repo|repos
    github|gitlab|bitbucket|subversion
    pull request|requests
    source code
    git push
    version control
    vcs
  `,
  ),
  part(
    "package-registry",
    "package registry",
    [],
    `
    npm|pypi|rubygems|maven|crates|jcenter|homebrew|nuget
    registry
    package|packages
    docker hub
    crate|crates
    cookbook|cookbooks
    apt
  `,
  ),
  part(
    "feature-flags",
    "feature flag service",
    [],
    `
    feature flag|flags|management
    flag|flags
    launchdarkly
    flag delivery|evaluation|targeting
  `,
  ),
  part(
    "hardware",
    "hardware",
    [],
    `
    hardware
    dimm|memory chips|chip|chips|cpu|processor
    server hardware|line|parts
    controller|controllers
    pentium
    ecc
    equipment
  `,
  ),
  part(
    "datacenter",
    "datacenter",
    [],
    `
    datacenter|datacenters|datacentre
    data center|centre|centers
    facility
    availability zone
    zone
    colocation
    az
  `,
  ),
  part(
    "power",
    "power supply",
    ["datacenter"],
    `
    power
    generator|generators
    ups|battery|breaker|transformer|utility
    electricity|electrical
    grid
  `,
  ),
  part(
    "power-grid",
    "electricity grid",
    ["power"],
    `
    electricity|electric|power grid|system
    transmission line|lines
    blackout|blackouts
    grid collapse|collapsed
    interconnection
    frequency .. generators
  `,
  ),
  part(
    "logging",
    "logs",
    [],
    `
    log|logs|logging
    fluentd|cloudwatch|logstash|syslog|loki
    log file|processing
    log retention
  `,
  ),
  part(
    "monitoring",
    "monitoring and alerting",
    [],
    `
    monitoring
    ? alert|alerts|alerting
    ? metric|metrics
    prometheus|grafana|datadog|stackdriver|honeycomb|sentry
    telemetry
    observability
    ? dashboard|dashboards
    tracing
    notifications .. alert|on
  `,
  ),
  part(
    "ai",
    "machine learning service",
    [],
    `
    copilot|openai|chatgpt|llm|inference|gpu
    machine learning
    code completions
  `,
  ),
] as const;
