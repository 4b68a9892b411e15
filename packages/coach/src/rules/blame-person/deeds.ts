import { matchesOf } from "../../language/matches.ts";
import { partyOf } from "../../language/people.ts";
import type { Sentence } from "../../language/sentences.ts";
import { subjectBefore } from "../../language/subject.ts";
import type { Finding } from "../finding.ts";
import { message } from "./message.ts";
import { isDeedOfNamed, isEntryOfSomebody } from "./names.ts";

const slip =
  "mistakenly|accidentally|accidently|inadvertently|erroneously|incorrectly|wrongly|unintentionally|unknowingly|unwittingly|improperly|wrongfully|mistakingly|inadvertedly";

/** What only people are said to do, with the words to show. Each needs a person as its subject. */
const deeds: readonly RegExp[] = [
  /\b(?:failed|failing|fails) to (?!over\b|reconcile\b|provision\b|schedule\b|elect\b|mount\b|bind\b|parse\b)[a-z]+/gu,
  /\bfailed (?:miserably|spectacularly|badly|completely|utterly|horribly)\b/gu,
  /\b(?:forgot|forgets|forgotten|forgetting|neglected|neglects|omitted)\b(?: to [a-z]+| about)?/gu,
  /\b(?:overlooked|mis-?read|mis-?typed|mis-?configured|mis-?understood|mis-?judged|mis-?interpreted|mis-?handled|mis-?diagnosed|mis-?calculated|botched|bungled|screwed up|messed up|slipped up|dropped the ball|goofed(?: up)?|disregarded|underestimated)\b/gu,
  /\b(?:ignored|missed) (?:the |this |that |these |those |an? |our |several |all |some |both )?(?:[\w-]+ ){0,2}?(?:alerts?|alarms?|pages?|warnings?|steps?|signs?|notifications?|signals?|bugs?|errors?|cases?|checks?|it|mistakes?|details?|problems?|issues?|dependenc(?:y|ies)|emails?|messages?|instructions?|change|flag|line|part|fact)\b|\bmissed that\b|\bmissed to [a-z]+|\bmissed (?:the|these|those|some|several) (?!(?:[\w-]+ )?(?:slos?|slas?|targets?|goals?|deadlines?|opportunit|meetings?|chances?|windows?|mark|release)\b)[a-z-]+|\bmissed (?:a |some )?parts? of\b/gu,
  new RegExp(`\\b(?:${slip}) [a-z-]+`, "gu"),
  /\b(?:made|making|committed|did) (?:an? (?:bunch|lot|number|series|couple|few|handful|string) (?:of )?|an? |the |some |several |two |three |many |another |one |our |his |her |their |lots of )?(?:[\w-]+ ){0,2}?(?:mistakes?|errors?|blunders?|typos?|oversights?|misstep|mis-?calculations?|slip|(?:incorrect|wrong|false|bad|faulty|mistaken|erroneous|unwarranted) assumptions?)\b/gu,
  /\b(?!fixed|corrected|revert|identified|noticed|detected|discovered|reported|observed|replaced|resolved|saw|removed)(?:[a-z]{3,}ed|ran|runs|chose|took|put|sent|set|typed) (?:the |an? |some )?(?:wrong|incorrect) [\w\uE000-]+/gu,
  /\b(?:ran|executed|pushed|deployed|merged|committed|applied|pasted|copied|uploaded|published|released) (?:the |an? |some )?(?:bad|faulty|broken|buggy|erroneous|invalid) [\w\uE000-]+/gu,
  /\b(?:ran|runs|executed|executes|typed|entered|pushed|pushes|deployed|deploys|merged|merges|deleted|deletes|removed|applied|applies|pasted|copied|restarted|restarts|edited|uploaded|published|released|terminated|sent|rebooted|reboots|pointed|connected) (?:[\w\uE000-]+ ){1,5}?(?:in|on|against|to|for|from|into|at) (?:the |a )?wrong [\w\uE000-]+/gu,
  /\b(?:(?:broke|crashed|(?:took|brought) down(?![^.;]{0,40}\b(?:to|for|while)\b)|wiped|knocked out|wrecked) (?:(?:the|our|all|an?|entire|whole|main) )*(?:production|prod|site|websites?|services?|systems?|cluster|builds?|deployments?|main|master|database|network|network link|platform|app|application|api|pipeline|everything|data|datacent(?:er|re)|server|servers|config|configuration|login|checkout|routing|dns)\b|(?:caused|triggered|introduced) (?:this|the|an?|our) (?:[\w-]+ ){0,2}?(?:outage|incident|issue|problem|failure|downtime|disruption|crash|mistake|error|bug|breakage|breach))\b/gu,
  /\b(?:is|are|was|were) (?:entirely |solely |directly |largely |partly |primarily )?(?:to blame|at fault|solely responsible|responsible for (?:the|this|that|our) (?:[\w-]+ ){0,2}?(?:outage|incident|failure|error|mistake|downtime|bug|disruption|breach|problem))\b/gu,
  /\b(?:did not|didn't|never) (?:bother|follow (?:(?:the|our|proper|established|best|standard|any|his|her|their) )*(?:[\w-]+ ){0,2}?(?:procedures?|process(?:es)?|protocols?|instructions?|practices?|guidelines?|runbooks?|checklists?|rules?|steps)|pay attention|double-check|do (?:his|her|their) (?:job|due diligence))\b/gu,
  /\b(?:did not|didn't|never) [a-z]+ (?:[\w-]+ ){0,4}?(?:carefully|closely|thoroughly|diligently) enough\b/gu,
];

/** What somebody left undone. Told of "us" it describes; told of one of us it blames. */
const omissions: readonly RegExp[] = [
  /\b(?:did not|didn't|never|hadn't|had not) (?:properly |fully |actually |even |carefully |first )?(?:test|tested|check|checked|verify|verified|validate|validated|review|reviewed|notice|noticed|read|communicate|communicated|inform|informed|tell|told|notify|notified|consult|consulted|update|updated|back up|backed up|consider|considered|coordinate|coordinated|announce|announced|bother|document|documented|think|thought|warn|warned|mention|mentioned|ask|asked|remember|remembered)\b/gu,
  /\b(?:was not|wasn't|were not|weren't) (?:fully |really |actually |properly )?(?:aware (?:in|of|that|which|what)|paying attention|careful|attentive|focused|thinking)\b/gu,
];
/** "I'm forgetting the details", "due to underestimated complexities", "if they really have missed it". */
const noDeed =
  /\b(?:i'm|i am|due to|because of|of|by|with|from|to) $|\bif (?:[\w']+ ){0,4}$|\b(?:might|may|could|would) (?:have |easily )*$/u;
/** "We watch for jobs failing to start": the noun in front of the participle is what fails. */
function isOfThing(before: string, deed: string): boolean {
  if (!deed.startsWith("failing")) return false;
  const noun = /(?<noun>[a-z]{3,}s) $/u.exec(before)?.groups?.["noun"];
  return (
    noun !== undefined &&
    !/^(?:was|this|thus|always|besides)$/u.test(noun) &&
    partyOf(noun, undefined) !== "person"
  );
}
const mayOmit = /\bnot\b|n't\b|\bnever\b/u;
const ourselves =
  /\b(?:we|i|us|nobody|no one|none|the team|our team|teams?|users?|customers?|clients?|members)\b[^.;,]{0,40}$|\b(?:we|i)\b[^.;,]{0,80}, (?:but|and) $/u;

/** What a service does, told as "we": "we failed to deliver 3 % of messages". */
const service =
  /^(?:failed|failing|fails|failure) to (?:process|serve|deliver|send|route|accept|handle|respond to|store|ingest|return|render|record|index|sync|load|complete|charge|write|save|persist|publish|resolve|forward|relay|execute|dispatch|receive)\b[^.;,]{0,60}\b(?:requests?|emails?|messages?|events?|payments?|webhooks?|traffic|jobs?|queries|calls?|pages?|orders?|transactions?|notifications?|records?|data|connections?|packets?|builds?|responses?|%|percent|invoices?|uploads?|writes?|reads?)/u;

/** "Nobody forgot it", "so that no reader assumes we overlooked it". */
const saysNobody =
  /\b(?:nobody|no one|no \w+)(?: (?:assumes|thinks|believes|concludes) (?:that )?\w+)?(?: \w+)? $/u;

/** A person who failed, forgot, overlooked, mistakenly did. */
export function deedsOf(sentence: Sentence): Finding[] {
  const { lower } = sentence;
  const found: Finding[] = [];
  for (const deed of deeds) {
    for (const match of matchesOf(deed, lower)) {
      if (service.test(lower.slice(match.index))) continue;
      const before = lower.slice(0, match.index);
      if (isOwnEstimate(lower, match) || saysNobody.test(before)) continue;
      if (noDeed.test(before) || isOfThing(before, match[0])) continue;
      if (subjectBefore(sentence, match.index) !== "person") {
        if (
          !hasCustomerSlip(sentence, match) &&
          !isNoteOfWriter(lower, match) &&
          !isDeedOfNamed(sentence.text, match[0], match.index) &&
          !isSlipInEntry(sentence.text, match[0]) &&
          !isDeedOfOurs(sentence, match)
        )
          continue;
      }
      found.push({ start: match.index, end: match.index + match[0].length, message });
    }
  }
  for (const omission of mayOmit.test(lower) ? omissions : []) {
    for (const match of matchesOf(omission, lower)) {
      const before = lower.slice(0, match.index);
      if (ourselves.test(before)) continue;
      if (subjectBefore(sentence, match.index) === "person" || /\bs?he $/u.test(before))
        found.push({ start: match.index, end: match.index + match[0].length, message });
    }
  }
  return found;
}

/** "Copied the snippet and forgot to change it": notes drop the "I" or "we" in front of what they did. */
function isNoteOfWriter(lower: string, match: RegExpMatchArray): boolean {
  return (
    match[0].startsWith("forgot ") &&
    /^[^\w@]*(?:(?!need|speed|feed)[a-z]{3,}ed [^.;:]* (?:and|but|then) )?$/u.test(
      lower.slice(0, match.index),
    )
  );
}

/** "We underestimated the work" is how plans go, and names nobody. */
function isOwnEstimate(lower: string, match: RegExpMatchArray): boolean {
  return match[0] === "underestimated" && /\b(?:we|i)\b[^.;,]{0,20}$/u.test(lower.slice(0, match.index));
}

/** "A customer accidentally …" is a person as the cause; "users failed to log in" is what they suffered. */
function hasCustomerSlip(sentence: Sentence, match: RegExpMatchArray): boolean {
  return (
    /^(?:mistakenly|accidentally|inadvertently|forgot)/u.test(match[0]) &&
    /\b(?:an?|one|one of our) (?:[\w-]+ )?\w+ $/u.test(sentence.lower.slice(0, match.index)) &&
    subjectBefore(sentence, match.index ?? 0) === "affected"
  );
}

/** "10:02 ada accidentally swaps the cables": who opens the entry is the one. */
function isSlipInEntry(text: string, deed: string): boolean {
  return new RegExp(`^(?:${slip}) `, "u").test(deed) && isEntryOfSomebody(text);
}

/** "A planner accidentally …", "our reporter failed to …": with such a word before it no program is meant. */
function isDeedOfOurs(sentence: Sentence, match: RegExpExecArray): boolean {
  return (
    /\b(?:an?|our|one|his|her|their|my)(?: [\w-]+){1,3} $/u.test(sentence.lower.slice(0, match.index)) &&
    subjectBefore(sentence, match.index) === "likely"
  );
}
