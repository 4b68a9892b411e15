/** A judging word that is one only in some surroundings. */
export interface Guarded {
  words: RegExp;
  /** What must stand before or after it. */
  before?: RegExp;
  after?: RegExp;
  /** What must not. */
  notBefore?: RegExp;
  notAfter?: RegExp;
}

const choice =
  "decisions?|choices?|judge?ments?|calls?|ideas?|assumptions?|move|reasoning|thinking|strateg(?:y|ies)|approach";
const conduct = `${choice}|planning|preparation|communications?|coordination|discipline|hygiene|job|execution|oversight|management|leadership|foresight|attitude|behaviou?r|prioriti[sz]ation|teamwork|craftsmanship|workmanship`;
const blunder = "mistakes?|errors?|oversights?|blunders?|omissions?|slip|bug|gap|hole|flaw|misjudge?ment";

/** Words that judge wherever they stand. */
export const always = new RegExp(
  String.raw`(?<![\w-])(?:` +
    [
      String.raw`(?<!\b(?:with|of|an?|the|some|such|any) )obviously`,
      "careless(?:ly|ness)?",
      "negligen(?:t|tly|ce)",
      "reckless(?:ly|ness)?",
      "sloppily|sloppiness",
      String.raw`sloppy (?:\w+ )?(?:work|job|${blunder}|${conduct}|reviews?|testing|practices?|process(?:es)?)`,
      "stupidly|stupidity",
      String.raw`sloppy of (?:us|me|them|him|her|you)|(?<=\b(?:was|were|is|are|been) (?:\w+ )?)sloppy|(?<!\bfe(?:el|els|lt) (?:\w+ ){0,2})sloppy(?=[.,;!)]|$)`,
      String.raw`stupid (?:\w+ )?(?:${blunder}|${conduct}|things?|change|deploy\w*|commit|script|bet|risk)`,
      "dumb(?! terminal)",
      "idiotic(?:ally)?|idiocy|idiots?",
      "foolish(?:ly|ness)?",
      "incompeten(?:t|tly|ce)",
      "irresponsibl[ey]",
      "unprofessional(?:ly)?",
      String.raw`(?<!\b(?:downtime|outages?|disruptions?|interruptions?|delays?)[^.;]{0,20} )inexcusabl[ey]|unforgivabl[ey]|indefensibl[ey]`,
      "no excuses?(?! for (?:the|this|that|any) (?:downtime|outage|interruption|delay|wait))",
      "shameful(?:ly)?",
      "laughabl[ey]",
      String.raw`egregious (?:\w+ )?(?:${blunder}|${conduct})`,
      "ill-(?:advised|conceived|considered|judged)",
      "misguided",
      "short-?sighted(?:ly|ness)?",
      "unwise(?:ly)?",
      String.raw`(?<!\b(?:avoid|prevent|against|into) )complacen(?:t|tly|cy)`,
      "cavalier(?:ly)?",
      "inattentive(?:ly|ness)?",
      "thoughtless(?:ly|ness)?",
      "no-brainer",
      "(?:in|with) (?:the benefit of )?(?:hind[- ]?sight|retrospect(?:ion)?)(?! bias|:\\s*$)|hind[- ]?sight is|benefit of hindsight",
      String.raw`should(?:n't| not)? (?:have|'ve) (?:\w+ly |also |really |clearly )?(?:known|realis?zed|realised|foreseen|anticipated|thought of|seen (?:this|it|that) coming|been (?:more |\w+ly )?(?:obvious|apparent|clear|evident|self-evident))(?: better)?`,
      String.raw`should've (?:known|realized|realised|foreseen|anticipated)(?: better)?`,
      String.raw`(?:knew|know|known) better(?: than)?(?! (?:how|what|where|when|which))`,
      String.raw`(?:easily|entirely|completely|totally|perfectly|clearly|wholly|eminently|readily|trivially|fully) (?:avoidable|preventable|foreseeable|predictable)`,
      String.raw`(?:have|has|had|could've|could) (?:been )?(?:so )?(?:easily|trivially) (?:been )?(?:avoided|prevented|caught|spotted|detected|foreseen|fixed)`,
      String.raw`(?:could|should|would|might) (?:so )?(?:easily|trivially) have (?!been (?:the|an?|our|worse|far|much)\b)(?:been )?[a-z]+`,
      "turned a blind eye|asleep at the wheel|cut corners|cutting corners|couldn't be bothered|did(?: not|n't) bother(?: to)?|nobody bothered|no one bothered",
      String.raw`(?:an? |the )?(?:avoidable|preventable|needless|self-inflicted) (?:outage|incident|failure|downtime|disruption)`,
      String.raw`(?:poor|bad|terrible|awful|horrible|horrendous|questionable|dubious|wrong|hasty|rash|lazy|naive|na\u00efve|misplaced|unfortunate) (?:(?!\w*(?:ed|ing|ance)\b)[a-z]+ )?(?:${choice})`,
      String.raw`(?:poor|terrible|awful|horrible|lousy|lax|inept|shoddy) (?:\w+ )?(?:${conduct})`,
      String.raw`(?:poor|terrible|awful|horrible|lousy) (?:[a-z]+ )?design(?! (?:system|team|review|doc))`,
      String.raw`poorly[ -](?:planned|thought(?:[ -](?:out|through))?|communicated|handled|managed|executed|coordinated|prepared|judged|considered|conceived|chosen)`,
      String.raw`badly[ -](?:planned|thought(?:[ -](?:out|through))?|communicated|handled|managed|executed|coordinated|prepared|judged|considered|conceived|chosen)`,
      String.raw`lack of (?:due )?(?:care|diligence|rigou?r|discipline|attention(?: to detail)?|foresight|judge?ment|professionalism|common sense|thought|effort|due diligence)(?! about)`,
      String.raw`(?:completely|totally|absolutely|simply|utterly|wholly|entirely|frankly|just|clearly|plainly) (?:unacceptable|inexcusable|ridiculous|wrong|absurd|inadequate|irresponsible)`,
      String.raw`(?:overly|too|wildly) (?:naive|confident|trusting|casual|careless|lax)|over-?confiden(?:t|ce|tly)|(?:excess(?:ive)?(?: of)?|too much) confidence`,
      String.raw`in haste|(?<=\b(?:was|were|been) )(?:hastily|hurriedly)`,
      String.raw`(?:was|were|is|are|been)(?:n't| not) (?:exactly |really |actually |probably |such )?(?:an? |the |our )?(?:very |really |particularly |so )?(?:good|great|best|smart|wise|right|brightest|smartest|sensible|clever) (?:of )?(?:${choice}|solution|thing to do|way to|plan)`,
      String.raw`(?:grossly|severely|vastly|badly|massively|hugely|wildly|seriously|totally|completely|drastically|woefully) (?:under-?estimat|over-?estimat|mis-?judg|mis-?calculat)(?:ed|ing)`,
      String.raw`(?:was|were|been|is) (?:(?:just|such|really|basically|largely|a|an|bit|little|of|huge|big|total|complete|massive|colossal) ){1,6}waste of (?:time|effort|energy|money|resources)`,
      String.raw`(?:knowing what (?:we|i) (?:now )?know|(?:with|given) what (?:we|i) (?:now )?know(?: now)?|now that (?:we|i) know)`,
      String.raw`without (?:[\w-]+ ){0,5}?due diligence`,
      "(?:act of|out of|sheer|pure) laziness",
    ].join("|") +
    ")(?![\\w-])",
  "gu",
);

const systemic =
  /\b(?:latenc(?:y|ies)|performance|response times?|error rates?|level of|levels|delays?|load times?)\b/u;

/** Words that judge in some surroundings only. */
export const guarded: readonly Guarded[] = [
  {
    words: new RegExp(
      String.raw`\b(?:(?:rookie|noob|newbie|novice|beginner(?:'s)?|amateur(?:ish)?|elementary|silly|embarrassing|glaring|blatant|inexplicable|avoidable|preventable|needless|bone-?headed|unforced|dumb) (?:\w+ )?(?:${blunder})|(?:an?|the|this|our|such|was|is) (?:very |rather |really )?(?:obvious|basic|classic|simple|trivial|unnecessary) (?:\w+ )?(?:mistake|error|oversight|blunder|omission|flaw|gap|slip|misjudge?ment))\b`,
      "gu",
    ),
    notBefore: /\b(?:no|not|any|without|isn't|wasn't)(?: \w+)? $/u,
  },
  {
    words: /\bof course\b/gu,
    after:
      /^,? (?:nobody|no one|none|not\b|(?:we|they|he|she|i) (?:should|had|did|were|was|knew|forgot|hadn't|didn't|never|could)|(?:it|this|that|the [\w-]+) (?:was|were|had|did|wasn't|weren't|didn't|should|broke|failed))\b/u,
  },
  {
    words: /\bunacceptabl[ey]\b/gu,
    before: /\b(?:this|that|it|which|is|was|behaviou?r|simply|conduct|response)\b[^.;]{0,20}$/u,
    notBefore:
      /\b(?:latenc(?:y|ies)|performance|response times?|error rates?|delays?|load times?|speed|quality|throughput|downtime|outages?|interruptions?|disruptions?|experience)\b[^.;]{0,30}$/u,
    notAfter: /^[ ,]*(?:slow|high|low|long|large|latenc\w+|performance|error|delays?|levels?|risk)/u,
  },
  {
    words:
      /\b(?:(?:it|this|that) (?:was|is|seems?|seemed|should be|should have been) (?:fairly |pretty |quite |rather |so |painfully |blindingly |glaringly |very )?obvious(?: in (?:hind|retro)| that| to (?:anyone|everyone|us)|(?=[.,;!]|$))|obvious in (?:hindsight|retrospect)|obvious (?:thing to|that (?:we|the team)|warning|signs?|flaw)|(?:painfully|blindingly|glaringly) obvious)\b/gu,
    notBefore: /(?:\bnot|n't|\bno|never|non-?|hardly|less|became|becomes?|made it)(?: \w+){0,3} ?$/u,
  },
  {
    words: /\bna(?:i|\u00ef)ve (?:of (?:us|me|them)|to (?:think|assume|trust|believe|expect|hope|rely))\b/gu,
  },
  {
    words: /(?:^\W*|, )looking back\b(?! at the (?:logs?|graphs?|metrics|dashboards?))/gu,
    after:
      /\b(?:should|could|would|ought|wish\w*|mistakes?|wrong|obvious\w*|clear(?:ly)?|evident\w*|too [a-z]+|not enough|never|better|poor\w*|bad(?:ly)?|unwise)\b/u,
    notAfter: /\b(?:worse|learn(?:ed|t))\b/u,
  },
  {
    words:
      /\b(?:was|were|has been|proved to be|turned out to be) (?:probably |definitely |clearly |really |certainly |also |perhaps )?an? (?:(?:big|huge|major|terrible|costly|serious|fatal|critical|bad|poor|grave|massive|real|expensive|definite|strategic|tactical) )+(?:mistake|misstep|mis-?judge?ment|blunder)\b/gu,
    before: /\b(?:it|this|that|which|doing so|[a-z]+ing [^.;]{1,60}) $/u,
    notAfter:
      /^ (?:on (?:my|our|his|her|their)|made|by|with (?:the|a)|in (?:the |our |my |a )?(?:code|config\w*|script|query|file|documentation|setup|sql|template|regex))/u,
  },
  {
    words: /^\W*clearly\b/gu,
    notAfter:
      /^ (?:[a-z]+ing\b(?! to)|defined|documented|named|labell?ed|marked|stated|communicated|written|separated|established|described|visible|articulated|scoped|assigned|specified|define|document|state|mark|label|name|communicate|describe|write|separate)\b/u,
  },
  { words: /\b(?:signs?|clues?|symptoms?|warnings?) (?:was|were) (?:\w+ )?obvious\b/gu },
  { words: /\bsilly\b/gu, notAfter: /^ (?:string|putty)/u, notBefore: /\bfeel(?:s|ing)? (?:\w+ )?$/u },
  { words: /\b(?:it|this|that)(?:'s| is| was) (?:\w+ )?embarrassing (?:that|how)\b/gu },
  { words: /\bridiculous(?:ly)?\b/gu, notAfter: systemic },
  { words: /\bcommon[- ]sense\b/gu, notBefore: /^\W*(?:use |with )?$/u },
  {
    words: /(?:^\W*|[,;:\u2014] |\b(?:this|that|it|we) (?:is |was |were |are )?)clearly\b/gu,
    after:
      /^,|^ (?:should|must|a (?:mistake|bad|poor|bug|failure|flaw|gap|wrong|case of)|an? (?:error|oversight)|not (?:enough|good|sufficient|ready|adequate|the right|acceptable|tested|thought)|wrong|insufficient|inadequate|needed|failed|flawed|broken|unacceptable|avoidable|underestimated|our|we |the team|too|had not|hadn't|did not|didn't|nobody|no one|missed|misjudged)/u,
  },
  {
    words: /\bsimply\b/gu,
    before: /\b(?:was|were|is|are|wasn't|weren't|been) $/u,
    after:
      /^ (?:too\b|not (?:good|ready|prepared|acceptable|thought|tested|done|considered|aware|checked|monitored)|an? (?:mistake|lack|matter of|case of|bad|poor)|forgotten|overlooked|ignored|neglected|wrong|careless|bad\b)/u,
  },
  {
    words:
      /\bjust (?:a (?:simple )?matter of|needed to|had to|forgot|(?:didn't|did not)(?! have (?:enough|the|any|much|time))|ignored|assumed|guess(?:ed|ing)|hoped|hoping|a (?:simple|silly|stupid|dumb|trivial|quick) [\w-]+)\b/gu,
  },
  {
    words:
      /\b(?:(?:should|could)(?: not|n't)? have|why (?:did|didn't) (?:we|you|they)) just(?! (?:as\b|be |about|under|over|in time|\d))\b|\b(?:should|could)(?: not|n't)? just (?=have [a-z]+)/gu,
  },
  { words: /\ball (?:we|they|you|he|she|anyone|that was) (?:had|needed|have|need)(?:ed)? to do was\b/gu },
  {
    words:
      /\b(?:trivial|trivially|easy|simple|straightforward) to (?:avoid|prevent|spot|catch|foresee)\b(?![^.;]{0,40} (?:when|if|once) (?:you|we|one|they) knows?\b)/gu,
  },
  {
    words: /\b(?:was|were|been) (?:\w+ly )?(?:avoidable|preventable|foreseeable)\b/gu,
    notBefore: /\b(?:whether|if)\b[^.]{0,40}$/u,
  },
  {
    words:
      /\b(?:incredibly|insanely|absurdly|ridiculously|needlessly|unnecessarily) (?:risky|dangerous|unsafe|fragile)\b/gu,
  },
  { words: /\b(?:should|must) never have (?:been )?[a-z]+\b/gu },
  { words: /\b(?:has|have|had|with) no business [a-z]+ing\b/gu },
  {
    words:
      /\bany (?:competent|reasonable|decent|sane|experienced|half-decent|good) (?:engineer|developer|operator|team|person|admin|sysadmin|administrator|reviewer)\b/gu,
  },
  {
    words:
      /\b(?:as (?:everyone|everybody) knows|(?:everyone|everybody) (?:knew|should (?:have known|know(?! (?:about|how|the|what|when|where|which|who)\b)))|anyone could (?:have )?see[n]?)\b/gu,
  },
];

/** Words that judge when a person is their subject. */
export const withPerson: readonly RegExp[] = [
  // "We could simply skip it" proposes, "we could simply have skipped it" judges.
  /(?<!\b(?:of|than|not|you|you (?:can|could|may|should|must)|by|more|can|may|might|will|could(?= simply (?!have\b))) )\bsimply(?= (?!to\b|put\b|can ?not\b|can't\b|could not\b|couldn't\b|(?:do|did) not have\b|(?:don't|didn't) have\b)[a-z])/gu,
  /\b(?:hastily|hurriedly)\b/gu,
  /\bneedlessly [a-z]+ed\b/gu,
  /\bclearly (?:needed|did not|didn't|should|failed to|had not|hadn't|neglected|missed|underestimated|overlooked|forgot)\b/gu,
  /\b(?:foolishly|stupidly|na(?:i|\u00ef)vely|carelessly|recklessly|blindly|hastily|lazily) [a-z]+(?:ed|ing)\b/gu,
  /\b(?:was|were),? (?:being |frankly, |honestly, |to be honest, )?,? ?(?:too |overly |so |\w+ly,? )?(?:lazy|na(?:i|\u00ef)ve|careless|sloppy|reckless|complacent|arrogant|overconfident|hasty|lax|ignorant|unprepared|clueless|inexperienced|inattentive|incompetent|stupid|distracted|not paying attention|unprofessional)\b/gu,
  /\b(?:was|were|had been) (?:way |far |a bit |a little )?too (?:ambitious|optimistic|trusting|eager|greedy|confident|relaxed|impatient|focused on|casual)\b/gu,
  /\bw(?:asn't|eren't|as not|ere not) (?:paying attention|careful|thinking|diligent|vigilant)(?: enough)?\b/gu,
];
