import type { Sentence } from "../../language/sentences.ts";
import { matchesOf } from "../../language/matches.ts";
import { people } from "./lexicon.ts";
import { subjectBefore } from "../../language/subject.ts";

/** A place in a sentence where a verb stands that asks people for something. */
export interface Asked {
  /** Offset of the verb in the sentence. */
  index: number;
  /** Offset of the "do not" before it, or the same. */
  start: number;
  /** "Do not …", "never …": what is asked is to leave something. */
  isNegated: boolean;
  /** Goes on from an earlier one: "… and review drafts sooner". */
  isJoined: boolean;
}

const time =
  "next (?:time|sprint|iteration|week|year|project|release)|(?:in|for|during|by) (?:the )?(?:next|future|coming|following|upcoming|other)(?: [a-z]+)?|in (?:iteration|sprint|phase|milestone|stage) [0-9]+|in (?:the )?future|going forward|moving forward|from now on|in general|in particular|overall|ideally|definitely|surely|so|also|maybe|perhaps|probably|finally|therefore|instead|again|hopefully|in the meantime";
/** What may stand before the first verb of an item: marks, an owner or a label, when it is to happen. */
export const lead = new RegExp(
  String.raw`^[\W\uE000]*(?:[a-z]{2,30}\) )?(?:[a-z0-9 /-]{1,30}\] )?(?:[^.;:]{1,60}(?<!\d): ?|@?[a-z]+ - )?[\W\uE000]*(?:(?:${time}),? )*(?:(?!(?:remind|re-remind|tell|ask|encourag|urg|advis|train|teach|help|get|sensiti|warn|brief|instruct|motivat|allow|giv|push|coach|inspir|support|caution|educat|stress|force|requir|enabl)[a-z]*\b)(?:${people})(?:,| to| are to) |(?:could|can|might) we (?:please |all )?|to )?`,
  "u",
);
const condition = String.raw`(?:before|when|whenever|after|while|if|once|in) [^.;:,]{1,70}, (?=always |never |please |make sure |do not |don't |try to |endeavou?r |be |check |think |ask )`;
const opener = new RegExp(String.raw`^(?:(?:so|but|then|${time}),? |${condition})*`, "u");
const hence = new RegExp(String.raw`\bso (?:please )?(?:(?:${time}),? |(?=bear |keep ))`, "gu");
/** "If you are stuck, talk to others": in a list the verb behind the condition is what is asked. */
const listedCondition =
  /^(?:before|when|whenever|after|while|if|once|every time|as soon as) [^.;:,]{1,90}, (?!(?:we|i|it|they|the|this|there)\b)/u;
const modal = new RegExp(
  String.raw`(?<![\w-])(?:should|shold|must|shall|will|could|can|gonna|(?:we|people|everyone|engineers|developers|the team)(?: really| also| all| just)? needs?(?= (?:a |an )?(?:a lot |much |far )?(?:more|better|clearer|stricter|closer|greater) )|(?:we|i|they|you)(?:'ll|ll)|(?<=^\W*(?:(?:if|were|next time|in hindsight)\b[^.;]{0,100}, )?(?:we|i) )would(?! (?:have|be|like|need|not)\b)|ill|let's|(?<!\b(?:will|to|would|can|could|should|that|which|this|it) )(?:lets|let us)|please|try and|plan(?:ned|s|ning)? on|(?:is|are) (?:expected|asked|required|supposed) to|(?:need|needs|have|has|want|wants|going|plan|plans|planned|aim|aims|hope|hoping|looking|try|trying|ought|decided|agreed|like|intend|learn|continue|strive|endeavou?r|important|crucial|essential|vital|necessary|imperative|critical|paramount|advisable|key|better|best|good|nice|great|helpful|wise|idea|goal is|lesson is|conclusion is|committed|promise|pledge|vow|pledges) to|(?<=\b(?:this|that|it|which|us|experience|incident|project|sprint) )taught (?:us|me) to|(?<=\b(?:we|i|'ve|have) )learn(?:ed|t) to(?=[^.;]*\b(?:rather than|instead of|always|never)\b)|(?<=\b(?:can|could|will|should|would|to|'ll) (?:also |further |definitely )?)(?:improve|do better|help)(?: (?!by\b)[\w']+){0,5} by|be (?:avoided|prevented|solved|rectified|improved|mitigated|addressed|fixed|reduced) by)(?: (?:at least|all|both|also|always|now|just|really|definitely|then|each|please|still|therefore|be able to|start to|begin to|try to|try and|continue to|need to|have to|strive to|endeavou?r to|want to|aim to))* `,
  "gu",
);
const joint = /(?:, (?:and |or |then )?| and (?:then |also |to )?|; | & | \+ | or |[.!?] )/gu;
const negation =
  /^(?:not|never|don't|dont|do not|avoid|avoiding|stop|refrain from|no more|no) (?:to )?(?:be |being |get |getting )?/u;
/** "To avoid surprises, we keep a list": the purpose stands first. */
const purpose = /^\W*(?:in order )?to [^,.;]{1,140}, (?:we|i|the|an?|it|our)\b/u;
/** Work that people hand in: what should happen to it, people should do. */
const handiwork =
  /\b(?:pull requests?|prs?|merges?|issues?|tasks?|tickets?|commits?|reviews?|tests?|testing|meetings?|documentation|docs|work|stories|user stories|code|bugs?|changes|reports?|blockers?|progress|problems?|questions?|deadlines?|plans?|requirements?|branches|communication)\b(?: [\w*,-]+){0,14}? (?:should|must|need to|needs to|have to|has to|could)(?: also| always| then)* $/u;
const isDone =
  /^(?:start|begin|happen|take place) (?:much |a bit |even )?(?:sooner|earlier)\b|^be (?:more |better |also |always |[a-z]+ly )*(?:clearer|smaller|shorter|more [a-z]+|[a-z]+ed|made|done|written|given|taken|held|split|kept|dealt)\b/u;
/** A sentence that tells what is or helps asks nobody, unless it begins with a request. */
const statement =
  /^(?:(?:we|i|it|they|he|she|this|there|these|that|the(?! (?:better|more)\b)|our|my|their|(?!need|proceed|feed|speed|embed|improved|enhanced|increased|heightened|remind|re-remind|stress|emphasi|highlight|reinforc|advis|instruct|educat|urg|warn)[a-z]*ed)\b|(?:(?!(?:when|if|that|what|who|how|because|so|which|where|before|after|until|as|while)\b)[^\s.;:]+ )+?(?<!\bto )(?:is|are|was|were|will|would|helps?|helped|contributes?|paid|saved|turned|gave|avoids?|prevents?|leads?|led|makes?|made|saves?|allows?|ensures|ensured|improves|improved|keeps|brings?|builds|proved|needs|became|can|has|had|took|impacted|caused|means|meant|reduces|gives|requires|work(?:s|ed))\b)/u;
const request =
  /^(?:[a-z]+ly (?![a-z]+ing\b)|please |always |never |don't |dont |do not |not |bear |try |get |endeavou?r |make |making |ensure |ensuring |be |keep |check|verify|test|review|think|remember|understand|encourage|communicat(?!ion)|ask|learn|follow|improve(?!ment)|plan|take |spend |focus|set |use |commit|push|write|share|update|avoid|stop|start|begin|work|go |being |show|put |pay |stay |have |talk|respect|listen|read|document(?!ation)|prioriti|manage(?!ment)|organi(?![sz]ation)|divide|split|report|raise|inform|notify|discuss(?!ion)|clarify|prepare|finish|merge|meet|help)/u;

/** "More planning reduces rework" is an insight, "more planning is needed" asks for it. */
const effect =
  /^[^.;]*? (?:helps?|reduces?|prevents?|ensures?|improves?|leads?|allows?|makes?|saves?|keeps?|means|would|could|will|can|results?|gives?)\b/u;
/** "Measurement: the team is more confident" tells how success is seen. */
const success =
  /^\W*(?:an? )?(?:measurements?|measurable [a-z ]+|measures?|metrics?|results?|outcomes?|assessment|success(?:es| criteria)?)\b[^:]{0,20}:/u;

/** "… to minimise conflicts and communicate better": the second verb tells what it is for, too. */
export const goesOnWithPurpose =
  /\b(?:in order to|to (?:minimi[sz]e|avoid|prevent|reduce|improve|increase|maximi[sz]e|help|facilitate|enhance|streamline|enable|ensure|allow|keep|support|make sure|preventing|avoiding)) [^.;,]{1,60}$/u;

/** Where the sentence asks for something. A bare verb at its start counts if `isListed`: the section lists what to do. */
export function askedVerbs(sentence: Sentence, isListed: boolean): Asked[] {
  const { lower } = sentence;
  const found = new Map<number, Asked>();
  const add = (from: number, isJoined = false): void => {
    const index = from + (opener.exec(lower.slice(from))?.[0].length ?? 0);
    const negated = negation.exec(lower.slice(index))?.[0] ?? "";
    if (found.has(index + negated.length)) return;
    found.set(index + negated.length, {
      index: index + negated.length,
      start: index,
      isNegated: negated !== "",
      isJoined,
    });
  };
  const label = lead.exec(lower)?.[0].length ?? 0;
  let start = label;
  if (isListed) start += listedCondition.exec(lower.slice(start))?.[0].length ?? 0;
  const opening = lower.slice(start).replace(opener, "");
  if (
    isListed &&
    !purpose.test(lower) &&
    !success.test(lower) &&
    (!statement.test(opening) ||
      (request.test(opening) && !/^[a-z]+ing\b(?! sure| that| every)/u.test(opening)) ||
      (/^(?:an? |the )?(?:better|more)\b/u.test(opening) && !effect.test(opening)))
  )
    add(start);
  // "Finish stories sooner: aim for Thursday": what stands before the colon may be what is asked.
  if (isListed && label > 0 && /: ?\W*$/u.test(lower.slice(0, label))) add(lower.search(/[a-z]/u));
  // "The order matters — remember to ask": behind a dash a request stands for itself.
  if (isListed)
    for (const { index, 0: dash } of lower.matchAll(/ [\u2013\u2014-] /gu))
      if (request.test(lower.slice(index + dash.length).replace(opener, ""))) add(index + dash.length);
  // "That caused confusion, so next time ask first".
  if (isListed)
    for (const { index, 0: so } of lower.matchAll(hence))
      if (negation.test(lower.slice(index + so.length)) || request.test(lower.slice(index + so.length)))
        add(index + so.length);
  // A label alone goes on within itself: "Better briefings: we sailed late, and better maps help" asks once.
  const last = label > 0 && /^(?:we|i|it|they|there|this|the)\b/u.test(opening) ? label : lower.length;
  for (const match of success.test(lower) ? [] : matchesOf(modal, lower)) {
    const index = match.index + match[0].length;
    if (isAskedOfPeople(sentence, match.index, index)) add(index);
  }
  const first = Math.min(...found.keys());
  if (found.size === 0) return [];
  for (const match of matchesOf(joint, lower)) {
    if (match.index <= first || match.index - first > 240 || (found.size === 1 && match.index >= last))
      continue;
    // "… to reach more of the code and to find bugs sooner" goes on with what it is for.
    if (goesOnWithPurpose.test(lower.slice(first, match.index)) && !/[.;!?]/u.test(match[0])) continue;
    if (/^(?:but )?trying to\b/u.test(lower.slice(match.index + match[0].length))) continue;
    if (match[0].endsWith("to ") && /\bto [a-z]+/u.test(lower.slice(first, match.index))) continue;
    add(match.index + match[0].length, true);
  }
  return [...found.values()];
}

/** "Must remember that …", "also need to get better at": the one who speaks is left out. */
export const leftOut =
  /(?:^|, also |[\u2013\u2014-] (?:but )?)\W*(?:also |still |just |really )?(?:should|must|need to|have to|ought to) (?:not |[a-z]+ly |also |always |at least |try to )?$/u;

const judged =
  /^(?:important|crucial|essential|vital|necessary|imperative|critical|paramount|advisable|key|better|best|good|nice|great|helpful|wise|idea)\b/u;
const itIs =
  /(?:^|[.,;:] |\b(?:but|and|so|think|that) )\W*(?:(?:it's|its|it (?:is|(?:would|might|could|will) be)|is) )?(?:(?:also|very|really|always|an?|good|great) )*$/u;

function isAskedOfPeople(sentence: Sentence, modalAt: number, verbAt: number): boolean {
  const before = sentence.lower.slice(0, modalAt);
  // "Trying to update both at once is slow" tells how it is; "we are trying to" intends.
  if (
    /^(?:trying|looking|hoping|going)\b/u.test(sentence.lower.slice(modalAt)) &&
    !/\b(?:am|are|is|be|start(?:ed)?|considering|[a-z]+'(?:re|m))(?: [a-z]+)? $/u.test(before)
  )
    return false;
  if (/(?:^|[.;:] )(?:all |our |the )*(?:operators|managers|leads|members|workers) $/u.test(before))
    return true;
  if (leftOut.test(sentence.lower.slice(0, verbAt)) || /^be [a-z]+ by\b/u.test(sentence.lower.slice(modalAt)))
    return true;
  // "Good planning is key to …" tells what helps; "it is key to …" asks.
  if (judged.test(sentence.lower.slice(modalAt))) return itIs.test(before);
  if (/[\w)\uE000][^\w\uE000]{0,2}$/u.test(before) && subjectBefore(sentence, modalAt) !== "person")
    return (
      (handiwork.test(sentence.lower.slice(0, verbAt)) && isDone.test(sentence.lower.slice(verbAt))) ||
      /^(?:let's|lets|let us|please|try|ill|(?:we|i|they|you)(?:'ll|ll)|we need)\b/u.test(
        sentence.lower.slice(modalAt),
      )
    );
  return true;
}
