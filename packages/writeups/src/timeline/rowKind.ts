import type { RowKind } from "../proposal/proposal.ts";

/** Words that show what a row tells. The first match wins; only the beginning of the text is looked at. */
const kinds: readonly [RowKind, RegExp][] = [
  [
    "communication",
    /\b(?:status ?page|statuspage|announce(?:d|ment)|notif(?:y|ied)|e-?mail(?:ed)?|tweet(?:ed)?|posted|communicat\w*|customers? (?:informed|told)|update (?:sent|posted)|informed)\b/i,
  ],
  [
    "milestone",
    /\b(?:incident (?:declared|opened|closed|resolved|over|ends?|begins?|starts?)|declared|all[- ]clear|(?:fully )?(?:restored|recovered|resolved)|outage (?:begins?|starts?|ends?)|end of (?:the )?(?:incident|outage)|post-?mortem)\b/i,
  ],
  [
    "detection",
    /\b(?:alert(?:s|ed|ing)?|page[ds]?|paged|detect(?:s|ed)?|notice[sd]?|monitoring|reports?|reported|complain(?:ts?|ed)|aware|alarm|triggered)\b/i,
  ],
  ["decision", /\b(?:decid\w+|decision|agreed?|chose)\b/i],
  [
    "hypothesis",
    /\b(?:suspect\w*|hypothes\w+|theor(?:y|ise[ds]?|ize[ds]?)|believ\w+|assum\w+|may be caused|thought to be|guess)\b/i,
  ],
  [
    "investigation",
    /\b(?:investigat\w*|identif\w+|discover\w*|diagnos\w*|look(?:s|ed|ing)? (?:at|into)|found|finds|confirm\w*|root cause|debug\w*|check(?:s|ed|ing)?|realis\w+|realiz\w+|verif\w+)\b/i,
  ],
  [
    "action",
    /\b(?:deploy\w*|roll(?:ed|s|ing)?[ -]?(?:back|out)|rollback|revert\w*|restart\w*|reboot\w*|scal\w+|merg\w+|appl(?:y|ied|ies)|disabl\w+|enabl\w+|switch\w*|failover|failed over|start(?:s|ed|ing)?|stop(?:s|ped)?|run(?:s|ning)?|ran|push\w*|releas\w+|fix(?:ed)?|block\w*|remov\w+|add(?:s|ed|ing)?|increas\w+|chang\w+|updat\w+|creat\w+|upgrad\w+|kill(?:s|ed)?)\b/i,
  ],
  [
    "effect",
    /\b(?:error|errors|fail(?:s|ed|ing|ures?)?|latency|down|unavailable|degrad\w+|recover\w*|drop(?:s|ped)?|spik\w+|saturat\w+|timeouts?|crash\w*|begins?|exhaust\w*|return(?:s|ed)? to normal|back (?:up|online))\b/i,
  ],
];

/** A guess at the kind of an event from its words; undefined where none of them says. */
export function rowKind(text: string): RowKind | undefined {
  const start = text.replace(/\]\([^)]*\)/g, "]").slice(0, 160);
  return kinds.find(([, pattern]) => pattern.test(start))?.[0];
}
