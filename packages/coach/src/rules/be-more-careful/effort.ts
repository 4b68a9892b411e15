/** Ways to say "try harder", read from where an asked verb begins. Every pattern is anchored there (flag y). */

const manner = [
  String.raw`(?:much |a (?:lot|bit|little) |way |far )?(?:earlier|sooner|faster|quicker|harder|better)(?: (?:on|rather than later))?(?=[,.;:!)]|$| (?:so|in|next|with|during|on|at|for|when|and|within|as|before|after|about|by|this|if|together|because|between|from|throughout|if|rather|\(|-|–)(?![\w]))`,
  String.raw`more [a-z]+ly(?: and [a-z]+ly)?|more often`,
  "on time|in time|as (?:soon|early|often|much|quickly|clearly) as (?:possible|we can)|asap|early(?: on| enough)?(?=[,.;:!)]|$| (?:so|in|with|during|on|at|for|when|and|as|before|after|about|if|to|by)\\b)|in (?:good|due) time|(?:well )?in advance|ahead of time",
  "promptly|properly|correctly|equally|evenly|carefully|thoroughly|effectively|efficiently|accurately|consistently|constantly|actively|proactively|clearly|openly|honestly|strictly|rigorously|diligently|seriously|closely|attentively|cautiously|wisely|accordingly",
  String.raw`from the (?:very )?(?:beginning|start|outset)`,
  "not (?:just |only )?(?:at the end|the last minute)|instead of (?:at the end|last minute)",
  "before (?:committing|merging|pushing|submitting|coding|starting|deploying|releasing|implementing|opening|we (?:commit|merge|push|submit|code|start|deploy|release))",
  String.raw`with (?:more|greater|extra|better) (?:care|attention|caution|focus|detail|discipline)`,
].join("|");
/** Between verb and manner nothing may begin that the manner could belong to instead. */
const gap = String.raw`(?: from [\w.\uE000-]+(?: [\w.\uE000-]+)? to| and [a-z]{3,}s\b| (?!we\b|you\b|they\b|mandatory\b|compulsory\b|automated\b|to\b|and\b|or\b|but\b|by\b|via\b|that\b|if\b|when\b|while\b|because\b|so\b|which\b|where\b|until\b|how\b|what\b|whether\b|can\b|could\b|than\b)\.?[\w\uE000'()/,&-]+(?:\.\w+)?){0,9}?`;
const notVerbs =
  "so|it|[a-z]+ed|the|a|an|this|that|these|those|our|my|your|their|his|her|its|it|we|i|you|they|he|she|in|on|at|of|for|with|from|by|to|as|than|more|less|most|some|any|all|no|not|if|when|there|have|has|had|was|were|is|are|been|how|what|why|which|who|and|or|but|also|make|ensure|improved?|seems?|better|even|only|just|both|each|every";
/** What machines do, and what is designed rather than done by people. */
const machineVerbs =
  "alert|page|scale|autoscale|fail|failover|retry|time|expire|cache|load|boot|reboot|restart|throttle|log|emit|render|return|scrape|collect|evict|flush|trigger|rotate|poll|sync|allocate memory|run|perform|rate|shed|drain|close|commit offsets|add|adding|create|creating|build|implement|introduce|automate|configure|enable|disable|install|lower|raise the|increase the|reduce|set|move the|replace|upgrade|migrate|split|cap|limit|use faster|use better|require|block";
const machinery = String.raw`alerts?|alerting|alarms?|monitoring|metrics|logs|logging|tools?|tooling|dashboards?|records?|offsets?|connections?|sockets?|caches?|rows?|tables?|index(?:es)?|snapshots?|sessions?|certificates?|tokens?|dns|queues?|workers?|nodes?|pods?|jobs?|transactions?|buffers?|heartbeats?|replicas?|disks?|memory|threads?|servers?|cluster|pipelines?|limits?|thresholds?|timeouts?|quotas?|capacity|keys?|backups?|dependenc(?:y|ies)|packages`;

const qualities = String.raw`com+un+ications?|coordination|collaboration|teamwork|co-?operation|estimat(?:ion|es?|ing)(?: process| skills)?|time[- ](?:management|estimat(?:ion|es))|(?:project |sprint |task |work )?planning|(?:self-?|team |task )?organi[sz]ation|prioriti[sz]ation|scheduling|work[- ]life (?:balance|scheduling)|balanc(?:e|ing)(?: of)?|discipline|skills?|motivation|commitment|participation|engagement|accountability|focus|attention(?: to detail)?|awareness|responsiveness|punctuality|morale|work ethic|productivity|preparation|diligence|vigilance|care|caution|rigou?r|patience|transparency|responsibility|(?:task|tasks|work|workload|time) (?:distribution|division|assignment|management|organi[sz]ation|allocation)|(?:distribution|division|assignment|management) of (?:tasks|work|the work|time|the workload)|(?:code )?review(?:ing)? (?:skills|habits)|git (?:skills|usage|hygiene)|understanding of each other|initiative|ownership|respect|trust|listening|discussions?|conversations?|consistency|practice(?= and\b|[,.;]|$)|sub-?division of [a-z]+|mindset|knowledge sharing|estimation of [a-z ]{1,20}`;
const notProduct = String.raw`(?! (?:tools?|channels?|templates?|plan|protocols?|system|procedures?|cadence|platform|runbook|policy|path|flow|structure|between (?:the )?(?:\w+ )?(?:services?|components?|nodes|frontend)|layer|library|issues? with))`;
const attitudes =
  "available|open|flexible|honest|patient|realistic|proactive|organi[sz]ed|efficient|present|punctual|kind|supportive|prepared|consistent|concise|willing|mindful|responsive|accountable|active|engaged|transparent|disciplined|focus(?:s)?ed|humble|critical|rigorous|ambitious|strict|careful|cautious|attentive|aware(?! that\\b)|vigilant|thorough|diligent|communicative|respectful|helpful|confident|clear(?:er)?(?= (?:about|on|with|in)\\b)|better|on time|thoughtful|considerate|conscious";
const people = String.raw`(?:we|you|i|they|everyone|everybody|every(?: \w+)? member|all (?:of us|(?:the )?(?:team )?members?)|people|(?:all |the |our |each |every )?(?:[\w-]+ )?(?:team(?:s|mates?)?|team members?|engineers?|developers?|devs|operators?|reviewers?|members?|staff|colleagues|authors?|students?))`;
const being = "be|being|stay|staying|remain|remaining|become|becoming|keep|keeping";

const sticky = (source: string): RegExp => new RegExp(source, "uy");

/** Asked, and nothing in the system changes. */
export const efforts: readonly RegExp[] = [
  // "Merge branches earlier", "drafting the report from the start"
  sticky(
    String.raw`(?:[a-z]+ly )?(?!(?:${notVerbs}|${machineVerbs})\b)[a-z][a-z-]+(?!${gap} (?:${machinery})\b)${gap}(?:(?<!ed)|(?<=started)) (?:${manner})(?![\w-])(?! (?:alerts?|monitoring|tools?|tooling|visibility|tests?|than|error|logging|metrics|versions?|detection|data|[a-z]+ed\b))`,
  ),
  sticky(
    String.raw`(?!(?:${notVerbs}|${machineVerbs})\b)[a-z][a-z-]+(?:ing)? more(?= (?:in|during|with)\b|[,.;:!]|$)`,
  ),
  sticky(
    String.raw`(?!(?:${notVerbs}|${machineVerbs})\b)[a-z][a-z-]+(?!${gap} (?:${machinery})\b)${gap}(?<!ed) more(?=[,.;:!)]|$)`,
  ),
  // "be merged earlier"
  sticky(
    String.raw`be (?:[a-z]+ly )?(?:[a-z]+ed|made|done|written|given|taken|held|split|kept|dealt)${gap} (?:${manner})(?![\w-])`,
  ),
  // "be more thoroughly investigated"
  sticky(String.raw`be (?:better|more [a-z]+ly) [a-z]+ed\b`),
  // "Check that it starts before submitting"
  sticky(
    String.raw`(?:check|verify|test|confirm|review|read|run)(?:ing)?\b(?! (?:the |an? )?(?:mandatory|automated)\b)[^.;]{0,70}? before (?:committing|merging|pushing|submitting|coding|starting|deploying|releasing|opening)\b`,
  ),
  sticky(
    String.raw`(?:plan|think|talk|speak|discuss|ask|consider|prepare|communicate|research)(?:n?ing|ing|ring)?\b[^.;]{0,60}? before\b`,
  ),
  sticky(
    String.raw`(?:strictly|proactively|actively|consistently|diligently|constantly|seriously) (?!(?:${notVerbs}|${machineVerbs})\b)[a-z]{3,}`,
  ),
  sticky(
    String.raw`(?:finish|complet|start|begin|submit|merg|push|hand in|deliver|work)(?:e|ing|ting|ning)?\b[^.;]{0,50}? before the (?:last|deadline|due|end|final)\b`,
  ),
  sticky(
    String.raw`(?:updat|push|commit|pull|review|shar|report|communicat|meet|attend|writ|practi[cs])(?:e|t)?(?:ing)?\b(?!${gap} (?:${machinery})\b)${gap} (?:regularly|frequently|often)\b`,
  ),
  // "Always introduce changes in the test environment first"
  sticky(
    String.raw`always (?!(?:${notVerbs}|run|deploy|use|return|set|include|on|up|running|available)\b)[a-z]+`,
  ),
  // "Better organise the review"
  sticky(
    String.raw`(?:better|more [a-z]+ly(?: and [a-z]+ly)?) (?:organi[sz]e|distribute|divide|manage|define|structure|separate|understand|use|utili[sz]e|handle|track|balance|allocate|align|communicate|coordinate|collaborate|plan|prepare|estimate|prioriti[sz]e|inform|listen|review|check|test|investigate[d]?|follow|investigating|share|discuss|evaluate|evaluated|tested|reviewed|checked|planned|communicated|defined)\b(?! (?:process|tooling|tools?|coverage|environment)\b)`,
  ),
  // "Split chores evenly"
  sticky(
    String.raw`(?:split|divid|distribut|spread|shar|assign|balanc)(?:e|ing|ting)?${gap} (?:evenly|equally|fairly|better|more [a-z]+ly)(?![\w-])`,
  ),
  // "Respect deadlines", "ask for help"
  sticky(
    String.raw`(?:respect|respecting|trust|trusting|listen(?:ing)?|strive|striving|remember(?:ing)?|vet|vetting) (?!of\b)[a-z]+|communicat(?:e|ing)\b(?! (?:with|to) (?:the )?(?:api|server|services?|database|back-?end|front-?end)\b| (?:over|via|through|using)\b|[^.;]{0,60}\b(?:customers?|users?|clients?|\d+)\b)|keep(?:ing)? track of|prioriti[sz](?:e|ing) (?:the |our |my )?(?:tasks?|work|issues)\b|(?:learn(?:ing)? to )?(?:ask|asking) (?:for (?:more )?(?:help|support|advice|feedback|clarification)|(?:more )?questions|(?:others|each other|someone|teammates|colleagues)\b)|understand(?:ing)? that|learn(?:ing)? to (?:trust|ask|listen|say|be|communicate|manage|work|rely|accept)\b|seek(?:ing)? (?:help|support|advice|clarification)|offer(?:ing)? help|help(?:ing)? each other|support(?:ing)? each other`,
  ),
  sticky(
    String.raw`(?:${being}) (?:(?:more|less|really|always|much more|a (?:bit|little|lot) more|as) )*(?:and )?(?:${attitudes})(?![\w-])(?! by\b)`,
  ),
  sticky(
    String.raw`(?:${being}) (?:more|less|as|a (?:bit|little|lot) more|even more|much more) (?!robust|resilient|reliable|generic|likely|expensive|available|secure|scalable|modular|stable|complex|performant|accessible|visible)[a-z]+(?! [a-z]+ed\b)`,
  ),
  // "Improve our communication", "better estimation"
  sticky(
    String.raw`(?:(?:need|needing|work|working|focus|focusing|concentrate) (?:to improve |on |more )*)?(?:(?:improv|enhanc|increas|rais|strengthen|develop|practi[cs]|boost|maintain|keep|hav|prioriti[sz]|provid|ensur)(?:e|es|ing)?|work(?:ing)? on|focus(?:ing)? (?:more )?on|(?:a |an |the |start(?:ing)? )?(?:better|more|clearer|stronger|constant|good|closer|greater|improved|enhanced)|get(?:ting)? better (?:at|with|in)|be(?:ing)? better (?:at|with|in)) (?:(?!to\b|by\b|that\b|so\b|for\b|tools?\b|alert|monitoring)[\w'/-]+ ){0,4}?(?:${qualities})(?![\w-])${notProduct}`,
  ),
  // "Reach out when stuck", "take ownership": what only people do
  sticky(
    String.raw`(?:reach(?:ing)? out (?:for|when|if|more|earlier)|hold(?:ing)? (?:each other|one another|ourselves|people|everyone|(?:the )?team ?m\w+|members) (?:more )?(?:accountable|responsible)|tak(?:e|ing) (?:more |full |better )?(?:ownership|responsibility|initiative|pride)|show(?:ing)? (?:up|(?:more )?(?:initiative|interest|respect|effort|commitment))|(?:pull|carry|do)(?:ing)? (?:their|our|his|her|your|my)(?: own| fair)? (?:weight|share|part|best)|get(?:ting)? (?:everybody|everyone|people|all of us|the (?:whole )?team) (?:more )?(?:involved|engaged|aligned|on the same page)|mak(?:e|ing) (?:\w+ )?decisions (?:faster|earlier|quicker|sooner)|keep(?:ing)? (?:the |our |your )?(?:[\w-]+ ){1,3}(?:up[- ]to[- ]date|updated|tidy|organi[sz]ed)(?! (?:automatically|by|via))|attend(?:ing)? (?:all |every |the |more |team |group )*(?:meetings?|class|classes|stand-?ups?|lectures?)|let(?:ting)? (?:others|each other|one another|the (?:team|group|others)|everyone|people|someone|us|teammates|members) know|voic(?:e|ing) |rais(?:e|ing) (?:concerns|issues|questions|problems)\b|respond(?:ing)? to (?:messages|each other|slack|e-?mails|questions|comments)|read(?:ing)? (?:the |all )*instructions|stay(?:ing)? (?:in touch|in contact|on task|on track|connected|committed|motivated|consistent|on top|up to date|aligned)|keep(?:ing)? (?:in touch|pace|each other (?:accountable|motivated)|communicating|motivated|going|up with)|manag(?:e|ing) (?:our |my |your |the )?(?:time|workload|expectations)\b|think(?:ing)? (?:things through|ahead|critically|outside|more)|work(?:ing)? (?:smarter|steadily|ahead)|expect(?:ing)? the unexpected|beware|be(?:ing)? (?:prepared|ready) (?:for|to)|focus(?:s)?(?:ing)? (?:more )?on|concentrat(?:e|ing) on|commit(?:ting)? to (?!main|master|the (?:repo|branch))|endeavou?r to|procrastinat(?:e|ing) less|less procrastinat\w+)`,
  ),
  // "Write clearer commit messages"
  sticky(
    String.raw`(?:writ(?:e|ing)|us(?:e|ing)|giv(?:e|ing)|provid(?:e|ing)|mak(?:e|ing)|creat(?:e|ing)|add(?:ing)?|leav(?:e|ing)|put(?:ting)?|hav(?:e|ing)|choos(?:e|ing)|keep(?:ing)?) (?:(?:a|an|the|our|in|much|some) )?(?:more|better|clear|clearer|cleaner|clean|good|meaningful|descriptive|realistic|precise|accurate|constructive|adequate|proper|sufficient)(?: and [a-z]+)?(?: (?:detailed|descriptive|meaningful|precise|realistic|accurate|constructive|helpful|specific))? (?:code|commit messages?|commits|comments?|descriptions?|details?|context|names?|naming|variable names|estimates?|estimations?|feedback|explanations?|pr descriptions?|effort|thought|deadlines|goals|expectations)\b`,
  ),
  // "Make sure we read the plan"
  sticky(
    String.raw`(?:make|making) sure (?:that )?(?:${people})(?: |'s )(?!can\b|could\b|gets? |ha(?:ve|s) (?:access|an?\b|the\b)|receives?|(?:is|are) (?:able|notified|paged|alerted|e-?mailed|using|on the list))(?=[a-z])|(?:ensur(?:e|ing)) (?:that )?(?:${people}) (?!can\b|could\b|gets? |ha(?:ve|s) |receives?|(?:is|are) (?:able|notified|paged|alerted|e-?mailed|using))(?=[a-z])`,
  ),
  sticky(
    String.raw`(?:encourag|foster|promot|motivat|inspir|urg|support)(?:e|ing) (?!(?:the )?(?:adoption|use|usage|upgrades?|migration|users?|customers?|clients?|for|of|multiple|more than|both|ipv6)\b)(?:[\w-]+ ){0,4}?(?:${people.replace("we|you|i|they|", "")}|environment|culture|atmosphere|each other|${qualities})\b`,
  ),
  sticky(
    String.raw`(?:tak(?:e|ing)|hav(?:e|ing)) (?:a )?(?:closer|better|second|harder|deeper|good) (?:look|inspection)|(?:keep|keeping|maintain|maintaining|have|having) (?:a |an )?(?:constant|good|close|clear|better|general|regular) (?:overview|contact|dialogue|eye|look|communication)|pick(?:ing)? up (?:the )?pace|(?:tak|us|spend)(?:e|ing)? (?:more|enough|the|some more) time (?:to|on|in|for|when|with)|(?:put|putting|invest|investing) (?:in )?(?:more (?:time|effort|work)|(?:the |an? )?effort)\b|plan(?:ning)? ahead\b|(?:get|getting|become|becoming|be) (?:more |better )?(?:familiar|acquainted) with`,
  ),
  sticky(
    String.raw`(?:follow|following|stick(?:ing)? to|adher(?:e|ing) to|respect(?:ing)?|comply(?:ing)? with|meet(?:ing)?) (?:(?:the|our|a|an|more|all|every|internal|agreed|these|given|set|own) )*(?:[\w-]+ )?(?:instructions?|steps|plan|deadlines?|schedule|rules|guidelines?|conventions?|process|standards?|workflow|timeline)\b`,
  ),
];

/** After "do not", "never", "avoid", "stop". */
export const abstentions: readonly RegExp[] = [
  sticky(
    String.raw`(?:under-?estimat|over-?estimat|pros?crastinat|assum|hesitat|ignor|neglect|overlook|postpon|delay|wast|over-?promis)(?:e|ing)\b|leav(?:e|ing) [^.;,]{1,40}? (?:to|for|until|till) (?:the )?(?:last|end|later|late)\b|tak(?:e|ing) (?:on too much|[a-z]+ for granted)|(?:wait|rush|panic|forget|forgett|skip|skipp|let|lett|fear|worry|blam|over-?think|over-?commit(?:t)?|rely only|give up|giv up|hurry|overload)(?:ing)?\b(?! (?:the (?:process|service|server|job|script)))|(?:afraid|shy|scared|too|so|distracted|stuck|lazy|overconfident|complacent|vague|late|silent|passive|unprepared)\b|last[- ]minute\b|mak(?:e|ing) (?:the same |such |this |that |more )?(?:mistakes?|assumptions?|excuses)`,
  ),
];

/** Leaves the decision to how sure somebody feels. */
export const sureness =
  /\b(?:until|unless|before|without) (?:you|we|they|being|everyone) (?:are |is |be |feel )?(?:absolutely |completely |100 ?% |really |totally )?(?:sure|certain|confident)\b/gu;
