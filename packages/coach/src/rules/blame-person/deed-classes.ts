/**
 * Deeds that tell a fault of whoever did them. `who` says how sure the subject must be: `anyone` where only people do
 * it, so that an unknown subject is one unless it is plainly a thing; `likely` where programs seldom do it; `person`
 * where programs do it, too.
 */
export interface HumanDeed {
  who: "anyone" | "likely" | "person";
  words: RegExp;
}

const anyOf = (...alternatives: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\w-])(?:${alternatives.join("|")})(?![\w-])`, "gu");

const something = String.raw`(?:(?!and |but |or |so )[\w'’\uE000-]+ ){1,5}?`;
const procedure =
  "steps?|checks?|reviews?|tests?|approvals?|sign-?offs?|checklists?|runbooks?|procedures?|rehearsals?|dry[- ]runs?|inspections?|hand-?overs?|verification|validation|protocol|rounds?|briefings?|drills?|canary";
const agreed =
  "agreements?|rules?|polic(?:y|ies)|procedures?|protocols?|principles?|process(?:es)?|guidelines?|freeze|embargo|instructions?|promises?|deals?|commitments?|safeguards?|controls?";
/** What is left in a dangerous state. */
const state =
  "open|unlocked|unattended|unanswered|unread|untested|unplugged|unchecked|unguarded|lying around|switched off|turned off|switched on|disabled|behind";

export const humanDeeds: readonly HumanDeed[] = [
  // What slips from memory, or is never begun.
  {
    who: "anyone",
    words: anyOf(
      String.raw`(?:clean |simply |completely |totally )?forgot(?: to [a-z]+| about)?`,
      String.raw`(?:had|has|have) (?:clean |simply |completely )?forgotten(?: to [a-z]+| about)?`,
      String.raw`neglected(?: to [a-z]+)?(?=(?: to)? [a-z])`,
      String.raw`never (?:once )?(?:got|gotten|came|come) (?:a?round )to`,
      String.raw`(?:never|didn't|did not|hadn't|had not) bother(?:ed)?(?: to)?`,
      String.raw`(?:can|could)(?:n't|not| not)? be (?:bothered|arsed)`,
      String.raw`never gave (?:it |this |that )?(?:a|another|any) thought`,
      String.raw`(?<=\bhad\b[^.;]{1,60} and )forgotten to [a-z]+`,
      String.raw`(?<=\bdid (?:(?:the|an?|our|he|she|they|we|i) )?(?:[\w-]+ ){0,2})(?:forget|neglect) to [a-z]+`,
      String.raw`(?:gave|spared|given) (?:no|little|not a|hardly a) thought`,
      String.raw`(?:give|gave) a thought to`,
    ),
  },
  // Warnings met with a shrug.
  {
    who: "anyone",
    words: anyOf(
      String.raw`shrugged(?: ${something}off| off|(?= (?:it|them|this|at)\b|[.,;!]|$))`,
      String.raw`(?:brush|laugh|wav|fobb|batt|wish|explain)(?:ed|s) (?:${something})?(?:off|aside|away)`,
      String.raw`turn(?:ed|s|ing)? (?:a|the) (?:blind eye|deaf ear)`,
      String.raw`look(?:ed|s)? the other way`,
      String.raw`(?:slept|snoozed|napped) through|dozed off|fell asleep|nodded off`,
      String.raw`(?:took|takes) no notice|(?:paid|pays) (?:no|little|scant) (?:attention|heed)`,
      String.raw`turned up (?:his|her|their) nose`,
      String.raw`scrolled past|clicked (?:away|past)(?= (?:the|a|every|all|that|this|it)\b)|skimmed(?= (?:the|over|it|through)\b)|glossed over`,
    ),
  },
  {
    who: "likely",
    words: anyOf(
      String.raw`sat on (?:the|it|this|that|his|her|their|our|a)(?: [a-z]+)?(?= (?:for|till|until|all|over|since)|[.,;]|$)`,
      String.raw`(?:silenced|muted|dismissed|discarded|closed|archived|snoozed|filed|ignored|shelved|deleted|rejected) (?:${something})?(?:as (?:noise|outdated|spam|a nuisance|nothing|irrelevant|unimportant|harmless|minor|a false alarm|a glitch|a duplicate)|unread|unopened|under\b)`,
      String.raw`disregarded|ignored(?= (?:the|a|an|this|that|these|those|all|every|our|his|her|their|several|repeated|two|three|it)\b)`,
      String.raw`kept (?:deprioriti[sz]ing|ignoring|postponing|putting (?:it )?off|dismissing|snoozing)`,
      String.raw`tolerated (?:this|that|the|these|it)`,
      String.raw`took (?:his|her|their) (?:own )?(?:sweet )?time`,
    ),
  },
  // Approval without a look.
  {
    who: "anyone",
    words: anyOf(
      String.raw`(?:rubber|blind)-?stamp(?:ed|s)`,
      String.raw`(?:wav|nodd|wink)(?:ed|s) (?:${something})?through`,
      String.raw`let (?:(?:the|a|an|it|this|that|his|her|their|our|two|both) (?:[\w-]+ ){0,4}?)?(?:slip|slide|rot|lapse|expire|run out|run dry|go stale)(?: through)?`,
    ),
  },
  // One thing taken for another.
  {
    who: "anyone",
    words: anyOf(
      String.raw`mistook|mistakes?(?= (?:the|an?|it)\b)|(?<=having )mistaken`,
      String.raw`mis-?(?:dated|heard|remembered|dialled|dialed|spoke|counted|judged|judging|read|typed|keyed|understood|diagnosed|interpreted|spelt|spelled)`,
      String.raw`(?:bungl|botch|bodg|fluff|muff|flubb|fumbl|muddl)(?:ed|es)(?: up)?|fat-fingered|slipped up|screwed up|messed up|mucked up|cocked up|goofed|fouled up|dropped the ball`,
      String.raw`got (?:${something})(?:wrong|backwards|mixed up|muddled)(?=[.,;:!)]|$| (?:in|on|by|for|and|again|twice|when)\b)`,
      String.raw`(?:made|committed) (?:an?|the|one|this|that|two|several|some|another) (?:[\w-]+ ){0,2}(?:mistakes?|blunders?)`,
      String.raw`jumped (?:the gun|to (?:the |a |an )?(?:\w+ )?conclusions?)|lost (?:track|sight) of`,
    ),
  },
  {
    who: "likely",
    words: anyOf(
      String.raw`mis-?(?:placed|filed|labelled|labeled|addressed|laid|managed|handled|applied|informed|quoted|plugged|wired|assigned|configured)`,
      String.raw`mixed (?:${something})?up(?! to)|transposed(?= (?:two|the|digits|a|his|her)\b)|confused(?= (?:the|it|two|a|[\w-]+ with)\b)|confusing the`,
      String.raw`(?:taking|took|takes) (?:${something})for(?= (?:the|a|an|real|it|granted)\b)(?!(?:a|an) (?:\w+ )?(?:break|walk|ride|look|while|moment|minute|hour|day|week))`,
      String.raw`(?:gave|told|handed|quoted|named|dialled|dialed|rang) (?:[\w-]+ ){0,3}?the wrong [a-z]+`,
      "panicked",
    ),
  },
  // Around the rules.
  {
    who: "likely",
    words: anyOf(
      String.raw`(?:skip(?:ped|s)|omitted|omits|left out) (?:(?:the|a|an|our|this|that|his|her|their|all|every|any|both|two) )?(?:[\w-]+ ){0,3}?(?:${procedure})`,
      String.raw`(?:circumvent|flout|bypass|dodg|sidestepp|violat|breach|brok|sidestep|overrod|defi|subvert)(?:ed|es|e) (?:(?:the|a|an|our|this|that|his|her|their|every|all) )?(?:[\w-]+ ){0,3}?(?:${agreed}|${procedure})`,
      String.raw`(?:had|have) (?:an? )?(?:agreement|promise|deal) [^.;]{1,60}, (?:and|but) broke it`,
      String.raw`jumped the queue|took (?:a )?short-?cuts?|cut (?:a )?corners?|winged it`,
      String.raw`went ahead (?:anyway|regardless|nevertheless|all the same|despite|without|against)`,
    ),
  },
  // Nobody was told.
  {
    who: "likely",
    words: anyOf(
      String.raw`(?:told|informed|warned|asked|consulted|notified) (?:no ?one|no-one|nobody|neither)`,
      String.raw`kept (?:it|this|that|quiet|silent|mum) (?:to (?:him|her|them|it)sel(?:f|ves)|quiet|about)`,
      String.raw`(?:did not|didn't|never|hadn't|had not) (?:pass(?:ed)?|hand(?:ed)?) (?:it|this|that|them|the [\w-]+) (?:on|over|along)`,
    ),
  },
  // Left in a dangerous state. Software is told this way, too.
  {
    who: "person",
    words: anyOf(
      String.raw`left (?:${something})(?:${state})`,
      String.raw`(?:pulled|unplugged|yanked|knocked|kicked|tripped over) (?:out )?(?:the )?wrong [a-z]+`,
    ),
  },
];
