import { changes, stemOf } from "./lexicon.ts";

const verb = String.raw`schedul(?:e|es|ed|ing)\b|(?:add|creat|automat|implement|introduc|configur|enforc|build|install|requir|block|document)(?:e|es|s|ed|ing)?\b(?! (?:adequate|proper|sufficient|more|better|clear|comments?|descriptions?|details?)\b)|(?:establish|adopt|set|writ|hold|provid|conduct|organi[sz]|arrang|run|host)(?:e|s|es|ting|ing)? (?:up )?(?:(?:an?|the|regular|weekly|daily|monthly) |(?:(?!more|better)[\w-]+ ){0,3}(?:discussions|sessions|meetings|workshops|trainings?|drills)\b)`;
/** A verb that changes something, where a request stands: at the start, behind a mark, "and", "by". */
const request = new RegExp(
  String.raw`(?:^[\W\uE000]*|[:;.,(\u2013\u2014] ?|\b(?:and|or|then|by|also) )(?:${verb}|updat(?:e|ing) (?:[\w.-]+ ){0,3}(?:guides?|guidelines?|sops?|docs?|documents?|documentation|runbooks?|playbooks?|wiki|readme|templates?|checklists?|polic(?:y|ies)|process)\b)`,
  "u",
);
/** Before the appeal also behind a modal: "we should add an alert and communicate earlier". */
const intended = new RegExp(String.raw`\b(?:should|must|will|to|we'll) (?:also )?(?:${verb})`, "u");
/** Words that name a mechanism wherever they stand. */
const named =
  /\b(?:mandatory|compulsory|automatically|automated (?:check|test|alert|job)\w*|code ?owners|pre-?commit|linters?|in ci|ci (?:check|job|step)s?\b|scripted|via (?:an?|the)|using an?|through (?:an?|the|our) (?:[\w-]+ ){0,2}(?:dashboard|board|tool|report|form|bot|script)\b|(?:to|and|that|which) blocks? |with (?:an?|automated) (?:[\w-]+ ){0,2}(?:script|check|alert|test|tool|job|bot|checklist|template|gate|form|field|rule|limit|guard|alarm|monitor|dashboard|query|report|review(?:er)?)|(?:to|in|into) the (?:[\w-]+ ){0,2}(?:checklist|runbook|template|pipeline|agenda|playbook|ci)\b|so that (?:it (?!becomes?|is easi|will be|helps|would)|the (?:system|tool|pipeline|script|deploy\w*|job))|(?:monitoring|alert(?:s|ing)?) (?:for|on|when|if|to))/u;
const bySome =
  /\bby (?:also )?(?!(?:increas|hav|reduc|decreas|includ)ing\b)([a-z-]+ing)\b(?: (?:weekly|incremental|smaller|daily) )?/gu;

/** What an effort is to prevent is no mechanism: "… to avoid failures of the CI checks". */
const aim = / to (?:avoid|prevent|minimi[sz]e|reduce) [^.;,]+/u;

/** Whether the sentence names a change in the system beside the appeal, which stands at `start`. */
export function namesMechanism(lower: string, start: number, words: string): boolean {
  const before = lower.slice(0, start);
  const after = lower.slice(start + words.length).replace(aim, "");
  if (request.test(before) || intended.test(before) || named.test(before)) return true;
  if (request.test(`x${after}`) || named.test(after)) return true;
  return [...lower.matchAll(bySome)].some(
    ([, gerund = ""]) => gerund === "paging" || changes.has(stemOf(gerund)),
  );
}
