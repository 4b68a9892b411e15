/** A way to ask for more effort. */
export interface Appeal {
  words: RegExp;
  /** "anywhere": also in a narrative that states an intention; "asked": actions and lessons; "actions": actions only. */
  where: "anywhere" | "asked" | "actions";
  /** A named change in the system makes it a real countermeasure. */
  mechanismExcuses: boolean;
  notAfter?: RegExp;
  /** The words carry their own subject and need not stand where a verb is asked for. */
  anySubject?: true;
  /** Only as the first words of an item. */
  atStart?: true;
}

const more = String.raw`(?:more|extra|much more|far more|very|a (?:bit|little|lot) more|even more|especially|particularly|super|really|twice as|doubly|better)`;
const virtue =
  "careful|cautious|vigilant|diligent|mindful|attentive|thorough|conscientious|disciplined|alert|rigorous|prudent|patient|meticulous|thoughtful|considerate|observant|wary|strict|deliberate|responsible";
const somebody = String.raw`(?:we|you|i|they|everyone|everybody|people|(?:all |the |our |each |every |any )?(?:[\w-]+ ){0,2}?(?:team(?:s|mates?)?|team members?|engineers?|developers?|devs|operators?|on-?calls?|on-?callers?|responders?|reviewers?|members?|staff|colleagues|managers?|authors?|admins?|administrators?|sres?|persons?|employees?|users of the tool|stakeholders|maintainers?|technicians?))`;
const rulebook =
  "process(?:es)?|procedures?|protocols?|checklists?|runbooks?|guidelines?|polic(?:y|ies)|best practices?|rules|standards|instructions|steps|documentation|playbooks?|workflow";
const soon =
  "sooner|earlier|faster|quicker|more (?:quickly|often|frequently|promptly|clearly|proactively|openly|regularly|widely|effectively|aggressively|rapidly)|promptly|proactively|in a (?:more )?timely (?:manner|fashion)|immediately|right away|early|as soon as possible|asap|(?:better|more)(?= (?:about|with|to|on|in|at|when|during|and|so|before|as|if|next)\\b|[,.;:!)]|$)";
const inspect =
  "test|review|check|verify|monitor|read|plan|think|validate|inspect|examine|watch|look|look at|proofread|consider|communicate|coordinate|prepare|work|listen|evaluate|assess|follow|document|track|vet|scrutini[sz]e|observe|investigate";
const closely =
  "carefully|thoroughly|closely|diligently|rigorously|attentively|harder|more [a-z]+ly|more often|with (?:more|greater|extra) care|better|twice|ahead|properly|cautiously|responsibly|meticulously";

/** The ways, strongest first. */
export const appeals: readonly Appeal[] = [
  {
    words:
      /\b(?:re-?)?(?:read|reading|study|studying|consult|consulting)(?: (?:and|or) [a-z]+)? (?:(?:the|our|all|any|vendor|every) )*(?:[\w-]+ ){0,2}?(?:runbooks?|docs|documentation|release notes|changelogs?|manuals?|wiki|polic(?:y|ies)|guides?|playbooks?|guidelines)\b/gu,
    where: "actions",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:better|more careful|more thorough) (?:planning|preparation|prioriti[sz]ation|judge?ment)\b|\babout the (?:importance|need|value) of\b|\b(?:don't|do not|never) hesitate to\b|\b(?:verify|validate|check|challenge|question) (?:(?:your|our|all|the|any) )?assumptions\b/gu,
    where: "asked",
    mechanismExcuses: true,
    anySubject: true,
  },
  {
    words:
      /\b(?:be|being|get|getting|become|do|doing) (?:much |a lot |even |a bit |way )?better (?:at|about|with|in)\b/gu,
    where: "anywhere",
    mechanismExcuses: true,
  },
  {
    words: /\b(?:re-?)?familiari[sz](?:e|ing) (?:themselves|ourselves|yourself|yourselves)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:(?:don't|do not|never|not(?: to)?) (?:rush|panic|assume|ignore|jump to|underestimate|overlook|take [a-z]+ for granted)|avoid(?:ing)? (?:rushing|panicking|assuming|assumptions|ignoring|jumping to)|slow(?:ing)? down(?=[ ,.;]|$)(?! the)|tak(?:e|ing) (?:our|your|more|enough) time|trust but verify|question (?:our|your|all|the|every) assumptions)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\bkeep(?:ing)? (?:everyone|everybody|the team|teams|stakeholders|customers|users|each other|people|colleagues|management|support) (?:better |more |well |always )?(?:informed|updated|posted|in the loop|aware)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:do|run|perform) (?:an? )?(?:diff|checks?|review|tests?) (?:on|of) (?:everything|every [a-z]+|anything)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:needs?|requires?) (?:more|closer|better|greater|extra) (?:care|attention|careful(?:ly)?|thorough(?:ly)?|diligence|caution|scrutiny)\b/gu,
    where: "asked",
    mechanismExcuses: true,
    anySubject: true,
  },
  {
    words: /\b(?:stay|staying|remain|remaining|keep|keeping) (?:calm|focus(?:s)?ed|cool)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:clear|clearer|better|more|earlier|faster|quicker|proactive|timely|open|prompt|regular) (?:and \w+ )?communications?\b/gu,
    where: "actions",
    mechanismExcuses: true,
    notAfter:
      /^ (?:tool|channel|template|plan|protocol|system|process|procedure|cadence|platform|runbook|group|method|polic|path|line|flow|structure)/u,
  },
  {
    words:
      /\b(?:quickly|promptly|carefully|thoroughly|diligently|properly|proactively|regularly) (?:address|respond|communicate|react|act|review|check|test|read|verify|escalate|report|follow|consider|monitor|plan|prepare|inspect|look|investigate|inform|notify|think|evaluate|assess|validate)\b(?: [\w-]+){0,2}/gu,
    where: "asked",
    mechanismExcuses: true,
    atStart: true,
  },
  {
    words:
      /\b(?:check|verify|review|consider|test|inspect|confirm|read|know) (?:every|each|all|that all|that every|that each|all of)\b[^.;]{0,80}\b(?:before|prior to|when|and make sure|and when)\b/gu,
    where: "actions",
    mechanismExcuses: true,
    atStart: true,
  },
  {
    words: /\b(?:know|learn|understand) (?:all |all of )?(?:your|our|the) [a-z]+/gu,
    where: "asked",
    mechanismExcuses: true,
    atStart: true,
  },
  {
    words: /\bfor (?:every|each|any|all) [^.;,]{1,40}, (?:consider|think|check|verify|ask|remember)\b/gu,
    where: "actions",
    mechanismExcuses: true,
    atStart: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:be|being|stay|staying|remain|remaining) (?:${more} )?(?:and )?(?:${virtue})\b`,
      "gu",
    ),
    where: "anywhere",
    mechanismExcuses: false,
    notAfter: /^ (?:by|paid|pays|helped|helps|was|is|and [a-z]+ paid)\b/u,
  },
  {
    words: new RegExp(
      String.raw`\b(?:be|being) (?:${more}) (?:aware|conscious|proactive|responsive|clear|open|honest|flexible|specific|descriptive|precise|punctual|active|realistic|focus(?:s)?ed|transparent|organi[sz]ed|cognizant|communicative|prepared|explicit|consistent|involved|engaged|selective|conservative)\b`,
      "gu",
    ),
    where: "anywhere",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:take|taking|use|using|exercise|exercising|apply|applying|show) (?:more|extra|greater|better|special|particular|great|much more|additional|due|even more|some|the utmost|a lot more|proper)? ?(?:care|caution|diligence|vigilance|prudence)\b(?! of\b)/gu,
    where: "anywhere",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:pay|paying|give|giving) (?:more|closer|better|extra|special|careful|greater|particular|much more|close|full|additional)? ?(?:attention|heed)\b/gu,
    where: "anywhere",
    mechanismExcuses: false,
  },
  {
    words:
      /\b(?:(?:double|triple)[- ]check(?:ing)?|re-?check(?:ing)?|check(?:ing)? twice|think(?:ing)? twice|think(?:ing)? (?:harder|before)|try(?:ing)? harder|look(?:ing)? twice)\b/gu,
    where: "anywhere",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:remember(?:ing)? (?:to|that)|(?:don't|do not|never|not|must not) forget|keep(?:ing)? (?:this |that |it |these )?in mind|bear(?:ing)? in mind)\b/gu,
    where: "anywhere",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:remind(?:ed|ing)?|re-?remind|tell(?:ing)?|encourag(?:e|ed|ing)|urg(?:e|ed|ing)|ask(?:ing)?|instruct(?:ed|ing)?|coach(?:ing)?|warn(?:ed|ing)?|advise|caution) (?:${somebody}|ourselves|each other|others|all|folks|ops|support|qa|operations|engineering|yourself|myself)\b(?: (?:to|of|about|that|not|on))`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:raise|raising|escalat(?:e|ing)|report(?:ing)?|communicat(?:e|ing)|ask(?:ing)? for help|speak(?:ing)? up|reach(?:ing)? out|flag(?:ging)?|respond(?:ing)?|react(?:ing)?|act(?:ing)?|notify(?:ing)?|inform(?:ing)?|declar(?:e|ing)|call(?:ing)?|involv(?:e|ing)|engag(?:e|ing)|tell(?:ing)?|warn(?:ing)?|announc(?:e|ing)|loop(?:ing)? in|bring(?:ing)? in|get(?:ting)? (?:help|people|others)|start(?:ing)?|updat(?:e|ing)|page|paging|post(?:ing)?|speak|talk(?:ing)?|shar(?:e|ing)|mov(?:e|ing)|notice|noticing|catch(?:ing)?|spot(?:ting)?|identify(?:ing)?|detect(?:ing)?)\b(?! (?:on|for|to) an?\b)(?: (?!wants\b|and\b|or\b|but\b|by\b|via\b|that\b|if\b|when\b)[\w\uE000'/-]+){0,6}? (?:${soon})(?![\w-])`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
    notAfter:
      /^ (?:alerts?|alerting|monitoring|metrics|logs|logging|tools?|tooling|errors?|detection|data|information|visibility|than just|specific|detailed|granular|robust|reliable|accurate|memory|capacity|resources|nodes|instances|replicas|time|servers|tests?|context|[a-z]+ed\b)/u,
  },
  {
    words:
      /\b(?:follow(?:ing)?|chas(?:e|ing))[ -]up (?:on|more|with (?:[\w-]+ ){1,3}(?:sooner|faster|earlier|regularly|more))\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:make|making|be) (?:sure|certain)(?: that)? (?:to (?!have\b|(?:add|create|set|include|implement|use|automate|build|document|configure|deploy|migrate|install|enable|disable|write|log|alert|encrypt|rotate|pin|limit|cap|isolate|separate|replicate|restore|scale|provision|expose|emit|export|validate|enforce|require|block|fail|retry|schedule)\b)|(?:${somebody}) (?!(?:(?:add|create|set|include|implement|use|automate|build|document|configure|deploy|migrate|install|enable|disable|write|log|alert|encrypt|rotate|pin|limit|cap|isolate|separate|replicate|restore|scale|provision|expose|emit|export|validate|enforce|require|block|fail|retry|schedule)(?:e?s)?|have|has|had|can|cannot|can't|get|gets|receive|don't have|aren't|isn't|run|only (?:have|run)|always have)\b)(?:always |also |all )?)[\w'-]+(?: [\w-]+)?`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:ensur(?:e|ing))(?: that)? (?:${somebody}) (?:(?:is|are|stays?|remains?|becomes?) (?:\w+ )?(?:aware|careful|vigilant|familiar|informed|attentive|mindful|conscious|diligent)|(?:always |all |properly |correctly |carefully |do |will |should )*(?:check|checks|follow|follows|verify|verifies|review|reviews|test|tests|read|reads|remember|remembers|communicate|communicates|understand|understands|know|knows|pay|pays|think|look|looks|take|takes|double|do|does|don't|do not|never|raise|escalate|respond|ask|confirm))\b`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:follow(?:ing)?|adher(?:e|ing) to|stick(?:ing)? to|comply(?:ing)? with|respect(?:ing)?|obey(?:ing)?) (?:(?:the|our|all|existing|established|proper|standard|correct|documented|these|this|agreed|normal|defined|usual|best|every) )*(?:[\w-]+ ){0,2}?(?:${rulebook})\b`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:(?:rais(?:e|ing)|increas(?:e|ing)|improv(?:e|ing)|build(?:ing)?|spread(?:ing)?|promot(?:e|ing)|create|creating|more|better|greater) (?:(?:team|general|more|better|people's|security|safety) )?awareness|(?:stress|emphasi[sz]|reinforc|reiterat|re-?iterat|underlin|highlight)(?:e|es|ing)? (?:to (?:the )?\w+ )?(?:the )?(?:importance|need|value))\b/gu,
    where: "asked",
    mechanismExcuses: false,
  },
  {
    words: new RegExp(
      String.raw`\b(?:${inspect})(?:ing)?\b(?: (?!and\b|or\b|but\b|by\b|that\b|if\b|when\b)[\w\uE000'/-]+){0,6}? (?:more )?(?:${closely})\b`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
    notAfter:
      /^ (?:alerts?|monitoring|tools?|tooling|visibility|tests?|handling|[a-z]+ed\b|than|error|logging|metrics)/u,
  },
  {
    words:
      /\b(?:improv(?:e|ing|ed)|better|increas(?:e|ing|ed)|more|stronger|clearer|closer) (?:(?:our|the|internal|team|cross-team|inter-team|external|overall|general|and|more) )*(?:communications?|coordination|collaboration|vigilance|diligence|discipline|attention(?: to detail)?|attentiveness|care|caution|carefulness|rigou?r|mindfulness|teamwork)\b/gu,
    where: "asked",
    mechanismExcuses: true,
    notAfter:
      /^ (?:tool|channel|template|plan|protocol|system|process|procedure|cadence|platform|runbook|group|method|path|line|flow|structure)/u,
  },
  {
    words:
      /\b(?:more|extra|greater|additional|closer) (?:careful|thorough|attentive|diligent|rigorous|cautious|mindful) (?!automated)[a-z]+(?:ing|ion|s|w|ment|y)?\b/gu,
    where: "actions",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:keep(?:ing)? an? (?:close |closer |better |eagle |watchful )?eye|watch(?:ing)? out|be(?:ing)? on the lookout|look(?:ing)? out for|stay(?:ing)? on top of|avoid(?:ing)? (?:making|repeating|doing) (?:the same|this|such|these|similar|that|mistakes)|(?:don't|do not|never|not) (?:make|repeat) (?:the same|this|such|these|similar|that)? ?mistakes?|put(?:ting)? more (?:effort|focus|emphasis|thought|care|attention)|spend(?:ing)? more time|focus(?:ing)? more|mak(?:e|ing) (?:a|more of an|an) (?:conscious |better |bigger )?effort)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\balways (?:check|verify|confirm|double-check|review|test|read|remember|make sure|ensure|look|ask|communicate|think|validate|inspect|follow|consult|inform|notify|consider)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\btry(?:ing)? (?:to|and) (?:be|avoid|remember|catch|notice|raise|communicate|do|not|keep|make sure|improve|respond|follow|test|check|react|escalate|act)\b/gu,
    where: "actions",
    mechanismExcuses: true,
  },
];
