import { type Party, partyOf } from "./people.ts";
import type { Sentence } from "./sentences.ts";
import { type Token, tokensOf } from "./tokens.ts";

const boundary = new Set(
  "because but and or so when while which that as since after before if then although though until till where whereas unless who how why what whether & plus yet nor".split(
    " ",
  ),
);
const prepositions = new Set(
  (
    "of on in by from for with to at between during under over into onto within without about against across through responsible working handling " +
    "doing performing running involved near per via upon among despite following due behind towards toward outside inside"
  ).split(" "),
);
const auxiliaries = new Set(
  (
    "have has had having is are was were be been being do does did will would could should might may can must shall need needs also then later still again simply just not never even " +
    "already both all subsequently finally initially once apparently unfortunately sadly actually completely totally almost always eventually immediately first " +
    "themselves himself herself myself ourselves itself yourself didn't n't really somehow temporarily repeatedly too"
  ).split(" "),
);
const determiners = new Set(
  "the a an this that these those our their his her my your its one some any no each every another both all".split(
    " ",
  ),
);
const verbs = new Set(
  "think thinks thought say says said believe believed know knew mean means meant show shows showed found find see saw noted realized realised discovered learned".split(
    " ",
  ),
);

const pastForms = new Set(
  "ran went took made did wrote began broke chose drove gave got knew sent told came felt held kept paid stood used brought built caught left lost met put led rebuilt reran overrode threw shut set put cut hit read run quit let".split(
    " ",
  ),
);

/** Pronouns that are people and can only be subjects. */
const subjectPronoun = /^(?:we|i|he|she)(?:'(?:ve|d|ll|m|re))?$/u;

/** Who acts in the clause whose verb starts at `index`. */
export function subjectBefore(sentence: Sentence, index: number): Party {
  const tokens = tokensOf(sentence.text.slice(0, index));
  return actor(tokens, sentence, 0);
}

function actor(tokens: Token[], sentence: Sentence, depth: number): Party {
  let end = tokens.length;
  while (end > 0 && isFiller(tokens[end - 1])) end -= 1;
  let start = end;
  while (start > 0 && !isBoundary(tokens[start - 1], tokens[start])) start -= 1;
  const clause = tokens.slice(start, end);
  const opener = tokens[start - 1];
  const earlier = tokens.slice(0, start);
  if (opener?.lower === "who" && !clause.some((token) => verbs.has(token.lower))) {
    const named = tokens[start - 2];
    return named !== undefined && partyOf(named.word, tokens[start - 3]?.word) === "affected"
      ? "affected"
      : "person";
  }
  if (clause.length === 0 && (opener?.lower === "that" || opener?.lower === "which")) {
    const named = tokens[start - 2];
    return named === undefined ? "other" : partyOf(named.word, tokens[start - 3]?.word);
  }
  if (clause.length === 0) {
    if (start === 0 || depth > 2) return "other";
    // "The engineer, tired after a long shift, failed …": what stands between two commas is an aside.
    const aside =
      opener?.word === "," ? tokens.slice(0, start - 1).findLastIndex((token) => token.word === ",") : -1;
    if (aside > 0) return actor(tokens.slice(0, aside), sentence, depth + 1);
    // "Ada changed the balancers, and forgot …": the comma before a conjunction encloses no aside.
    const joined = tokens.slice(0, start - 1);
    return actor(joined.at(-1)?.word === "," ? joined.slice(0, -1) : joined, sentence, depth + 1);
  }
  if (depth > 0) return leftmost(clause, sentence, earlier, depth);
  return nounPhrase(clause, sentence, earlier, depth);
}

function nounPhrase(clause: Token[], sentence: Sentence, earlier: Token[], depth: number): Party {
  const lastVerb = clause.findLastIndex((token) => isVerbLike(token));
  const after = clause.slice(lastVerb + 1);
  const first = after[0];
  if (lastVerb >= 0 && first !== undefined && !prepositions.has(first.lower) && isNounStart(first, after)) {
    return leftmost(after, sentence, earlier, depth);
  }
  return leftmost(clause, sentence, earlier, depth);
}

function leftmost(clause: Token[], sentence: Sentence, earlier: Token[], depth: number): Party {
  let tokens = clause;
  const subject = tokens.findLast((token) => subjectPronoun.test(token.lower));
  if (subject !== undefined) return "person";
  const opening = tokens[0];
  if (opening !== undefined && prepositions.has(opening.lower)) {
    const from = tokens.findLastIndex(
      (token) => determiners.has(token.lower) || partyOf(token.word, undefined) === "person",
    );
    if (from > 0 && !prepositions.has(tokens[from - 1]?.lower ?? "")) tokens = tokens.slice(from);
  }
  if (tokens.at(0)?.lower === "they") return antecedent(earlier, sentence, depth);
  const stop = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      (isAdverb(token) ||
        // "The developer creating the request": what a participle adds says nothing of who it is.
        (token.lower.endsWith("ing") && determiners.has(tokens[index + 1]?.lower ?? "")) ||
        prepositions.has(token.lower) ||
        auxiliaries.has(token.lower) ||
        // "A tired operator": behind a determiner it is no verb.
        (isVerbLike(token) && !determiners.has(tokens[index - 1]?.lower ?? ""))),
  );
  const phrase = stop > 0 ? tokens.slice(0, stop) : tokens;
  const head = phrase.at(-1);
  if (head === undefined) return "other";
  if (head.lower === "they") return antecedent(earlier, sentence, depth);
  if (
    head.lower === "one" ||
    head.lower === "some" ||
    head.lower === "none" ||
    head.lower === "member" ||
    head.lower === "members"
  ) {
    const rest = tokens.slice(stop).filter((token) => token.isWord);
    const of = rest.at(-1);
    if (rest[0]?.lower === "of" && of !== undefined) return partyOf(of.word, rest.at(-2)?.word);
  }
  return partyOf(head.word, phrase.at(-2)?.word);
}

/** "They" are people only if people were the last thing named. */
function antecedent(earlier: Token[], sentence: Sentence, depth: number): Party {
  const before = depth > 2 ? earlier : [...tokensOf(sentence.previous?.text ?? ""), ...earlier];
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const word = before[index];
    if (word === undefined || !word.isWord) continue;
    const party = partyOf(word.word, before[index - 1]?.word);
    if (
      party !== "other" &&
      party !== "thing" &&
      /s$|people|staff|team|crew|desk|department|^(?:qa|noc|hr|support|management|leadership|procurement)$/u.test(
        word.lower,
      )
    )
      return party;
  }
  return "other";
}

function isFiller(token: Token | undefined): boolean {
  return token !== undefined && (auxiliaries.has(token.lower) || isAdverb(token));
}

/** "The early shift", "the weekly review": not every word in -ly is an adverb. */
function isAdverb({ lower }: Token): boolean {
  return (
    /^[a-z]{3,}ly$/u.test(lower) &&
    !/^(?:early|daily|weekly|monthly|nightly|hourly|yearly|friendly|elderly|family|supply|assembly|reply)$/u.test(
      lower,
    )
  );
}

function isBoundary(token: Token | undefined, next: Token | undefined): boolean {
  if (token === undefined) return true;
  if (!token.isWord) return !/^['"*_/&-]$/u.test(token.word);
  if ((token.lower === "and" || token.lower === "or") && next !== undefined && determiners.has(next.lower))
    return true;
  return boundary.has(token.lower);
}

function isVerbLike(token: Token): boolean {
  return (
    verbs.has(token.lower) ||
    pastForms.has(token.lower) ||
    (/^[a-z]{2,}ed$/u.test(token.lower) && !token.lower.endsWith("eed"))
  );
}

function isNounStart(first: Token, rest: readonly Token[]): boolean {
  return (
    determiners.has(first.lower) ||
    isSomebody(partyOf(first.word, undefined)) ||
    rest.some((token) => isSomebody(partyOf(token.word, undefined)))
  );
}

function isSomebody(party: Party): boolean {
  return party === "person" || party === "affected";
}
