import { people, peopleAsObject } from "./lexicon.ts";

/** One of these phrases, as whole words, read where the verb stands. */
const sticky = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?:${phrases.join("|")})(?![\\w-])`, "uy");
const degree =
  "(?:more|extra|greater|better|special|particular|great|much|additional|due|even|some|the|utmost|a|lot|proper|closer|close|careful|full|enough|good|an|active|our|sufficient|of|conscious|bigger|deeper|stronger|clearer|sharper|second|harder|further|real|constant|your|amount|engineering|team|complete|personal|collective)";

/** Fixed ways to ask for effort, read where the verb stands. */
export const idioms: readonly RegExp[] = [
  // "Pay attention", "take more care", "put effort into"
  sticky(
    String.raw`(?:tak|us|hav|exercis|apply|show|pay|giv|put|invest|devot|dedicat|plac|spend|mak|direct)(?:e|ing|ting)? (?:in )?(?:${degree} )*(?:care(?! of)|caution|diligence|vigilance|prudence|attention|heed|efforts?|focus|emphasis|thought|energy|importance|initiatives?|ownership|responsibility|pride|interest|respect|commitment|precautions|discipline)`,
  ),
  sticky(
    String.raw`(?:tak|spend|invest|devot|dedicat|giv|put|allow)(?:e|ing|ting)? (?:in )?(?:${degree} )*(?:more|enough|extra|sufficient|some more|our|your) (?:time|hours|work)`,
  ),
  sticky(
    String.raw`(?:tak|hav)(?:e|ing) (?:${degree} )*(?:closer|better|second|harder|deeper|good|careful) (?:look|inspection)`,
    String.raw`(?:keep|maintain|hav)(?:e|ing)? (?:${degree} )*(?:overview|contact|dialogue|eye|mindset)`,
  ),
  sticky(
    String.raw`keep(?:ing)? (?:(?:the |our )?(?:[\w-]+ ){1,3}(?:informed|in the loop)|(?:a )?(?:better|closer|good|careful) (?:track|watch|eye|record)|${peopleAsObject} (?:\w+ )?(?:informed|updated|posted|in the loop|aware|accountable|motivated|up[- ]to[- ]date)|(?:this|that|it|these|[\w ]{1,30})? ?in mind|track of|in touch|pace|communicating|motivated|going|up with|calm|focus(?:s)?ed|cool|(?:the |our |your )?(?:[\w-]+ ){1,3}(?:up[- ]to[- ]date|regularly updated|updated|tidy|organi[sz]ed|clean|focused|on track)(?! (?:automatically|by|via)))`,
    String.raw`bear(?:ing)? in mind`,
  ),
  sticky(
    String.raw`stay(?:ing)? (?:in touch|in contact|on task|on track|on schedule|on top(?: of)?|up to date|aligned)`,
    String.raw`be(?:ing)? (?:(?:more |always )?on time|on top of|on the same page|on the lookout|prepared (?:for|to)|ready (?:for|to)|clear(?:er)? (?:about|on|with|in))`,
    String.raw`be(?:ing)? (?:cognizant|talkative)`,
  ),
  sticky(
    String.raw`(?:get|becom)(?:e|ting|ing)? (?:more |better )?(?:familiar|acquainted|comfortable|used) (?:with|to)`,
    String.raw`get(?:ting)? (?:everybody|everyone|people|all of us|the (?:whole )?team) (?:more )?(?:involved|engaged|aligned|on the same page)`,
    String.raw`get(?:ting)? to know`,
  ),
  sticky(
    String.raw`(?:do|be|get|becom)(?:e|ing|ting)? (?:much |a lot |even |a bit |way |far )?better(?= (?:at|about|with|in|job)\b|[.!,]|\s*$)(?: (?:at|about|with|in|job))?`,
    String.raw`do(?:ing)? an? (?:much |far |slightly )?better (?:job|(?:[\w-]+ )?(?:management|planning|estimation|estimates|preparation|communication|prioriti[sz]ation))`,
    String.raw`do(?:ing)? better (?:[\w-]+ )?(?:management|planning|estimation|preparation|communication)`,
    String.raw`do(?:ing)? (?:our|your|their|my|its) (?:best|part|share)`,
    String.raw`improve (?:on|at) [a-z]+ing`,
  ),
  sticky(
    String.raw`(?:double|triple)[- ]check(?:ing)?`,
    String.raw`(?:think|look|check|read|test)(?:ing)? (?:twice|harder)`,
    String.raw`try(?:ing)? harder`,
    String.raw`think(?:ing)? (?:things through|ahead|critically|outside|more|hard|carefully)`,
    String.raw`(?:plan|think|talk|speak|discuss|ask|consider(?! [a-z]+ing\b)|prepare|communicate|research)(?:n?ing|ring)?(?: [\w',-]+){0,9}?(?<! from) before`,
    String.raw`work(?:ing)? (?:smarter|steadily|ahead|as a team|together)`,
    String.raw`plan(?:ning)? (?:ahead|for everything)`,
    String.raw`mind(?:ing)? (?:the|your|our|what|how)`,
    String.raw`consider(?:ing)? (?:(?:the|all|any|our|its|possible) )*(?:[\w-]+ ){0,2}(?:implications?|impacts?|consequences|side[- ]effects|risks|edge cases|accessibility|trade-?offs)`,
    String.raw`(?:alert|notify|inform|update|warn)(?:ing)? (?:each other|one another|others|teammates)`,
    String.raw`watch(?:ing)? out`,
    String.raw`look(?:ing)? out for`,
    String.raw`slow(?:ing)? down(?=[.,;!)]|\s*$| (?:when|whenever|before|if|and|during|on|at|in|for)\b)`,
    String.raw`expect(?:ing)? the unexpected`,
    String.raw`question(?:ing)? (?:our|your|all|the|every) assumptions`,
    String.raw`(?:verify|validate|check|challenge)(?:ing)? (?:(?:your|our|all|the|any) )?assumptions`,
    String.raw`trust but verify`,
  ),
  sticky(
    String.raw`(?:ask|seek|offer|request)(?:ing)? (?:for )?(?:more |any )?(?:help|support|advice|feedback|clarifications?|assistance|guidance)`,
    String.raw`ask(?:ing)? (?:others|each other|someone|teammates|colleagues|why)`,
    String.raw`(?:help|support)(?:ing)? (?:each other|one another|others|teammates|your team(?:mates)?)`,
    String.raw`reach(?:ing)? out(?= (?:for|when|if|more|earlier|as|to (?:teammates|each other|others|team members))\b|[.,]|$)`,
    String.raw`let(?:ting)? (?:others|each other|one another|the (?:team|group|others)|everyone|people|someone|us|teammates|members) know`,
    String.raw`rais(?:e|ing) (?:concerns|issues|questions|problems)`,
    String.raw`tell(?:ing)? (?:others|each other|the (?:others|team))`,
    String.raw`(?:talk|speak)(?:ing)? (?:to|with) ${peopleAsObject}`,
    String.raw`check(?:ing)? in (?:with|on)`,
    String.raw`follow(?:ing)?[ -]up (?:on|more)`,
    String.raw`chas(?:e|ing) up (?:on|more)`,
  ),
  sticky(
    String.raw`(?:pull|carry)(?:ing)? (?:their|our|his|her|your|my)(?: own| fair)? (?:weight|share|part)`,
    String.raw`show(?:ing)? up`,
    String.raw`turn(?:ing)? up (?:on time|earl(?:y|ier)|prepared)`,
    String.raw`hold(?:ing)? (?:each other|one another|ourselves|yourself|people|everyone|(?:the )?team ?m\w+|members) (?:more )?(?:accountable|responsible)`,
    String.raw`mak(?:e|ing) (?:\w+ )?decisions (?:faster|earlier|quicker|sooner)`,
    String.raw`pick(?:ing)? up (?:the )?pace`,
    String.raw`step(?:ping)? up(?= |$|[.,])`,
    String.raw`manag(?:e|ing) (?:our |my |your |the |their )?(?:own )?(?:time|workload|expectations)`,
    String.raw`commit(?:ting)? to (?!main|master|changes|the (?:repo|branch))[a-z]+`,
    String.raw`(?:attend|go(?:ing)? to|com(?:e|ing) to)(?:ing)? (?:all |every |the |more |team |group |our )*(?:meetings?|class|classes|stand-?ups?|lectures?)`,
    String.raw`get(?:ting)? an? (?:head|early) start`,
    String.raw`pick(?:ing)? up calls`,
    String.raw`get(?:ting)? more done`,
    String.raw`shar(?:e|ing) (?:[\w-]+ ){1,4}(?:with|between|among) (?:each ?other|one another|everyone|others|(?:our |your |the )?team ?mates?)`,
    String.raw`mak(?:e|ing) (?:greater|better|more) use of`,
    String.raw`com(?:e|ing) (?:[\w-]+ ){0,3}prepared`,
    String.raw`speak(?:ing)? up`,
    String.raw`do(?:ing)? more (?:practice|planning|preparation|work)`,
    String.raw`respond(?:ing)? to (?:messages|each other|slack|e-?mails|questions|comments)`,
  ),
  sticky(
    String.raw`(?:re-?)?(?:read|study|consult)(?:ing)?(?: (?:and|or) [a-z]+)? (?:(?:the|our|all|any|vendor|every) )*(?:[\w-]+ ){0,2}?(?:runbooks?|docs|documentation|release notes|changelogs?|manuals?|wiki|polic(?:y|ies)|guides?|playbooks?|guidelines|instructions|notes)`,
  ),
  sticky(
    String.raw`(?:stress|emphasi[sz]|reinforc|reiterat|re-iterat|underlin|highlight|refresh)(?:e|es|ing|ed)? (?:to (?:the )?\w+ )?(?:the )?(?:importance|need|value)`,
  ),
  sticky(
    String.raw`try(?:ing)? (?:to|and) (?!(?:reproduce|find|figure|fix|understand|investigate|migrate|upgrade|use|switch|automate|add|replace|move|run|set|build|implement|restore|recover|work(?! (?:better|more|together|harder))|isolate|reach|contact|create|enable|disable|remove|split|upstream|convince|measure|restart|login|log|connect|reconnect|install|get|reduce|lower|shorten|parse|load|have|address|a|an|the|different|other|another)\b)(?:[a-z]+ly )?[a-z]{2,}`,
    String.raw`(?:strive|endeavou?r) (?:to|for)`,
  ),
  sticky(
    String.raw`(?:understand|know)(?:ing)? (?:(?:how|where|who|when) (?:to|the|your|our|an?|is|are|we|they)|what (?:the|an?|your|our|they|we|others|is|it) ?[\w-]* ?(?:do|does|can|need|needs|is|are|expects?|means?)|(?:the|your|our|its|their|all) (?:(?:technical|hidden|own|real) )?(?:impacts?|implications?|consequences|limits?|limitations|risks?|dependencies|behaviou?rs?|tools?|systems?|process(?:es)?|environment|defaults|blast radius|stack|infrastructure|data|code ?base|supply chain|${people})|(?:third[- ]party|external|upstream|vendor) [\w-]+)`,
  ),
  sticky(
    String.raw`treat(?:ing)? (?:every|each|all|any) [\w ]{1,25}? as`,
    String.raw`spend(?:ing)? (?:the |some |more )?time (?:understanding|reading|learning|testing|reviewing|thinking|checking|talking|planning|documenting|preparing|investigating)`,
    String.raw`us(?:e|ing) the (?:(?:existing|agreed|documented|official|standard) )?(?:runbooks?|checklists?|playbooks?|procedures?)`,
    String.raw`us(?:e|ing) (?:more |better |good |sound |some )?(?:judge?ment|common sense|discretion)`,
    String.raw`mak(?:e|ing) (?:${peopleAsObject}) (?:more )?aware`,
    String.raw`(?:send|giv)(?:e|ing)? (?:${peopleAsObject}) an? (?:gentle )?reminder`,
    String.raw`(?:send|post)(?:ing)? (?:out )?an? (?:gentle )?reminder (?:to|about|that) (?!automatic)`,
    String.raw`remind(?:ing)? (?:ourselves|yourself)`,
    String.raw`improv(?:e|ing) (?:how|the way) (?:we|people|teams|the team) (?:communicate|collaborate|work|plan|respond|react|talk|coordinate|handle|share)`,
    String.raw`(?:do|be|perform) (?:better|more) next time`,
    String.raw`get(?:ting)? (?:a second|another) opinion`,
    String.raw`ask(?:ing)? for (?:a second|another) (?:opinion|look)`,
    String.raw`learn(?:ing)? from (?:(?:this|these|our|their|your|past|previous|own|other|each) )+(?:(?:[\w-]+, )+(?:and )?)?(?:mistakes?|errors?|others?)`,
    String.raw`tak(?:e|ing) [^.;,]{1,40}? (?:more |very )?seriously`,
    String.raw`tak(?:e|ing) the time to`,
    String.raw`improv(?:e|ing) (?:our |the )?(?:responses?|reactions?|response times?|responsiveness) (?:to|of|during) (?:(?:the )?(?:team|on-call)|incidents|outages|alerts|pages|customers|requests|questions)`,
    String.raw`chas(?:e|ing)(?: up)? (?:open|overdue|outstanding|old|stale)`,
  ),
  sticky(
    String.raw`(?:understand|realiz|know|accept|learn|appreciat)(?:e|ing)? that`,
    String.raw`learn(?:ing)? to (?:trust|ask|listen|say|be|communicate|manage|work|rely|accept)`,
    String.raw`(?:know|learn|understand) (?:all |all of )?(?:your|our) [a-z]+`,
  ),
  sticky(
    String.raw`(?:check|verify|review|consider|test|inspect|confirm|read|know) (?:every|each|all|that all|that every|that each|all of)\b[^.;]{0,80}\b(?:before|prior to|when|and make sure|and when)`,
    String.raw`for (?:every|each|any|all) [^.;,]{1,40}, (?:consider|think|check|verify|ask|remember)`,
    String.raw`(?:do|run|perform) (?:an? )?(?:diff|checks?|review|tests?) (?:on|of) (?:everything|every [a-z]+|anything)`,
    String.raw`(?:check|verify|confirm|review)(?:ing)?(?! (?:the |an? )?(?:mandatory|automated))[^.;]{0,70}? before (?:committing|merging|pushing|submitting|coding|starting|deploying|releasing|opening|hardcoding)`,
  ),
  sticky(
    String.raw`prioriti[sz](?:e|ing) (?:the |our |my )*(?:tasks?|work|issues|quality|important [a-z]+|(?:effective |clear |better )*communication)`,
    String.raw`(?:writ|us|giv|provid|mak|leav|put|hav|choos|keep)(?:e|ing|ting)? (?:(?:a|an|the|our|in|much|some) )?(?:more|better|clear|clearer|cleaner|clean|good|meaningful|descriptive|realistic|precise|accurate|constructive|adequate|proper|sufficient)(?: and [a-z]+)?(?: (?:detailed|descriptive|meaningful|precise|realistic|accurate|constructive|helpful|specific))? (?:code|commit messages?|commits|comments?|descriptions?|details?|context|names?|naming|variable names|estimates?|estimations?|feedback|explanations?|instructions|answers|pr descriptions?|pull requests?|prs|tickets|thought|deadlines|goals|expectations)`,
  ),
  sticky(
    String.raw`communicat(?:e|ing) (?:to (?:the |all |our )?[\w-]+ )?that`,
    String.raw`finish(?:ing)? (?:all )?(?:tasks|work|stories) (?:before|1)`,
    String.raw`(?:establish|build|form|develop|adopt|mak|get into|foster|cultivat)(?:e|ing)? (?:it )?(?:an? |the )?(?:good |better |strong |team )?(?:habit|pattern|practi[cs]e|routine|culture|mindset|discipline) (?:of|to) (?:[a-z]+ly )?[a-z]+`,
    String.raw`less procrastinat\w+`,
    String.raw`not procrastinat\w+`,
    String.raw`show(?:ing)? ${people} that`,
  ),
];
