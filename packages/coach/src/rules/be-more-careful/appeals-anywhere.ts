/** One of these phrases, wherever it stands. */
const inside = (...phrases: readonly string[]): RegExp => new RegExp(phrases.join("|"), "gu");

/** Appeals that stand anywhere in an item. */
export const anywhere: readonly RegExp[] = [
  // Leaves the decision to how sure somebody feels.
  inside(
    String.raw`\b(?:until|unless|before|without) (?:you|we|they|being|everyone) (?:are |is |be |feel )?(?:absolutely |completely |100 ?% |really |totally )?(?:sure|certain|confident)\b`,
  ),
  // Said of people: reminded, in doubt, important to check, care to be taken.
  inside(
    String.raw`\b(?:is|are|was|were|be|been) (?:all |also |again |strongly |kindly |hereby )?(?:(?:reminded|urged|advised|encouraged) (?:to|about|of|that)|(?<!\bit (?:is|was) )told (?:to|about|of|that))\b`,
    String.raw`\b(?:when|if) (?:ever )?(?:in doubt|unsure|uncertain|not (?:entirely |fully )?sure|(?:you|they|we) are (?:unsure|not sure|uncertain))\b`,
    String.raw`\b(?:care|caution|attention|diligence|vigilance|heed) (?:must|should|has to|needs? to|is|ought to|will)(?: to)?(?: always| also)?(?: be)? (?:taken|paid|advised|exercised|given|required|needed|used|recommended)\b`,
  ),
  inside(
    String.raw`\b(?:communication|coordination|collaboration|handovers?|teamwork|discipline|planning)(?: [\w-]+){0,6}? (?:needs? to|must|should|has to|can) (?:be )?(?:improv(?:e|ed)|better|strengthen(?:ed)?|enhanced)\b`,
    String.raw`\b(?:communication|coordination|collaboration|handovers?|teamwork|discipline|planning)(?: [\w-]+){0,6}? needs? (?:more |some )?(?:improvement|work|attention)\b`,
  ),
  inside(
    String.raw`\b(?:needs?|requires?) (?:more|closer|better|greater|extra) (?:care|attention|careful(?:ly)?|thorough(?:ly)?|diligence|caution|scrutiny)\b`,
    String.raw`\bthere (?:needs? to|must|should) be (?:more|better|clearer|closer|greater) (?:[\w-]+ )?(?:communication|coordination|collaboration|planning|discussion|effort|care|attention|discipline|awareness|focus|accountability)\b`,
    String.raw`\babout the (?:importance|need|value) of\b`,
    String.raw`\bby (?:more )?(?:thoroughly|carefully|diligently|closely|attentively) [a-z]+ing\b`,
    String.raw`\b(?<!overlooking the |understood the )importance of (?:(?:properly|always|carefully|thoroughly|regularly) )?(?:following|testing|communicating|reviewing|checking|verifying|documenting|adhering|reporting|escalating|being|paying|reading|monitoring)\b`,
  ),
];
