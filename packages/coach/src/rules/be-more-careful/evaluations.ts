import type { Sentence } from "../../language/sentences.ts";
import { matchesOf } from "../../language/matches.ts";
import { namesMechanism } from "./mechanism.ts";

/** A stretch of a sentence. */
interface Stretch {
  start: number;
  end: number;
}

/** What is called so of something to be done asks for it. */
export const worth =
  "important|crucial|essential|vital|imperative|critical|paramount|necessary|advisable|mandatory|key|best|wise";
const somebody = "we|everyone|everybody|people|you|engineers|developers|operators|members|the team|all of us";
const asObject = "us|everyone|everybody|people|you|engineers|developers|operators|members|the team|all of us";
/** What only the mind does, and talk. */
const mind =
  "consider|understand|know|remember|recogni[sz]e|realize|think|verify|check|double-check|cross-check|confirm|ascertain|review|read|inspect|communicate|listen|ask|inform|notify|plan|prepare|anticipate|follow|adhere|learn|stay|remain|keep (?:[\\w' ]{1,30} )?(?:mind|track|eye|informed|updated|calm)|pay|coordinate|collaborate|take (?:[\\w]+ ){1,3}(?:account|consideration|seriously|care)|be (?!able|the|an?|in|at|on|there|set|done|[a-z]+ed\\b)(?:[a-z]+)";
const careful = "thorough|careful|detailed|close|diligent|rigorous|proper|meticulous|critical";
const inspection =
  "reviews?|analys[ei]s|inspections?|checks?|planning|preparation|thought|testing|research|attention|consideration|investigations?|reading|verification|assessments?|communication|coordination|documentation";

/** "It is crucial to double-check …", "it is important that everyone knows …". */
const judgedWorthy = new RegExp(
  String.raw`(?:\b(?:it|this|that)(?:'s| is| will be| remains| becomes| seems)|^\W*(?:[^.;:]{1,40}: )?(?:also )?(?:it )?(?:is )?|\b(?:its|is)) (?:(?!not\b)[a-z]+ ){0,2}?(?:${worth}) (?:thing )?(?:(?:for (?:${asObject}) )?to|that (?:${somebody})) (?:(?:always|also|[a-z]+ly) )*(?:(?:${mind})s?\b|(?:conduct|perform|do|make|carry out) (?:an? )?(?:${careful})\b|have (?:an? )?(?:good|clear|better|thorough|solid|full) understanding\b)`,
  "gu",
);
/** "Instructions should be read carefully", "the seals must be checked by hand". */
const dutyWithCare =
  /\b(?:must|should|needs? to|ha(?:s|ve) to|ought to|shall) (?:(?:always|also|all|first) )*be (?:(?:more )?(?:carefully|thoroughly|closely|attentively|diligently|meticulously|critically) [a-z-]+(?:ed|ead)\b|(?:read|checked|double-checked|cross-checked|verified|reviewed|considered|inspected|examined|confirmed|monitored|watched|studied|planned|questioned)\b(?: (?!by\b)[\w-]+){0,4}? (?:carefully|thoroughly|closely|critically|by hand|twice|with care|with caution|more often|more closely)|(?:kept|borne) in mind|taken (?:more )?(?:seriously|into (?:account|consideration)))/gu;
/** "The seals must be checked": as a lesson it is meant for every time. */
const duty =
  /\b(?:must|should|needs? to|ha(?:s|ve) to) (?:(?:always|also|all|first) )*be (?:read|checked|double-checked|cross-checked|verified|inspected|considered)\b(?! (?:by|in|at|with|via|against|automatically|for)\b)/gu;
/** "Requires careful attention", "highlighted the importance of thorough planning". */
const needOfCare = new RegExp(
  String.raw`\b(?:needs?|requires?|calls? for|demands?|deserves?|warrants?) (?:(?:more|extra|very|particularly|even|our|your) )*(?:(?:close|${careful}|extra|full|special|greater|additional|more frequent|more regular) )+(?:[a-z]+ing|attention|care|planning|monitoring|checks|reviews|thought|consideration|preparation|diligence|scrutiny|vigilance|coordination|communication)\b(?! using\b)|\b(?:highlight|underscor|underlin|reinforc|stress|emphasi[sz])(?:e?s|ed|ing|e)? (?:for us |to us )?(?:the |our )?(?:importance|need|necessity|value) (?:of|for) (?:(?:more|better|clearer) (?:[a-z]+ )?|(?:${careful}|clear|early|proactive|open|honest|timely) )(?:(?:and|or|[a-z-]+) ){0,2}?(?:${inspection})\b`,
  "gu",
);
/** "Thorough planning is important", "greater care is needed". */
const worthyCare = new RegExp(
  String.raw`(?:^[\W\uE000]*(?:[^.;:]{1,40}: )?)(?:(?:more|greater|better|clearer|closer|${careful}) )+(?:[\w-]+ ){0,2}?(?:${inspection}|curiosity|care|caution|focus|collaboration|teamwork|time management|involvement|discipline)\b(?: [\w-]+){0,4}? (?:is|are) (?:also |very |really |still )?(?:${worth}|needed|required)\b`,
  "gu",
);
/** "This taught us to check …", "the lesson is to ask first". */
const taught = new RegExp(
  String.raw`\b(?:taught (?:us|me)|reminded us|(?:lesson|takeaway|moral)(?: learned)? (?:here )?is|(?:a |good |useful )*reminder|realize (?:that )?we (?:need|have|ought)) (?:not |never )?to (?:(?:always|also|never|[a-z]+ly) )*(?:${mind}|continue strengthening (?:[a-z]+ )?understanding)\b`,
  "gu",
);
/** "We don't want to waste time on …". */
const unwanted =
  /\b(?:we|i) (?:don't|do not|never|no longer) want to (?:waste|rush|forget|assume|repeat|overpromise|over-promise|overcommit|neglect|leave [^.;,]{1,40} (?:last|end))\b/gu;

/** What is flagged of it begins here. */
const opening = new RegExp(String.raw`\b(?:${worth})\b (?:thing|for|to|that)`, "u");

/** Told of what was or is relied on, and of conditions. */
const isTold =
  /\b(?:if|because|although|that's why|knew|thought|why|how)\b[^.;,]{0,60}$|\b(?:was|were|had)\b[^.;,]{0,15}$/u;

/** Where a sentence says of what only people's attention can do that it matters or must be done. */
export function evaluations(sentence: Sentence, isHabit: boolean): Stretch[] {
  const { lower } = sentence;
  const found: Stretch[] = [];
  for (const pattern of isHabit ? [...always, duty] : always)
    for (const { index, 0: words } of matchesOf(pattern, lower)) {
      const judged = words.search(opening);
      const start = index + Math.max(0, judged < 0 ? words.search(/[a-z]/u) : judged);
      if (
        isTold.test(lower.slice(0, start)) ||
        namesMechanism(lower, start, lower.slice(start, index + words.length))
      )
        continue;
      found.push({ start, end: index + words.length });
    }
  return found;
}

const always = [judgedWorthy, dutyWithCare, needOfCare, worthyCare, taught, unwanted];
