/** Possibility about what did happen, and expectation of how things stand: neither is an alternative past. */

const helps = String.raw`(?:prevented|avoided|averted|caught|detected|helped|mitigated|reduced|shortened|saved|stopped(?! [a-z]+ing\b)|spotted|noticed|found|identified|limited|minimi[sz]ed|sped|alerted|warned|worked|blocked|flagged|surfaced|allowed|made|resolved|fixed|recovered|taken|given|contained|eased|lessened|discovered|revealed|shown)`;
const helped = new RegExp(`\\b(?:been )?(?:[a-z]+ly )?${helps}\\b`, "u");
/** "May have" is an alternative past only where it spared somebody something. */
const spared =
  /^may (?:well |also )?have (?:been )?(?:\w+ly )?(?:prevented|avoided|averted|mitigated|shortened|spared|caught (?:this|it|the|earlier|sooner|by)|detected (?:earlier|sooner)|(?:highlighted|caught)\b[^.;]{0,40}\b(?:before|earlier|sooner))\b/u;
const better =
  /\b(?:been|gone|done|handled|responded|reacted|acted)\b[^.;]{0,40}\b(?:(?:good|great|wise) idea|better|worse|faster|quicker|shorter|longer|easier|sooner|smoother|clearer|possible(?! (?:through|via|in|for|from|by|at|on)\b)|able|useful|helpful|wise|wiser|worth|different|differently|simpler|safer|quickly|smoothly|less|more)\b/u;
const cue =
  /\b(?:earlier|sooner|instead|otherwise|if\b[^.;]*\bhad|had (?:we|it|they|this|the)|in hindsight|in retrospect|with hindsight|differently|if only)\b/u;
const comparative = String.raw`(?:(?:slightly |much |far |even )?(?:more|less|worse|better|different|other)|(?:small|larg|bigg|long|short|high|low|heavi|busi|quiet|slow|fast|old|new|strict|strong|weak|tight|loos|great|clos|lat|earli|saf|simpl|cold|warm|hott|calm|full|young|hard|soft)er)`;
/** "On a smaller shard it might never have come to light": the setting is another one than it was. */
const otherSetting = new RegExp(
  String.raw`^\W*(?:without an?|(?:on|with|in|given|under|at) (?:an? ${comparative}|more|less|fewer)) `,
  "u",
);
/** "It could have been the pricing page, so let's be thankful": luck compares with what did not happen. */
const luck =
  /\b(?:lucky|luckily|luck|fortunate(?:ly)?|thankful(?:ly)?|thank (?:god|goodness)|glad(?:ly)?|relie(?:f|ved)|mercifully)\b/u;

const parties = String.raw`(?:users?|customers?|clients?|visitors?|subscribers?|viewers?|players?|members?|consumers?|readers?|merchants?|guests?|passengers?|patients?|callers?|students?|shoppers?|buyers?|residents?|people|anyone|you|they|some|others|many|few|those|individuals?|attackers?|accounts?|data|information|requests?|messages?|emails?|orders?|payments?|events?|records?|repositor(?:y|ies)|projects?|sites?|applications?|apps?|jobs?|builds?|services|everything|everyone|things|actor|adversary|party|parties|hackers?|tokens?|credentials?|secrets?|passwords?|transactions?|sessions?|notifications?|webhooks?|tenants?|organi[sz]ations?|actions|changes|updates|results|dashboards?|queries|calls?|connections?|pages?|bookings?|invoices?|files?|flags|it|these|this)`;
const partyBefore = new RegExp(
  `\\b${parties}(?:['\\u2019]s? [a-z]+)?(?:,? (?:in|on|from|with|using|who|that|whose|which|of|to|at|for|during|between|outside|trying|[a-z]+ing|[a-z]+ed|sent|made)\\b[^,.;]{0,70})? $`,
  "u",
);
const experience =
  /^(?:seen|experienced|encountered|received|noticed|observed|gotten|got|been (?:[a-z]+ly )?(?:affected|impacted|exposed|accessed|viewed|compromised|leaked|disclosed|stolen|missed|lost|delayed|duplicated|shown|served|presented|unable|able to (?:see|access|view|read)|seeing|experiencing|interrupted|disrupted|rejected|dropped|charged|billed|logged out|redirected|prompted|missing|stale|incorrect|unavailable|sent|delivered|processed|retried|slow|slower|degraded|downloaded|copied|notified|used|visible)|had (?:issues|problems|difficult(?:y|ies)|trouble|errors|delays|access|intermittent|some|slow|their)|failed|timed|returned (?:with|an?|the|\d)|errored|accessed|viewed|obtained|read|downloaded|suffered|faced|run into|hit|appeared|come|stopped|lost|missed)\b/u;
const hypothesis =
  /\b(?:what|anything|something|whatever|things that|changes? that|factors? that|reasons? (?:that|which)|how (?:this|it|that|the [\w ]{1,30}))(?: else)? $/u;
const happened =
  /^(?:happened|gone wrong|caused|triggered|led|changed|contributed|created|introduced|been (?:causing|the (?:cause|reason|case)|wrong|happening))\b/u;
const causedBy =
  /^(?:been (?:[a-z]+ly )?(?:caused|triggered|introduced|due|the (?:cause|reason|result|source|trigger|culprit)|related|a (?:result|symptom|consequence)|linked|responsible)|caused (?:this|the|these|that|it|our|those)\b|contributed to (?:this|the|these|it)\b|triggered (?:this|the|it)\b)/u;
/** "It could have been a networking issue" guesses at what was. */
const guess =
  /^been (?:that\b|due\b|because\b|related\b|(?:an?|the|some) (?!lot\b|bit\b|disaster|major|serious|severe|big|huge|total|complete|longer|worse|much|catastroph|nightmare|different|good|great|better)[\w\uE000'-]+)/u;
const reported =
  /\b(?:thought|assumed|believed|hoped|predicted|expected|said|told|suspected|thinking|assuming|believing|expecting|estimated?|figured)\b[^.;,]{0,60}$/u;
const recovered =
  /^(?:recovered|returned|received|resumed|gotten|cleared|caught up|updated|refreshed|been (?:[a-z]+ly )?(?:resolved|restored|fixed|updated|refunded|retried|replayed|reprocessed|corrected|notified|contacted|refreshed|backfilled|processed|delivered|healed)|seen (?:an? |the )?(?:email|improvement|recovery|notification|decrease|notice))\b/u;
const unaffected =
  /^(?:been (?:[a-z]+ly )?(?:affected|impacted|interrupted|disrupted)|noticed|seen|experienced|had (?:no|any))\b/u;
/** Told of the time of the outage, it is what they really could not do. */
const duringIt =
  /\bduring (?:this|the|that|our) (?:\w+ )?(?:outage|incident|window|period|time|downtime|maintenance)\b/u;
/** "If you sent anything that night, you would have seen …": it did happen, to some. */
const realCondition = /\bif you (?!had\b|hadn't\b|were\b)[a-z]+/u;
const now = /\b(?:by now|should now|should already|should by now|have now|have already|now have|now all)\b/u;

/**
 * Whether "modal have participle" at [start, end) speaks of what may really have happened ("customers might have
 * seen errors") or of how things should stand ("all queues should have recovered by now").
 */
export function isPossibility(
  modal: string,
  lower: string,
  start: number,
  end: number,
  participle: string,
  next: string | undefined,
): boolean {
  const before = lower.slice(0, start);
  const from = lower.slice(0, end).lastIndexOf(participle, end);
  const after = lower.slice(from >= start ? from : end);
  const negated = /(?:n't|\bnot\b|\bnever\b)/u.test(lower.slice(start, end));
  switch (modal) {
    case "may":
      return !spared.test(lower.slice(start));
    case "might":
      return (
        !(
          helped.test(after.slice(0, 30)) ||
          better.test(after) ||
          cue.test(lower) ||
          otherSetting.test(lower)
        ) ||
        (partyBefore.test(before) && experience.test(after) && !cue.test(lower))
      );
    case "could":
      return isPossibleCould(before, after, negated, lower, lower.slice(start));
    case "would":
      if (realCondition.test(lower) && !cue.test(lower) && /\byou(?:r [\w ]{1,20})? $/u.test(before))
        return true;
      if (duringIt.test(before) && /^been (?:un)?able to\b/u.test(after) && !cue.test(lower)) return true;
      if (cue.test(lower) || /\bif\b|\bwithout\b|\bnormally\b/u.test(lower) || negated) return false;
      if (/^(?:expected|thought|hoped|liked|preferred|assumed)/u.test(participle)) return false;
      return (
        reported.test(before) || (partyBefore.test(before) && experience.test(after) && next !== undefined)
      );
    case "should":
      if (now.test(lower) || /^been automatically\b/u.test(after)) return true;
      if (partyBefore.test(before) && (recovered.test(after) || (negated && unaffected.test(after))))
        return !/\bbut\b|\bhowever\b|instead|\bbefore\b|\bwhen\b|\bearlier|\bsooner/u.test(lower);
      return false;
    default:
      return false;
  }
}

/** "It could as easily have been the school." */
const easily = /^could (?:\w+ ){0,2}easily have been\b/u;

function isPossibleCould(
  before: string,
  after: string,
  negated: boolean,
  lower: string,
  modalOn: string,
): boolean {
  if (negated && /^been (?:worse|better|more|clearer)/u.test(after)) return true;
  if (cue.test(lower)) return false;
  if (luck.test(lower) || easily.test(modalOn)) return false;
  if (/(?:\bit |^[^a-z]*)$/u.test(before) && guess.test(after)) return true;
  if (hypothesis.test(before) && happened.test(after)) return true;
  if (causedBy.test(after)) return true;
  return partyBefore.test(before) && experience.test(after);
}
