import { matchesOf } from "../language/matches.ts";
import { isAdjectiveBeforeNoun, isParticiple } from "../language/participles.ts";
import type { Sentence } from "../language/sentences.ts";
import { conditionals } from "./counterfactual/conditionals.ts";
import { isPossibility } from "./counterfactual/possibility.ts";
import { isTemplatePrompt } from "./counterfactual/prompts.ts";
import type { Finding } from "./finding.ts";

const message = "This tells of a past that did not happen.";

const adverb = String.raw`(?:not|never|also|as|probably|perhaps|maybe|already|still|just|well|even|then|now|at least|in fact|always|ever|otherwise|instead|all|both|each|likely|too|really|rather|quite|so|very|almost|nearly|first|since|later|again|[a-z]+ly|by now)`;
const modal = String.raw`(?:would|could|should|might|may|ought(?:n't| not| never| always| also| really)? to|needed to)`;
const have = String.raw`(?:have|hav|had|has|of|'ve|ve|'a|a)`;
const subject = String.raw`(?:we|i|you|he|she|it|they|this|that|there|these|those|anyone|someone|anybody|(?:the|our|a|an|this|that|any) (?:[\w\uE000-]+ ){0,3}[\w\uE000-]+)`;

const perfect = new RegExp(
  String.raw`(?<![\w-])(?:(?<modal>${modal})(?<neg>n't|nt| not|n't not)?(?:,? ${adverb},?)* (?<have>${have})|(?<short>would|could|should|might)(?:n't)?(?<shortHave>'ve|ve|a)|(?<who>i|we|you|he|she|it|they|there|that|this|who)'d(?:'ve|(?: ${adverb})* have))(?<adverbs>(?:,? ${adverb},?)*) (?<participle>[a-z-]+)(?:(?<inner>(?: ${adverb})*) (?<next>[\w\uE000'-]+))?`,
  "gu",
);
const question = new RegExp(
  String.raw`(?<![\w-])(?<modal>would|could|should|might)(?:n't| not)? ${subject}(?: not)?(?: ${adverb})* have(?: ${adverb})* (?<participle>[a-z-]+)`,
  "gu",
);
/** "Could a test made us aware?": the auxiliary is missing, the past is still another one. */
const brokenQuestion =
  /^\W*(could|would|should) (?:an? |the |our |more |better |[\w-]+ )(?:[\w-]+ ){1,6}?(?:made|caught|prevented|avoided|detected|helped|saved|noticed|found|stopped)\b(?=[^.]*\?)/gu;
const elided =
  /(?:\b(?:as|than|like|but|and|which|it|we|they|that)\b|^\W*(?:\w+ ){1,2}(?=(?:should|could|would)\b))[^.,;]{0,40}?\b((?:should|could|would)(?:n't| not)? have)(?=\s*(?:[.,;)!?]|$|but\b|if (?:we|i|it|they|there|the|this|that)\b))/gu;
const niceToHave =
  /\b(?:would|'d)(?: have)?(?: \w+ly)? (?:be|been|like|liked|love|loved|prefer|preferred)(?: (?:very |much |more |really )?(?:good|nice|great|better|best|helpful|useful|ideal|wise|preferable|wiser))?(?: for us)? to have (?<participle>[a-z]+)(?: (?<next>[\w'-]+))?/gu;

/** Any alternative past: would, could, should, might, ought to have; had we; if only. */
export function counterfactual(sentence: Sentence): Finding[] {
  if (sentence.block.kind === "heading" || sentence.block.kind === "table-header") return [];
  if (isTemplatePrompt(sentence)) return [];
  const found = [...perfects(sentence), ...questions(sentence), ...elisions(sentence), ...wishes(sentence)];
  return found.length > 0 ? found : conditionals(sentence, message);
}

function perfects({ lower }: Sentence): Finding[] {
  const found: Finding[] = [];
  for (const match of matchesOf(perfect, lower)) {
    const groups = match.groups ?? {};
    const participle = groups["participle"] ?? "";
    if (!isParticiple(participle) && !(groups["have"] === "had" && participle === "have")) continue;
    const helper = groups["have"] ?? "have";
    const verb = groups["modal"] ?? groups["short"] ?? "would";
    if (helper === "has" || ((helper === "had" || helper === "of" || helper === "a") && verb === "may"))
      continue;
    const end = endOf(match, groups);
    if (
      isAdjectiveBeforeNoun(participle, groups["inner"] ? undefined : groups["next"]) &&
      !hasManner(lower, end) &&
      !betterSubject.test(lower.slice(0, match.index))
    )
      continue;
    if (
      /^(?:read|write|set|run)$/u.test(participle) &&
      /^(?:access|permissions?|rights|replicas?|only|time|books?)\b/u.test(groups["next"] ?? "")
    )
      continue;
    if (isPossibility(verb, lower, match.index, end, participle, groups["next"])) continue;
    found.push({ start: match.index, end, message });
  }
  return found;
}

/** "Earlier feedback could have improved clarity": what is better than what was is compared with what was. */
const betterSubject = /^\W*(?:better|earlier|more|fewer|less|closer|clearer|stricter|faster|sooner) [^.;]*$/u;

/** "We should have updated issues more often": what is done in some way is done, and no adjective. */
function hasManner(lower: string, from: number): boolean {
  return /^ [a-z-]+ (?:more|less) (?:[a-z]+ly|often)\b|^ [a-z-]+ (?:earlier|sooner|faster|beforehand)\b/u.test(
    lower.slice(from),
  );
}

/** The finding ends with the participle; "been avoided" keeps both words. */
function endOf(match: RegExpMatchArray, groups: Record<string, string | undefined>): number {
  const whole = match[0];
  const next = groups["next"];
  const inner = groups["inner"] ?? "";
  const start = match.index ?? 0;
  if (next === undefined) return start + whole.length;
  const keep = groups["participle"] === "been" && isParticiple(next);
  return start + whole.length - (keep ? 0 : next.length + 1 + inner.length);
}

function questions({ lower }: Sentence): Finding[] {
  const broken = [...matchesOf(brokenQuestion, lower)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - match[0].trimStart().replace(/^\W+/u, "").length, end, message };
  });
  const asked = [...matchesOf(question, lower)]
    .filter((match) => isParticiple(match.groups?.["participle"] ?? ""))
    .filter((match) => !(match[0].startsWith("should you") && !lower.includes("?")))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, message }));
  return [...asked, ...broken];
}

function elisions({ lower }: Sentence): Finding[] {
  return [...matchesOf(elided, lower)].map((match) => {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    return { start, end: match.index + match[0].length, message };
  });
}

function wishes({ lower }: Sentence): Finding[] {
  return [...matchesOf(niceToHave, lower)]
    .filter(
      ({ groups }) =>
        isParticiple(groups?.["participle"] ?? "") &&
        !isAdjectiveBeforeNoun(groups?.["participle"] ?? "", groups?.["next"]),
    )
    .map((match) => {
      const next = match.groups?.["next"];
      return {
        start: match.index,
        end: match.index + match[0].length - (next === undefined ? 0 : next.length + 1),
        message,
      };
    });
}
