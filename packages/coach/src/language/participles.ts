/** Past participles, and the past forms people write in their place ("should have went"). */
const irregular = new Set(
  (
    "been beeen be lead had done gone went did seen saw taken took given gave known knew written wrote broken broke chosen chose begun began " +
    "run ran come came become became become caught thought brought bought taught fought sought found kept left lost " +
    "made meant met paid put read said sent set shown shut slept spent stood stuck told understood won held heard hit " +
    "hurt led let built cost cut dealt drawn driven fallen fell felt forgotten forgot frozen gotten got grown hidden " +
    "laid lain lit overridden overseen proven ridden risen rose run sold shaken shrunk spoken spoke split spread " +
    "stolen struck swept swum thrown threw torn undone undergone woken woke worn withdrawn rebuilt reset rerun redone " +
    "sped stopped happen bit bitten blown fed foreseen flown overcome pled shot spun stolen withheld beaten beat bound " +
    "ridden sunk sat slid sprung stuck sworn typed upset wound rewritten resent overlooked learnt spelt burnt dreamt"
  ).split(" "),
);

const notParticiples = new Set(
  "need feed speed embed indeed hundred red seed shed bed exceed proceed succeed bleed breed weed greed unused unlimited skilled talented aforementioned naked wicked sacred rugged ragged united limited".split(
    " ",
  ),
);

/** Whether a lower-case word can be a past participle. */
export function isParticiple(word: string): boolean {
  if (irregular.has(word)) return true;
  if (notParticiples.has(word)) return false;
  return (
    /^[a-z-]{2,}ed$/u.test(word) ||
    /^(?:re|un|over|under|mis|out|fore|with)-?(?:run|ran|set|built|written|done|sent|read|seen|taken|thought|spent|put|made|known|told|sold|paid|understood)$/u.test(
      word,
    )
  );
}

const adjectives = new Set(
  (
    "automated improved detailed dedicated increased limited managed distributed documented centralized centralised shared unified " +
    "integrated reduced advanced standardized standardised trusted named defined predefined elevated degraded delayed " +
    "restricted isolated replicated encrypted scheduled combined enhanced expected unexpected unintended desired written read " +
    "broken known failed cached mixed nested associated updated required sustained prolonged repeated corrupted " +
    "outdated lead connected related varied multiple cut left learned hardcoded hard-coded built-in"
  ).split(" "),
);

const cannotFollowAdjective =
  /^(?:the|a|an|this|that|these|those|it|its|our|my|your|his|her|their|us|me|him|them|we|i|he|she|they|you|to|in|on|at|by|for|from|with|without|within|into|onto|before|after|because|when|while|if|and|or|but|so|as|than|of|off|up|down|out|over|under|through|during|since|until|again|more|much|less|no|all|any|some|each|both|either|one|two|here|there|now|then|not|better|worse|best|sooner|earlier|later|faster|instead|together|immediately|already|about|around|across|against|between|every|everyone|everything|nothing|something|anything|what|how|why|where|whether|who|which|just|only|even|\w+ly)$/u;

/**
 * Whether the participle is more likely an adjective before a noun: "should have automated tests" asks for tests,
 * "should have automated the tests" tells an alternative past.
 */
export function isAdjectiveBeforeNoun(word: string, next: string | undefined): boolean {
  return (
    adjectives.has(word) &&
    next !== undefined &&
    /^[a-z\uE000]/u.test(next) &&
    !cannotFollowAdjective.test(next)
  );
}
