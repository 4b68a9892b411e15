/** Words that call what people did foolish, careless or bad, by what kind of word they are and where they stand. */

/** Adjectives said of people's deeds only: they judge wherever they stand. */
const ofDeedsOnly =
  "daft|hare-?brained|moronic|asinine|bone-?headed|imprudent(?:ly)?|injudicious(?:ly)?|foolhardy|gullible|credulous|juvenile|amateurish|slapdash|slipshod|ham-(?:fisted|handed)|unthinking(?:ly)?|heedless(?:ly)?|derelict in|remiss|unpardonabl[ey]|unconscionabl[ey]|disgraceful(?:ly)?|scandalous(?:ly)?|deplorabl[ey]|dopey|blundering|half-hearted(?:ly)?|perfunctory|rashly|blithely|crass(?:ly)?";

/** Nouns for vices and disgraces. */
const vices = [
  "hubris|arrogance|wishful thinking|lunacy|imprudence|gullibility|nonchalance|indisciplineness|laziness|slackness|amateur hour|lack of imagination",
  String.raw`(?:plain|sheer|pure|utter|rank|breathtaking|staggering|shocking|collective|wil?lful|blissful) (?:indifference|ignorance|folly|madness|stupidity|neglect|inattention|recklessness|vanity|optimism)`,
  String.raw`(?:is|was|were|been|be) (?:frankly |simply |nothing less than |nothing short of |quite )?an? (?:absolute |utter |complete |total |real )?(?:disgrace|scandal|embarrassment|farce|shambles|travesty|folly)`,
  String.raw`nothing short of (?!an? (?:outage|miracle))[a-z]+`,
  String.raw`(?:an?|the|one|such an?|plain|sheer|his|her|their|our) (?:[\w-]+ )?(?:blunders?|dereliction|howlers?|cock-?up)`,
  String.raw`(?:lame|feeble|half-?hearted|pathetic|woeful|pitiful|poor|weak|lousy) (?:[a-z]+ )?(?:excuses?|reaction|attempts? at|reason to)`,
  String.raw`(?:poor|shoddy|sorry|sloppy|lousy|bad) (?:piece|bit|example|display|stretch) of|(?:was|were) (?:such )?(?:a )?fools? to|such an? (?:simple|basic|obvious|trivial|elementary) (?:[a-z]+ )?(?:check|thing|step|question|precaution|measure|rule|test|mistake)`,
  "like an? (?:complete |total )?(?:idiot|fool|moron)|definition of (?:lazy|insanity|madness|careless)",
  String.raw`absent-?minded(?:ly)?|too (?:lazy|proud|vain|stubborn|arrogant) to|vain and|(?:plain|frankly|just|downright) (?:lazy|stupid|silly|dumb|wrong|dopey)(?! (?:loading|evaluation|initiali))`,
];

/** Adjectives that judge a deed where they are said of one: "to skip it was wrong", "putting it there was mad". */
const ofDeeds = String.raw`stupid|(?<=\b(?:was|were)\b[^.]{0,20})wrong|unwise|mad|crazy|insane|silly|dumb|rash|hasty|na(?:i|\u00ef)ve|arrogant|lazy|reckless|careless|foolish|unprofessional|absurd|ludicrous|preposterous|optimistic|overconfident|irresponsible|embarrassing|unacceptable|inexcusable|childish|vain|sloppy|short-?sighted|a gamble|a mistake|an error(?: of (?:judge?ment|planning))?|a bad (?:joke|call)|folly|madness|insanity|lunacy|negligence|negligent|asking for (?:trouble|it)`;
const degree = String.raw`(?:,? ?(?:frankly|simply|plain|plainly|just|rather|quite|very|really|pretty|utterly|completely|well|honestly|to put it mildly|in a word|perhaps|at best|downright|too|a bit|so|both|though|indeed)[, ]+)*`;
/** A clause that starts with an infinitive or a gerund, and what is said of it. */
const deedJudged = new RegExp(
  String.raw`^\W*(?:not )?(?:to (?:not |never )?[a-z]+|(?!during|nothing|something|anything|everything|morning|evening)[a-z]{2,}ing)\b [^.;:?]{3,140}?(?:\b(?:is|was|were|looks?|looked|seems?|seemed|borders? on|bordered on|verges? on|amounts? to|amounted to)(?:,? )${degree}(?:${ofDeeds}))(?![\w-])`,
  "gu",
);
/** "That the manual still says so is embarrassing for everyone who signed it." */
const embarrassing =
  /\bembarrassing (?:for|to) (?:everyone|everybody|us|all|a team|any|the team|people|anyone|those)\b|\blooks? (?:absurd|ridiculous|foolish|silly|stupid)\b/gu;

export const folly: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w-])(?:${ofDeedsOnly})(?![\w-])`, "gu"),
  new RegExp(String.raw`(?<![\w-])(?:${vices.join("|")})(?![\w-])`, "gu"),
  deedJudged,
  embarrassing,
];
