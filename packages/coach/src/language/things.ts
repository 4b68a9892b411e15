/** What acts in an account of an incident and is plainly no person. */
const things = new Set(
  (
    "it this that these those which what there something anything everything nothing " +
    "system service server job script pod node cluster cache balancer scheduler controller proxy gateway router switch firewall host machine " +
    "database db replica primary secondary leader follower broker queue topic consumer producer daemon cron cronjob process thread " +
    "runtime kernel container image instance vm volume disk bucket table index query schema column row record field " +
    "tool device sensor meter app site website page portal frontend backend client library package module plugin " +
    "code function method class parser compiler linter bot robot model algorithm api endpoint sdk cli shell terminal console dashboard " +
    "config setting flag rule policy template runbook playbook pipeline build release deploy rollout rollback change commit " +
    "patch update upgrade version fix hotfix merge branch test check monitor alert probe healthcheck watchdog " +
    "importer exporter loader reader runner handler renderer crawler scraper indexer collector resolver provider network link cable " +
    "request response message event log metric file form certificate key token session traffic load " +
    "autoscaler orchestrator hypervisor feature data program programme engine framework stack setup " +
    "browser phone printer scanner procedure plan incident outage review retrospective postmortem report failure error bug " +
    "approach lack attempt alarm pager webhook backup restore failover snapshot"
  ).split(" "),
);
const abstract = /(?:tion|ment|ness|ity|ance|ence|ware|ing|[^i]sis)s?$/u;

/** Whether a noun names a thing: by the list, by code, digits or capitals in it, or by its ending. */
export function isThing(noun: string): boolean {
  const word = noun.toLowerCase();
  return (
    things.has(word) ||
    (word.endsWith("s") && things.has(word.slice(0, -1))) ||
    /^[^@].*[\d_.\uE000]|[a-z][A-Z]/u.test(noun) ||
    abstract.test(word)
  );
}
