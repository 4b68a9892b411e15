import { matchesOf } from "../language/matches.ts";
import type { Sentence } from "../language/sentences.ts";
import { subjectBefore } from "../language/subject.ts";
import { askedVerbs, leftOut } from "./be-more-careful/asked.ts";
import { abstentions } from "./be-more-careful/abstentions.ts";
import { anywhere } from "./be-more-careful/appeals-anywhere.ts";
import { endOfBearing } from "./be-more-careful/bearing.ts";
import { evaluations } from "./be-more-careful/evaluations.ts";
import { endOfGlance } from "./be-more-careful/glance.ts";
import { endOfEffort } from "./be-more-careful/judge.ts";
import { namesMechanism } from "./be-more-careful/mechanism.ts";
import { ordersInPoint } from "./be-more-careful/orders-in-lists.ts";
import type { Finding } from "./finding.ts";

const message = "This asks people to try harder and changes nothing in the system.";

/** In a narrative only a stated intention counts. */
const intends =
  /\b(?:will|should|must|shall|need to|needs to|have to|let's|going to|we'll|i'll|ill|plan to|we planned to|(?:we|i) plan(?:ned)? on|please|ought to|aim to|promise to|commit(?:ted)? to|(?:important|crucial|essential|vital|necessary|imperative|critical|paramount|advisable|best) to|taught (?:us|me) to|learn(?:ed|t) to|(?:improve|do better|help)(?: [\w']+){0,5} by|would|(?:good|better|nice|great|helpful|wise|worth) (?:idea )?to|want to|(?:would|'d) like to|lesson (?:is|here is) to|(?:avoided|prevented|solved|rectified|improved|mitigated|addressed|fixed|reduced) by)(?: (?:at least|not|all|also|always|both|just|therefore|now|be|more|try to|try and|start to|[a-z]+ly|and))* $/u;
const mayIntend =
  /\b(?:improve|do better|help)\b[^.;]{0,40} by\b|\b(?:we|i|ill|us|team|engineers|developers|everyone)\b[^]*\b(?:will|should|must|shall|to|on|'ll|let's|ill|please)\b|\b(?:i'll|we'll|let's|ill|please)\b|\b(?:can be [a-z]+ by|it (?:would|might|could) be [a-z ]{1,20} to)\b|(?:^|, also |[\u2013\u2014-] (?:but )?)\W*(?:also |still |just |really )?(?:should|must|need to|have to|ought to)\b/u;
/** What users are advised to do is no countermeasure of ours. */
const adviceToReader =
  /\byou'll (?:\w+ )?$|\b(?:users?|customers?|you|clients?|readers?)(?: \w+){0,2} (?:should|must|need to|can|will|may)(?: \w+)? $/u;
/** A sentence of a narrative that tells what will be done is read as a countermeasure. */
const plan =
  /(?:^|\bso )\W*(?:next time|in (?:the )?(?:next |coming )?(?:iteration|sprint|phase|milestone)(?: \d+)?(?=,)|in (?:the )?future|going forward|moving forward|from now on|(?:the|our) (?:lesson|conclusion|takeaway) (?:here )?is\b[^:]{0,20}(?=:)|(?:lessons?|learnings?|takeaways?|note to self)(?: learn(?:ed|t))?(?: for (?:next|another) time)?(?=:)|(?:additional |further )?(?:steps|measures|actions) (?:are being|have been|were|will be) taken to|we(?:'re| are| will be|'ll be) taking steps to)\b|\bso (?:please )?(?:bear|keep (?:this |that |it |these )?)(?: ?in mind)\b|^\W*(?:remember to|(?:don't|do not) forget|be (?:more |very |extra )?(?:careful|mindful|vigilant|attentive)|pay (?:more |closer? |careful )?attention|(?:keep|bear) in mind|double[- ]check|always (?:keep|bear|check|verify|read|ask|double-check|remember|assume|confirm)|never (?:assume|forget)|(?:don't|do not) (?:be (?:shy|afraid|scared)|hesitate|assume)|more (?:careful|thorough|attentive|diligent|rigorous) [a-z]+)\b|^\W*(?:please )?(?:make sure|ensure) (?:that )?(?:we|everyone|everybody|people|all of us|the (?:person|people|team|one|developer|engineer|author|reviewer))\b/u;
/** What was not done, and what another care could have changed, tell of the past. */
const past = /\b(?:did|had|was|were|has|have)(?:n't| not) $/u;
const otherPast = /^[^.;]{0,80}\b(?:could|would|might|should)(?:n't| not)?(?: have|'ve)\b/u;
const earlierPast = /\b(?:could|would|might|should)(?:n't| not)?(?: have|'ve) [a-z]+\b[^;]*$/u;
const otherwise = /\b(?:could|would|should|might)(?:n't| not)? $/u;
const doneAlready =
  /^have (?:all |also |[a-z]+ly )*(?:[a-z]+ed|made|done|given|taken|held|kept|had|spent|put|written|sent|known|told|begun|set|met|read|run|cut|paid|thought|brought|caught|found|left|let|lost|seen|shown|spoken|taught|used|understood|gone|come|become|chosen|built|bought|broken|been|drawn|split)\b/u;
const reliedOn =
  /\bso (?:that )?(?:we|you|they|people|everyone|engineers|the team)\b(?! (?:need|should|must|have|ought|will) )[^.;,]{0,60}$|\bif (?:you|we|they|people) (?:want|need|have|wish|would like)? ?[^.;,]{0,15}$|\bby doing (?:so|this|that)\b[^.;]{0,30}$|\b(?:instead of|rather than|no need to|not have to|without having to|(?<!goes )without|rely(?:ing)? on|depend(?:ing)? on|no longer|nobody has to|don't have to|doesn't need to|not enough to|no longer need to|not need to|able to|managed to)\b[^.;,]{0,40}$|\b(?:who|that|which) (?:[a-z]+ )?(?:needs?|wants?|has|have|had) to $/u;

/** "We learned how …" and "testing early saves time" tell what was seen, and ask nobody; "long enough that we should" gives a reason. */
const insight =
  /\b(?:how|why)\b[^.;,]{0,60}$|\bways? (?:that )?(?:we|i) will $|\b(?:and|not only (?:did|do) we|we|i|also|still) continued? to $|\b(?:how to|a chance to|the chance to|an opportunity to)\b[^.;:,]{0,60}$|\bto (?:ensure|make sure) (?:that )?(?:we|everyone|the team) can $|\bsomething (?:that )?(?:we|you|the team) wants? to $|\b(?:enough|so [a-z]+) that (?:we|i|you|they|people) (?:should|must|can|could) $/u;
/** "Encourage the crews to:" says nothing without the points below it. */
const headsList = /^[^.;:]{1,80}\bto\W*$/u;

/** A countermeasure that asks people to try harder. The section a line stands in decides how much is read as one. */
export function beMoreCareful(sentence: Sentence): Finding[] {
  const { block, context, lower } = sentence;
  if (
    block.kind === "heading" ||
    block.kind === "table-header" ||
    block.section === "unasked" ||
    context === "timeline-event"
  )
    return [];
  const isPlan = block.section !== "timeline" && plan.test(lower);
  const isAsked =
    context === "countermeasure" || block.section === "actions" || block.section === "lessons" || isPlan;
  const isListed = context === "countermeasure" || block.section === "actions" || isPlan;
  return asksForEffort(sentence, isListed, isAsked);
}

/** What is asked for is judged by its verb and manner, whatever words the list of known appeals lacks. */
function asksForEffort(sentence: Sentence, isListed: boolean, isAsked: boolean): Finding[] {
  const { block, context, lower } = sentence;
  const isPoint = block.kind === "list-item" || block.kind === "table-cell";
  if (block.section === "timeline" || headsList.test(lower)) return [];
  const found: Finding[] = evaluations(sentence, block.section === "lessons").map((stretch) => ({
    ...stretch,
    message,
  }));
  if (!isAsked && !isPoint && !mayIntend.test(lower)) return found;
  if (isAsked)
    for (const pattern of anywhere)
      for (const match of matchesOf(pattern, lower))
        if (!reliedOn.test(lower.slice(0, match.index)) && !insight.test(lower.slice(0, match.index)))
          found.push({ start: match.index, end: match.index + match[0].length, message });
  let isIntended = isAsked;
  for (const { index, start, isNegated, isJoined } of askedVerbs(
    sentence,
    isListed || isPoint || isImperativeLesson(sentence),
  )) {
    const before = lower.slice(0, index);
    if (reliedOn.test(before) || past.test(before) || adviceToReader.test(before) || insight.test(before))
      continue;
    if (!isAsked && !isJoined)
      isIntended =
        (isPoint && ordersInPoint(sentence, index)) ||
        leftOut.test(before) ||
        (intends.test(before) && (isPoint || isOurs(sentence, index)));
    if (!isIntended) continue;
    const isHabit = block.section === "lessons" && context !== "countermeasure";
    const end = isNegated
      ? (endOfAbstention(lower, index) ?? endOfBearing(lower, start, index))
      : (endOfEffort(lower, index, isJoined) ??
        (isHabit && !isJoined ? endOfGlance(lower, index) : undefined));
    if (end === undefined) continue;
    const words = lower.slice(index, end);
    // "Please remain patient" is said to readers.
    if (/^(?:(?:remain|be) patient|bear with)\b/u.test(words) && /^\W*please $/u.test(before) && !isAsked)
      continue;
    // "I'll be honest: …" opens a statement.
    if (words === "be honest" && /\bi(?:'ll| will| must| have to) $/u.test(before)) continue;
    if (
      /^(?:could|should|would|might) have\b/u.test(words) ||
      (isJoined && /^not [a-z]+ing\b/u.test(lower.slice(start)))
    )
      continue;
    if (!isNegated && (namesMechanism(lower, index, words) || isLabelOfChange(lower, end))) continue;
    // "Improved communication" in a list of lessons is what was gained, "effective collaboration" what there was.
    if (
      block.section === "lessons" &&
      /^(?:[a-z]+ed|an?|effective|good|great|strong|clear|open|active|constant|regular|healthy|consistent)\b/u.test(
        words,
      )
    )
      continue;
    if (
      otherPast.test(lower.slice(end)) ||
      (isJoined && earlierPast.test(before)) ||
      /\bhave been\b/u.test(words)
    )
      continue;
    if (otherwise.test(before) && doneAlready.test(lower.slice(index))) continue;
    found.push({ start, end, message });
  }
  return found;
}

/** "Faster escalation: unanswered pages go to the lead by themselves" names under a wish what fulfils it. */
function isLabelOfChange(lower: string, end: number): boolean {
  return /^[^:.;]{0,40}: (?!(?:we|everyone|everybody|people|you)\b)[^.;]*?\b(?:by (?:itself|themselves)|(?:is|are) (?:now )?(?!(?:need|expect|ask|remind)ed)[a-z]+ed\b|(?<!\bto )(?:asks?|goes|pages|blocks|refuses|sends|warns) )/u.test(
    lower.slice(end),
  );
}

function endOfAbstention(lower: string, index: number): number | undefined {
  abstentions.lastIndex = index;
  const match = abstentions.exec(lower);
  return match === null ? undefined : index + match[0].length;
}

function isOurs(sentence: Sentence, index: number): boolean {
  return (
    subjectBefore(sentence, index) === "person" ||
    /(?:\b(?:we|i)(?:'ll|ll)|\blet's|\bplease) (?:[^.;,]{1,20} )?$|\b(?:it is|it's|its|it will be) (?:[a-z]+ ){0,2}to (?:[a-z]+ly )?$|\bcan (?:also )?be [a-z]+ by (?:[a-z]+ )?$|\bit (?:would|might|could) be (?:[a-z]+ )?(?:good|better|nice|great|helpful|wise) (?:idea )?to (?:[a-z]+ly )?$/u.test(
      sentence.lower.slice(0, index),
    )
  );
}

/** "Always test twice" is asked of somebody; "testing twice helps" is an insight. */
function isImperativeLesson({ block, lower }: Sentence): boolean {
  return (
    block.section === "lessons" &&
    (!/^[\W\uE000]*(?:[\w ]{1,30}: )?[a-z]+ing\b/u.test(lower) ||
      /^\W*\w+ing (?:\w+ )?(?:more|better|earlier)\b/u.test(lower))
  );
}
