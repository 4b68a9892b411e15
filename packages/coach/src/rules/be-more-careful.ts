import { matchesOf } from "../language/matches.ts";
import type { Sentence } from "../language/sentences.ts";
import { subjectBefore } from "../language/subject.ts";
import { type Appeal, appeals } from "./be-more-careful/appeals.ts";
import { askedVerbs, goesOnWithPurpose } from "./be-more-careful/asked.ts";
import { abstentions, efforts, sureness } from "./be-more-careful/effort.ts";
import { habits } from "./be-more-careful/habits.ts";
import { namesMechanism } from "./be-more-careful/mechanism.ts";
import type { Finding } from "./finding.ts";

const message = "This asks people to try harder and changes nothing in the system.";

/** Where a verb stands that asks somebody for something: at the start of an item or behind a modal. */
const asks =
  /(?:^[\W\uE000]*|[,:;.)\]\u2013\u2014-] |\b(?:please|always|and|or|then|also|(?:need|needs|have|has|want|wants|going|try|plan|aim|ought|important|better|best|necessary|essential|critical|crucial|vital|team|engineers|developers|everyone|people|us|staff|agreed|decided|committed|is|reminder|learned|learnt|goal|must|wise|good) to|will|should|must|need|shall|have|have to|has to|let's|let us|can|better|not|never|we'll|we|everyone|everybody|all|more|people|engineers|developers|i'll|try and|on|by|in|just|but|team|be) )(?:[a-z]+ly |also |always |all |even |each |please |start |begin )*$/u;
/** The same in a narrative, where only a stated intention counts. */
const intends =
  /\b(?:will|should|must|shall|need to|needs to|have to|let's|going to|we'll|i'll|ill|plan to|we planned to|(?:we|i) plan(?:ned)? on|please|ought to|aim to|promise to|commit(?:ted)? to|important to|best to|good idea to|want to|lesson (?:is|here is) to)(?: (?:not|all|also|always|both|just|therefore|now|be|more|try to|try and|start to|[a-z]+ly|and))* $/u;
const mayIntend =
  /\b(?:we|i|ill|us|team|engineers|developers|everyone)\b.*\b(?:will|should|must|shall|to|on|'ll|let's|ill|please)\b|\b(?:i'll|we'll|let's|ill)\b/u;
const itemStart = /^(?:[\W\uE000]*|[^.;]{1,40}[:\u2013\u2014] ?)$/u;
/** What users are advised to do is no countermeasure of ours. */
const adviceToReader =
  /\b(?:users?|customers?|you|clients?|readers?)(?: \w+){0,2} (?:should|must|need to|can|will|may)(?: \w+)? $/u;
/** A sentence of a narrative that tells what will be done is read as a countermeasure. */
const plan =
  /(?:^|\bso )\W*(?:next time|in (?:the )?(?:next |coming )?(?:iteration|sprint|phase|milestone)(?: \d+)?,|in (?:the )?future|going forward|moving forward|from now on|(?:the|our) (?:lesson|conclusion|takeaway) (?:here )?is\b[^:]{0,20}(?=:)|(?:additional |further )?(?:steps|measures|actions) (?:are being|have been|were|will be) taken to|we(?:'re| are| will be|'ll be) taking steps to)\b/u;
/** What was not done, and what another care could have changed, tell of the past. */
const past = /\b(?:did|had|was|were|has|have)(?:n't| not) $/u;
const otherPast = /^[^.;]{0,80}\b(?:could|would|might|should)(?:n't| not)?(?: have|'ve)\b/u;
const otherwise = /\b(?:could|would|should|might)(?:n't| not)? $/u;
const doneAlready =
  /^have (?:all |also |[a-z]+ly )*(?:[a-z]+ed|made|done|given|taken|held|kept|had|spent|put|written|sent|known|told|begun|set|met|read|run)\b/u;
const reliedOn =
  /\bso (?:that )?(?:we|you|they|people|everyone|engineers|the team)\b[^.;,]{0,30}$|\b(?:instead of|rather than|no need to|not have to|without having to|(?<!goes )without|rely(?:ing)? on|depend(?:ing)? on|no longer|nobody has to|don't have to|doesn't need to|not enough to|no longer need to|not need to|able to)\b[^.;]{0,40}$/u;

/** "We learned how …" and "testing early saves time" tell what was seen, and ask nobody. */
const insight = /\b(?:how|why)\b[^.;,]{0,60}$|\bsomething (?:that )?(?:we|you|the team) wants? to $/u;
const gerundSubject =
  /^[^.;:]{0,60}? (?:helps?|avoids?|prevents?|saves?|leads?|makes?|allows?|ensures?|improves?|is|are|was|will|can|reduces?|gives?|proved|works?|builds?|requires?|takes?)\b/u;

/** A countermeasure that asks people to try harder. The section a line stands in decides how much is read as one. */
export function beMoreCareful(sentence: Sentence): Finding[] {
  const { block, context, lower } = sentence;
  if (block.kind === "heading" || block.kind === "table-header" || context === "timeline-event") return [];
  const isPlan = block.section !== "timeline" && plan.test(lower);
  const isAsked =
    context === "countermeasure" || block.section === "actions" || block.section === "lessons" || isPlan;
  const isListed = context === "countermeasure" || block.section === "actions" || isPlan;
  const found: Finding[] = [];
  for (const appeal of [...appeals, ...habits]) {
    if (appeal.where === "actions" && !isListed) continue;
    for (const match of matchesOf(appeal.words, lower)) {
      if (accepts(appeal, sentence, match, isAsked))
        found.push({ start: match.index, end: match.index + match[0].length, message });
    }
  }
  if (found.length > 0) return found;
  return asksForEffort(sentence, isListed, isAsked);
}

/** What is asked for is judged by its verb and manner, whatever words the list of known appeals lacks. */
function asksForEffort(sentence: Sentence, isListed: boolean, isAsked: boolean): Finding[] {
  const { block, lower } = sentence;
  if (block.section === "timeline" || (!isAsked && !mayIntend.test(lower))) return [];
  const found: Finding[] = [];
  if (isAsked)
    for (const match of matchesOf(sureness, lower))
      found.push({ start: match.index, end: match.index + match[0].length, message });
  let isIntended = isAsked;
  for (const { index, isNegated, isJoined } of askedVerbs(
    sentence,
    isListed || isImperativeLesson(sentence),
  )) {
    const before = lower.slice(0, index);
    if (reliedOn.test(before) || past.test(before) || adviceToReader.test(before) || insight.test(before))
      continue;
    if (!isAsked && !isJoined) isIntended = intends.test(before) && isOurs(sentence, index);
    if (!isIntended) continue;
    for (const pattern of isNegated ? abstentions : efforts) {
      pattern.lastIndex = index;
      const match = pattern.exec(lower);
      if (match === null || (!isNegated && namesMechanism(lower, index, match[0]))) continue;
      // "Improved communication" in a list of lessons is what was gained.
      if (block.section === "lessons" && /^[a-z]+ed\b/u.test(match[0])) continue;
      if (otherPast.test(lower.slice(index + match[0].length)) || /\bhave been\b/u.test(match[0])) continue;
      if (otherwise.test(before) && doneAlready.test(match[0])) continue;
      found.push({ start: index, end: index + match[0].length, message });
      break;
    }
  }
  return found;
}

function isOurs(sentence: Sentence, index: number): boolean {
  return (
    subjectBefore(sentence, index) === "person" ||
    /\b(?:we|i)(?:'ll|ll) [^.;,]{0,20}$/u.test(sentence.lower.slice(0, index))
  );
}

/** "Always test twice" is asked of somebody; "testing twice helps" is an insight. */
function isImperativeLesson({ block, lower }: Sentence): boolean {
  return block.section === "lessons" && !/^[\W\uE000]*[a-z]+ing\b/u.test(lower);
}

function accepts(appeal: Appeal, sentence: Sentence, match: RegExpMatchArray, isAsked: boolean): boolean {
  const start = match.index ?? 0;
  const before = sentence.lower.slice(0, start);
  const after = sentence.lower.slice(start + match[0].length);
  if (/^\W*not $/u.test(before) && /ing\b/u.test(match[0])) return false;
  if (sentence.block.section === "lessons" && /^[a-z]+ed\b/u.test(match[0]) && /^\W*$/u.test(before))
    return false;
  if (insight.test(before) || isPurpose(appeal, before, after)) return false;
  if (/^[a-z-]+ing\b/u.test(match[0]) && /^\W*$/u.test(before) && gerundSubject.test(after)) return false;
  if (reliedOn.test(before) || past.test(before) || otherPast.test(after) || appeal.notAfter?.test(after))
    return false;
  if (!standsWhereAsked(appeal, before, isAsked && sentence.block.section !== "timeline")) return false;
  if (adviceToReader.test(before) || !isPeoplesTask(sentence, before, start)) return false;
  return !(appeal.mechanismExcuses && namesMechanism(sentence.lower, start, match[0]));
}

/** "Start pairing to improve collaboration", "To avoid mistakes, we keep a list": what the change is for. */
function isPurpose(appeal: Appeal, before: string, after: string): boolean {
  if (/^\W*(?:in order )?to $/u.test(before)) return /, (?:we|i|the|an?|it)\b/u.test(after);
  if (before.endsWith(" and ") && goesOnWithPurpose.test(before.slice(0, -5))) return true;
  return appeal.anySubject === true && before.endsWith(" to ") && !asks.test(before);
}

/** What a system should do faster is no appeal to anybody. */
function isPeoplesTask(sentence: Sentence, before: string, start: number): boolean {
  const party = subjectBefore(sentence, start);
  return (
    party !== "affected" &&
    (party === "person" ||
      /\bone (?:should|must|needs to) $/u.test(before) ||
      !/\b(?:will|should|must|shall|can|could|would|may|(?:needs?|ha(?:s|ve)|ought) to)(?: (?:be|also|now|always|not|[a-z]+ly))* $/u.test(
        before,
      ) ||
      /^\W*(?:must|should|need to|will|have to) /u.test(before))
  );
}

function standsWhereAsked(appeal: Appeal, before: string, isAsked: boolean): boolean {
  if (!isAsked) return intends.test(before);
  if (appeal.atStart) return itemStart.test(before);
  return (
    appeal.anySubject === true || asks.test(before) || (appeal.where === "anywhere" && intends.test(before))
  );
}
