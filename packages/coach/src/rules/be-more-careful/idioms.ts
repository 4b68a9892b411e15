import { people, peopleAsObject } from "./lexicon.ts";

const sticky = (source: string): RegExp => new RegExp(`(?:${source})(?![\\w-])`, "uy");
const degree =
  "(?:more|extra|greater|better|special|particular|great|much|additional|due|even|some|the|utmost|a|lot|proper|closer|close|careful|full|enough|good|an|active|our|sufficient|of|conscious|bigger|deeper|stronger|clearer|sharper|second|harder|further|real|constant|your|amount|engineering|team)";

/** Fixed ways to ask for effort, read where the verb stands. */
export const idioms: readonly RegExp[] = [
  // "Pay attention", "take more care", "put effort into"
  sticky(
    String.raw`(?:tak|us|hav|exercis|apply|show|pay|giv|put|invest|devot|dedicat|plac|spend|mak|direct)(?:e|ing|ting)? (?:in )?(?:${degree} )*(?:care(?! of)|caution|diligence|vigilance|prudence|attention|heed|efforts?|focus|emphasis|thought|energy|importance|initiative|ownership|responsibility|pride|interest|respect|commitment|precautions|discipline)`,
  ),
  sticky(
    String.raw`(?:tak|spend|invest|devot|dedicat|giv|put|allow|allocat)(?:e|ing|ting)? (?:in )?(?:${degree} )*(?:more|enough|extra|sufficient|some more|our|your) (?:time|hours|work)`,
  ),
  sticky(
    String.raw`(?:tak|hav)(?:e|ing) (?:${degree} )*(?:closer|better|second|harder|deeper|good|careful) (?:look|inspection)|(?:keep|maintain|hav)(?:e|ing)? (?:${degree} )*(?:overview|contact|dialogue|eye|mindset)`,
  ),
  sticky(
    String.raw`keep(?:ing)? (?:(?:the |our )?(?:[\w-]+ ){1,3}(?:informed|in the loop)|(?:a )?(?:better|closer|good|careful) (?:track|watch|eye|record)|${peopleAsObject} (?:\w+ )?(?:informed|updated|posted|in the loop|aware|accountable|motivated|up[- ]to[- ]date)|(?:this|that|it|these|[\w ]{1,30})? ?in mind|track of|in touch|pace|communicating|motivated|going|up with|calm|focus(?:s)?ed|cool|(?:the |our |your )?(?:[\w-]+ ){1,3}(?:up[- ]to[- ]date|regularly updated|updated|tidy|organi[sz]ed|clean|focused|on track)(?! (?:automatically|by|via)))|bear(?:ing)? in mind`,
  ),
  sticky(
    String.raw`stay(?:ing)? (?:in touch|in contact|on task|on track|on schedule|on top(?: of)?|up to date|aligned)|be(?:ing)? (?:(?:more |always )?on time|on top of|on the same page|on the lookout|prepared (?:for|to)|ready (?:for|to)|clear(?:er)? (?:about|on|with|in))|be(?:ing)? (?:cognizant|talkative)`,
  ),
  sticky(
    String.raw`(?:get|becom)(?:e|ting|ing)? (?:more |better )?(?:familiar|acquainted|comfortable|used) (?:with|to)|get(?:ting)? (?:everybody|everyone|people|all of us|the (?:whole )?team) (?:more )?(?:involved|engaged|aligned|on the same page)|get(?:ting)? to know`,
  ),
  sticky(
    String.raw`(?:do|be|get|becom)(?:e|ing|ting)? (?:much |a lot |even |a bit |way |far )?better(?= (?:at|about|with|in|job)\b|[.!,]|\s*$)(?: (?:at|about|with|in|job))?|do(?:ing)? an? (?:much |far |slightly )?better (?:job|(?:[\w-]+ )?(?:management|planning|estimation|estimates|preparation|communication|prioriti[sz]ation))|do(?:ing)? better (?:[\w-]+ )?(?:management|planning|estimation|preparation|communication)|do(?:ing)? (?:our|your|their|my|its) (?:best|part|share)|improve (?:on|at) [a-z]+ing`,
  ),
  sticky(
    String.raw`(?:double|triple)[- ]check(?:ing)?|(?:think|look|check|read|test)(?:ing)? (?:twice|harder)|try(?:ing)? harder|think(?:ing)? (?:things through|ahead|critically|outside|more|hard|carefully)|(?:plan|think|talk|speak|discuss|ask|consider|prepare|communicate|research)(?:n?ing|ring)?(?: [\w',-]+){0,9}?(?<! from) before|work(?:ing)? (?:smarter|steadily|ahead|as a team|together)|plan(?:ning)? (?:ahead|for everything)|watch(?:ing)? out|look(?:ing)? out for|slow(?:ing)? down(?! the)|expect(?:ing)? the unexpected|question(?:ing)? (?:our|your|all|the|every) assumptions|(?:verify|validate|check|challenge)(?:ing)? (?:(?:your|our|all|the|any) )?assumptions|trust but verify`,
  ),
  sticky(
    String.raw`(?:ask|seek|offer|request)(?:ing)? (?:for )?(?:more |any )?(?:help|support|advice|feedback|clarifications?|assistance|guidance|questions)|ask(?:ing)? (?:others|each other|someone|teammates|colleagues|why)|(?:help|support)(?:ing)? (?:each other|one another|others|teammates|your team(?:mates)?)|reach(?:ing)? out(?= (?:for|when|if|more|earlier|as|to (?:teammates|each other|others|team members))\b|[.,]|$)|let(?:ting)? (?:others|each other|one another|the (?:team|group|others)|everyone|people|someone|us|teammates|members) know|rais(?:e|ing) (?:concerns|issues|questions|problems)|tell(?:ing)? (?:others|each other|the (?:others|team))|(?:talk|speak)(?:ing)? (?:to|with) ${peopleAsObject}|check(?:ing)? in (?:with|on)|follow(?:ing)?[ -]up (?:on|more)|chas(?:e|ing) up (?:on|more)`,
  ),
  sticky(
    String.raw`(?:pull|carry)(?:ing)? (?:their|our|his|her|your|my)(?: own| fair)? (?:weight|share|part)|show(?:ing)? up|turn(?:ing)? up (?:on time|earl(?:y|ier)|prepared)|hold(?:ing)? (?:each other|one another|ourselves|yourself|people|everyone|(?:the )?team ?m\w+|members) (?:more )?(?:accountable|responsible)|mak(?:e|ing) (?:\w+ )?decisions (?:faster|earlier|quicker|sooner)|pick(?:ing)? up (?:the )?pace|step(?:ping)? up(?= |$|[.,])|manag(?:e|ing) (?:our |my |your |the |their )?(?:own )?(?:time|workload|expectations)|commit(?:ting)? to (?!main|master|the (?:repo|branch))[a-z]+|(?:attend|go(?:ing)? to|com(?:e|ing) to)(?:ing)? (?:all |every |the |more |team |group |our )*(?:meetings?|class|classes|stand-?ups?|lectures?)|get(?:ting)? an? (?:head|early) start|pick(?:ing)? up calls|get(?:ting)? more done|shar(?:e|ing) (?:[\w-]+ ){1,4}(?:with|between|among) (?:each ?other|one another|everyone|others|(?:our |your |the )?team ?mates?)|mak(?:e|ing) (?:greater|better|more) use of|com(?:e|ing) (?:[\w-]+ ){0,3}prepared|speak(?:ing)? up|do(?:ing)? more (?:practice|planning|preparation|work)|respond(?:ing)? to (?:messages|each other|slack|e-?mails|questions|comments)`,
  ),
  sticky(
    String.raw`(?:re-?)?(?:read|study|consult)(?:ing)?(?: (?:and|or) [a-z]+)? (?:(?:the|our|all|any|vendor|every) )*(?:[\w-]+ ){0,2}?(?:runbooks?|docs|documentation|release notes|changelogs?|manuals?|wiki|polic(?:y|ies)|guides?|playbooks?|guidelines|instructions|notes)`,
  ),
  sticky(
    String.raw`(?:stress|emphasi[sz]|reinforc|reiterat|re-iterat|underlin|highlight|refresh)(?:e|es|ing|ed)? (?:to (?:the )?\w+ )?(?:the )?(?:importance|need|value)`,
  ),
  sticky(
    String.raw`try(?:ing)? (?:to|and) (?!(?:reproduce|find|figure|fix|understand|investigate|migrate|upgrade|use|switch|automate|add|replace|move|run|set|build|implement|restore|recover|work(?! (?:better|more|together|harder))|isolate|reach|contact|create|enable|disable|remove|split|upstream|convince|measure|restart|login|log|connect|reconnect|install|get|reduce|lower|shorten|parse|load|a|an|the|different|other|another)\b)(?:[a-z]+ly )?[a-z]{2,}|(?:strive|endeavou?r) (?:to|for)`,
  ),
  sticky(
    String.raw`(?:understand|know)(?:ing)? (?:(?:how|where|who|when) (?:to|the|your|our|an?|is|are|we|they)|what (?:the|an?|your|our) [\w-]+ (?:do|does|can)|(?:the|your|our|its|their|all) (?:(?:technical|hidden|own|real) )?(?:impacts?|implications?|consequences|limits?|limitations|risks?|dependencies|behaviou?rs?|tools?|systems?|process(?:es)?|environment|defaults|blast radius|stack|infrastructure|data|code ?base|supply chain|${people})|(?:third[- ]party|external|upstream|vendor) [\w-]+)`,
  ),
  sticky(
    String.raw`treat(?:ing)? (?:every|each|all|any) [\w ]{1,25}? as|spend(?:ing)? (?:the |some |more )?time (?:understanding|reading|learning|testing|reviewing|thinking|checking|talking|planning|documenting|preparing|investigating)|us(?:e|ing) the (?:(?:existing|agreed|documented|official|standard) )?(?:runbooks?|checklists?|playbooks?|procedures?)|us(?:e|ing) (?:more |better |good |sound |some )?(?:judge?ment|common sense|discretion)|mak(?:e|ing) (?:${peopleAsObject}) (?:more )?aware|(?:send|giv)(?:e|ing)? (?:${peopleAsObject}) an? (?:gentle )?reminder|(?:send|post)(?:ing)? (?:out )?an? (?:gentle )?reminder (?:to|about|that) (?!automatic)|remind(?:ing)? (?:ourselves|yourself)|improv(?:e|ing) (?:how|the way) (?:we|people|teams|the team) (?:communicate|collaborate|work|plan|respond|react|talk|coordinate|handle|share)|(?:do|be|perform) (?:better|more) next time|get(?:ting)? (?:a second|another) opinion|ask(?:ing)? for (?:a second|another) (?:opinion|look)|learn(?:ing)? from (?:this|these|our|past|previous) (?:mistakes?|errors?)|tak(?:e|ing) [^.;,]{1,40}? (?:more |very )?seriously|tak(?:e|ing) the time to|improv(?:e|ing) (?:our |the )?(?:responses?|reactions?|response times?|responsiveness) (?:to|of|during) (?:(?:the )?(?:team|on-call)|incidents|outages|alerts|pages|customers|requests|questions)|chas(?:e|ing)(?: up)? (?:open|overdue|outstanding|old|stale)`,
  ),
  sticky(
    String.raw`(?:understand|acknowledg|realiz|recogniz|know|accept|learn|appreciat)(?:e|ing)? that|learn(?:ing)? to (?:trust|ask|listen|say|be|communicate|manage|work|rely|accept)|(?:know|learn|understand) (?:all |all of )?(?:your|our) [a-z]+`,
  ),
  sticky(
    String.raw`(?:check|verify|review|consider|test|inspect|confirm|read|know) (?:every|each|all|that all|that every|that each|all of)\b[^.;]{0,80}\b(?:before|prior to|when|and make sure|and when)|for (?:every|each|any|all) [^.;,]{1,40}, (?:consider|think|check|verify|ask|remember)|(?:do|run|perform) (?:an? )?(?:diff|checks?|review|tests?) (?:on|of) (?:everything|every [a-z]+|anything)|(?:check|verify|test|confirm|review)(?:ing)?(?! (?:the |an? )?(?:mandatory|automated))[^.;]{0,70}? before (?:committing|merging|pushing|submitting|coding|starting|deploying|releasing|opening|hardcoding)`,
  ),
  sticky(
    String.raw`prioriti[sz](?:e|ing) (?:the |our |my )*(?:tasks?|work|issues|quality|important [a-z]+|(?:effective |clear |better )*communication)|(?:writ|us|giv|provid|mak|creat|add|leav|put|hav|choos|keep)(?:e|ing|ting)? (?:(?:a|an|the|our|in|much|some) )?(?:more|better|clear|clearer|cleaner|clean|good|meaningful|descriptive|realistic|precise|accurate|constructive|adequate|proper|sufficient)(?: and [a-z]+)?(?: (?:detailed|descriptive|meaningful|precise|realistic|accurate|constructive|helpful|specific))? (?:code|commit messages?|commits|comments?|descriptions?|details?|context|names?|naming|variable names|estimates?|estimations?|feedback|explanations?|pr descriptions?|pull requests?|prs|tickets|thought|deadlines|goals|expectations)`,
  ),
  sticky(
    String.raw`communicat(?:e|ing) (?:to (?:the |all |our )?[\w-]+ )?that|finish(?:ing)? (?:all )?(?:tasks|work|stories) (?:before|1)|(?:establish|build|form|develop|adopt|mak|get into|foster|cultivat)(?:e|ing)? (?:it )?(?:an? |the )?(?:good |better |strong |team )?(?:habit|pattern|practi[cs]e|routine|culture|mindset|discipline) (?:of|to) (?:[a-z]+ly )?[a-z]+|keep(?:ing)? (?:it|them|this|(?:the |our |all |daily )?(?:meetings?|stand-?ups?|updates|calls|reviews|discussions?|demos?|messages)) (?:short|brief|concise|focused|small|to the point)|less procrastinat\w+|not procrastinat\w+|show(?:ing)? ${people} that`,
  ),
];

/** After "do not", "never", "avoid", "stop". */
export const abstentions =
  /(?:under-?estimat|over-?estimat|pros?crastinat|assum|hesitat|ignor|neglect|overlook|postpon|delay|wast|over-?promis)(?:e|ing)\b|leav(?:e|ing) [^.;,]{1,40}? (?:to|for|until|till) (?:the )?(?:last|end|later|late)\b|tak(?:e|ing) (?:on too much|[a-z]+ for granted)|(?:wait|rush|panic|forget|forgett|skip|skipp|let(?= (?:it|things|this|work|tasks|issues|problems|tickets|[\w ]{1,20} (?:slip|slide|lapse))\b)|lett|fear|worry|blam|over-?think|over-?commit(?:t)?|rely only|give up|giv up|hurry|overload|jump)(?:ing)?\b(?! (?:the (?:process|service|server|job|script)))|(?:afraid|shy|scared|too|so|distracted|stuck|lazy|overconfident|complacent|vague|late|silent|passive|unprepared|careless)\b|last[- ]minute\b|(?:any |further |more |such |unnecessary )?(?:mis-?communications?|misunderstandings?|human error|distractions|procrastination)\b|(?:the same|similar|such|these|any|further|repeat(?:ed)?) (?:kinds? of )?(?:mistakes?|errors?|oversights?)\b|(?:blindly )?trust(?:ing)? |blindly |(?:complacency|shortcuts|carelessness|haste|tunnel vision|overconfidence)\b|repeat(?:ing)? (?:this|that|it|these)\b|(?:deviat|bypass|circumvent|skip|sidestep|disregard)(?:e|p?ing)? (?:from )?(?:the |our |any )?(?:[\w-]+ ){0,2}?(?:runbooks?|process(?:es)?|procedures?|reviews?|checklists?|guidelines|rules|policy|policies|steps?)\b|[^.;,]{1,60}? without (?:telling|reading|checking|asking|informing|consulting|verifying|confirming|understanding|thinking|talking|notifying|double-checking)\b|(?:mak|repeat|do)(?:e|ing)? (?:the same |such |this |that |these |similar |more )?(?:mistakes?|assumptions?|excuses)|assumptions\b|mistakes\b/uy;

/** Appeals that stand anywhere in an item. */
export const anywhere: readonly RegExp[] = [
  // Leaves the decision to how sure somebody feels.
  /\b(?:until|unless|before|without) (?:you|we|they|being|everyone) (?:are |is |be |feel )?(?:absolutely |completely |100 ?% |really |totally )?(?:sure|certain|confident)\b/gu,
  // Said of people: reminded, in doubt, important to check, care to be taken.
  /\b(?:is|are|was|were|be|been) (?:all |also |again |strongly |kindly |hereby )?(?:reminded|urged|told|advised|encouraged) (?:to|about|of|that)\b|\b(?:when|if) (?:ever )?(?:in doubt|unsure|uncertain|not (?:entirely |fully )?sure|(?:you|they|we) are (?:unsure|not sure|uncertain))\b|\b(?:important|crucial|essential|vital|imperative|critical) (?:to|that (?:everyone|everybody|we|people|engineers|developers|operators|the team|all of us)) (?:[a-z]+ly |always |also )?(?:verif|check|review|read|communicat|remember|ask|inform|notif|follow|listen|know|confirm|double-check)[a-z]*\b|\b(?:care|caution|attention|diligence|vigilance|heed) (?:must|should|has to|needs? to|is|ought to|will)(?: to)?(?: always| also)?(?: be)? (?:taken|paid|advised|exercised|given|required|needed|used|recommended)\b/gu,
  /\b(?:communication|coordination|collaboration|handovers?|teamwork|discipline|planning)(?: [\w-]+){0,6}? (?:needs? to|must|should|has to|can) (?:be )?(?:improv(?:e|ed)|better|strengthen(?:ed)?|enhanced)\b|\b(?:communication|coordination|collaboration|handovers?|teamwork|discipline|planning)(?: [\w-]+){0,6}? needs? (?:more |some )?(?:improvement|work|attention)\b/gu,
  /\b(?:needs?|requires?) (?:more|closer|better|greater|extra) (?:care|attention|careful(?:ly)?|thorough(?:ly)?|diligence|caution|scrutiny)\b|\bthere (?:needs? to|must|should) be (?:more|better|clearer|closer|greater) (?:[\w-]+ )?(?:communication|coordination|collaboration|planning|discussion|effort|care|attention|discipline|awareness|focus|accountability)\b|\babout the (?:importance|need|value) of\b|\bby (?:more )?(?:thoroughly|carefully|diligently|closely|attentively) [a-z]+ing\b|\b(?<!overlooking the |understood the )importance of (?:(?:properly|always|carefully|thoroughly|regularly) )?(?:following|testing|communicating|reviewing|checking|verifying|documenting|adhering|reporting|escalating|being|paying|reading|monitoring)\b/gu,
];
