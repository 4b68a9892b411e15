/** Turns of phrase that judge without a judging word, by class. */
const anyOf = (...alternatives: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\w-])(?:${alternatives.join("|")})(?![\w-])`, "gu");

const praise =
  "clever|smart|bright|brightest|cleverest|smartest|genius|brilliant|wise|wisest|prudent|professional|finest|proudest|glorious|sensible|responsible|thought through|well thought[- ]out|best|ideal";
const moment =
  "moments?|hours?|days?|move|idea|choice|decision|step|call|solution|piece of (?:work|planning)|work|planning|plan";
const intensity =
  "exactly |particularly |precisely |quite |really |very |terribly |especially |what you'd call |what one would call |that |too |all that |the |our |a |my |their ";
/** Praise that is denied: "not exactly genius", "not our finest hour". */
const litotes = anyOf(
  String.raw`(?:not|isn't|wasn't|weren't|hardly|scarcely|anything but|far from) (?:${intensity})*(?:clever|smart|genius|brilliant|wise|prudent|professional|sensible|responsible|well thought[- ]out)(?! (?:to say|contract|home|tv|card|about|enough to|for|service|user|party|parties|team|person))`,
  String.raw`(?:not|isn't|wasn't|weren't|hardly|scarcely|anything but|far from) (?:${intensity})*(?:${praise}) (?:[a-z]+ )?(?:${moment})`,
);

const ordinary =
  "sane|competent|sensible|self-respecting|half-awake|first-year|serious|decent|responsible|qualified|rational|right-minded|conscientious|halfway (?:competent|decent|awake)|half-decent|thinking|average|attentive|trained";
const learner =
  "first-year [a-z]+|trainee|apprentice|intern|beginner|novice|junior|schoolboy|schoolgirl|schoolchild|child|student|layman|layperson|amateur|five-year-old|fool|idiot|grandmother";
const sees = "would|could|can|knows?|sees|learns?|understands?|should|will tell|might";
/** Whoever would have done better. */
const comparison = anyOf(
  String.raw`(?:any|no|every) (?:${ordinary}) (?:[\w-]+ )?(?:engineer|developer|dev|operator|admin|sysadmin|administrator|team|person|people|manager|reviewer|dba|sre|company|shop|professional|human|one|organi[sz]ation|vendor|technician|planner|colleague|mind)`,
  String.raw`(?:any|every|an?|my) (?:${learner}) (?:[\w-]+ )?(?:${sees})`,
  String.raw`(?:anyone|anybody|everyone|everybody) with (?:an? |half an? |any |some |even |the )?(?:[\w'’-]+ ){0,6}?(?:experience|sense|brains?|clue|eyes|knowledge|idea|pulse)`,
  String.raw`(?:anyone|anybody|everyone|everybody) who (?:knows|knew|has ever|had ever|had (?:read|looked|spent|bothered)|reads|looks|looked|has (?:read|spent|seen|worked)|can read)\b[^.;]{1,60}?\b(?:${sees}|would have)`,
  String.raw`in (?:his|her|their|its|your|our) right minds?`,
  String.raw`(?:does not|doesn't|did not|didn't|wouldn't|would not) (?:take|need|require) (?:an? )?(?:genius|expert)`,
  String.raw`(?:don't|do not|didn't) (?:have|need) to be (?:an? )?(?:[a-z]+ )?(?:genius|expert|engineer) to (?:see|know|notice|spot|tell|guess|understand|realise|realize)`,
  String.raw`(?:not|n't) (?:be )?(?:too much|asking too much) to (?:expect|ask)|is it too much to (?:ask|expect)`,
  String.raw`something (?:one|you|we|people) (?:just |simply )?(?:do not|don't|does not|doesn't) do`,
  String.raw`(?:as )?(?:every|any) (?:trainee|apprentice|child|beginner|novice|junior|student|schoolboy|professional) (?:knows|learns)`,
  String.raw`has(?:n't| not| never) (?:ever )?(?:seen|set foot|met) an? [a-z]+(?=[.;!]|$)|ha(?:s|d) never seen an? [a-z]+(?=[.;!]|$)`,
);

/** Disbelief. */
const incredulity = anyOf(
  "(?:how|why|who) (?:on earth|in the world|the hell|the heck|in heaven's name|in god's name)|for (?:heaven's|god's|goodness'?|pity's|crying out) sake",
  String.raw`what (?:were|was) (?:we|they|he|she|i|you|anyone|anybody|somebody|someone|the [a-z]+) (?:even |possibly )?thinking`,
  String.raw`what (?:kind|sort|manner) of (?:an? )?(?:amateur|person|team|engineer|people|idiot|company|fool|professional|organi[sz]ation|operator|admin|planning)`,
  String.raw`beggars? (?:all )?belief|def(?:y|ies|ied) (?:all )?(?:belief|logic|reason|common sense|explanation|understanding)|boggles? the mind|mind-?boggling(?:ly)?`,
  String.raw`(?:hard|difficult|impossible|tough) to (?:fathom|excuse|forgive|defend|justify|comprehend)|(?:is|are) hard to believe|no way to defend`,
  String.raw`(?:is|are|was|remains?) (?:simply |frankly |quite |utterly )?beyond (?:me|us|comprehension|belief|excuse|words|understanding)`,
  String.raw`(?:you|one) (?:can't|couldn't|cannot|could not) make (?:this|that|it|this stuff) up`,
  String.raw`(?:it )?takes some (?:doing|nerve|talent|skill) (?:not )?to|(?:takes|took) some (?:doing|nerve)`,
  String.raw`(?<!\b(?:as|than|what|like|which|that|how) )(?:you(?:'d| would)|one(?:'d| would)) (?:think|have thought|expect|have expected|imagine|hope)(?! (?:to|for)\b)`,
  String.raw`makes? (?:you|one|me|us) (?:want to |wish to )?(?:cry|weep|scream|despair|cringe|wonder (?:who|whether anyone))`,
  String.raw`how (?:anyone|anybody|somebody|someone) (?:can|could|would)\b|how (?:can|could) (?:anyone|anybody|someone|somebody|any(?: [a-z]+)? (?:team|engineer|person|company))`,
  String.raw`who (?:lets|let|trusts|thinks|does that|would (?:ever )?(?:do|put|let|trust|ship|deploy|store|run|leave))\b(?=[^.]*\?)`,
  String.raw`(?:nobody|no one|not one (?:person|of (?:us|them))) (?:blinks|blinked|batted an eye(?:lid)?|raised an eyebrow|thought twice)`,
  String.raw`(?<=[,;] )(?:seriously|really|honestly)\?`,
);

/** Risk called by name after it came true, and the end told as foreseeable. */
const foreseen = anyOf(
  "(?:was |is |were |just |simply )?asking for trouble|courting disaster|tempting fate|playing with fire|pushing (?:our|their|his|her|its) luck|recipe for disaster",
  String.raw`(?:was|were) (?:always |simply |just |clearly )?(?:bound|destined|sure|certain) to(?! (?:the|a|an|its|our|one|port|localhost|that)\b)`,
  String.raw`(?:was|were) doomed|(?:glaringly|painfully|blindingly|abundantly|perfectly) (?:clear|evident|apparent|plain)(?= that| to)|the obvious (?:thing|step|course) (?:was|would)`,
  String.raw`(?:one|a|a single|even one|just one|the briefest|a quick) (?:[a-z]+ )?(?:look|glance|peek|query|question|call|minute) (?:at|into|from|with|of) [^.;,]{2,60}? (?:should|would|could|had) have`,
  String.raw`should have (?:told|warned|alarmed|alerted|tipped off) (?:us|me|them|him|her|anyone|everyone|somebody|anybody)\b(?: \w+)?`,
  String.raw`(?:in (?:the )?light of|given|from|by|with) (?:what|all|everything) (?:that )?(?:we|i) (?:now )?know(?: now| today)?|as (?:we|i) (?:now )?know (?:now|today)?`,
  String.raw`(?:it )?would have been (?:far |much |only )?(?:prudent|wiser?|sensible|smart(?:er)?|clever(?:er)?|more (?:prudent|sensible|professional)|professional|common courtesy|appropriate of)`,
  String.raw`(?:writing|warning signs?|signs?) (?:was|were) (?:all )?(?:there|on the wall)|staring (?:us|me|them|him|her|everyone) in the face`,
  String.raw`(?:could|should)(?:n't| not) have been (?:missed|overlooked)|impossible to (?:miss|overlook)`,
);

export const turns: readonly RegExp[] = [litotes, comparison, incredulity, foreseen];
