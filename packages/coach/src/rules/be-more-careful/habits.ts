import type { Appeal } from "./appeals.ts";

/** What people do with their hands and mouths. Verbs that machines share (deploy, run, alert) are left out. */
const act =
  "push|commit|merge|review|update|discuss|communicate|meet|share|ask|practi[cs]e|start|begin|finish|complete|clarify|plan|prepare|speak|talk|write|record|track|revisit|check|verify|use|utili[sz]e|help|collaborate|coordinate|estimate|reply|close|assign|define|focus|engage|participate|contribute|attend|sync|pull|rebase|delete|tidy|organi[sz]e|prioriti[sz]e|consult|answer|work|look|think|involve|test";
const acting =
  "pushing|committing|merging|reviewing|updating|discussing|communicating|meeting|sharing|asking|practi[cs]ing|starting|beginning|finishing|completing|clarifying|planning|preparing|speaking|talking|writing|recording|tracking|revisiting|checking|verifying|using|utili[sz]ing|helping|collaborating|coordinating|estimating|replying|closing|assigning|defining|focus(?:s)?ing|engaging|participating|contributing|attending|syncing|pulling|rebasing|deleting|tidying|organi[sz]ing|prioriti[sz]ing|consulting|answering|working|looking|thinking|involving|testing";
const manner =
  "often|frequently|regularly|consistently|actively|effectively|efficiently|proactively|closely|carefully|thoroughly|diligently|clearly|openly|promptly|quickly|explicitly|strictly|rigorously";
const eagerly = `more (?:${manner})|earlier(?: on)?|sooner|on time|promptly|quickly|harder|in a (?:more )?timely (?:manner|fashion)|as (?:early|soon|often|quickly) as possible|(?:(?:a (?:little|bit|lot)|much) )?(?:better|faster|quicker)(?= (?:so|in|next|with|during)\b|[,.;:!]|$)`;
const virtues =
  "participation|listening|communications?|initiative|collaboration|sharing|discussions?|ownership|accountability|responsibility|transparency|teamwork|engagement|involvement|contributions?|cooperation|vigilance|punctuality|curiosity";
const things =
  "alerts?|alerting|monitoring|metrics|logs|logging|tools?|tooling|channels?|templates?|plans?|protocols?|systems?|process(?:es)?|procedures?|platforms?|policy|policies|paths?|guidelines?";
/** What machines handle: "close connections promptly" is about them. */
const machinery =
  "records?|offsets?|connections?|sockets?|metrics?|caches?|data|rows?|tables?|index(?:es)?|files?|snapshots?|sessions?|images?|keys?|certificates?|tokens?|dns|queues?|messages?|events?|(?<!pull |merge )requests?|workers?|nodes?|pods?|jobs?|transactions?|buffers?|heartbeats?|replicas?|disks?|memory|threads?";
/** Tasks of their own: to try them is to do them. */
const tasks =
  "reproduce|find|figure|fix|understand|investigate|migrate|upgrade|use|switch|automate|add|replace|move|run|set|build|implement|restore|recover|work|isolate|reach|contact|create|enable|disable|remove|split|upstream|convince|measure|restart|login|log|connect|reconnect|install|get|reduce|lower|shorten|parse|load|a|an|the|different|other|another";

/** Ways to ask for better habits, as teams write them in lists of what to start, change or improve. */
export const habits: readonly Appeal[] = [
  {
    words: new RegExp(
      String.raw`\b(?:${act}|${acting})\b(?: (?!but\b|by\b|via\b|that\b|if\b|when\b|while\b|because\b|so\b|(?:${machinery})\b)[\w\uE000'/-]+){0,7}? (?:${eagerly})(?![\w-])`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
    notAfter: new RegExp(String.raw`^ (?:${things}|than|detection|versions?)\b`, "u"),
  },
  {
    words: new RegExp(String.raw`\b(?:${acting}) more(?= (?:in|during|with|to|about)\b|[,.;:!]|$)`, "gu"),
    where: "actions",
    mechanismExcuses: true,
    atStart: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:communicat(?:e|ing)|talk(?:ing)?|speak(?:ing)?|shar(?:e|ing)|meet(?:ing)?|review(?:ing)?)(?: (?:to|with|the|our|each|other|all|one|another|team|teammates|prs|code|pull|requests|everyone))* more(?= (?:about|often|with|on|in|to)\b|[,.;:!]|$)`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:consistently|proactively|actively|promptly|diligently|conscientiously|carefully|thoroughly) (?:${act}|${acting})\b|\b(?:be |are )?more (?:${manner}) (?:${acting})\b`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: /\bby (?:more )?(?:thoroughly|carefully|diligently|closely|attentively) [a-z]+ing\b/gu,
    where: "asked",
    mechanismExcuses: false,
    anySubject: true,
  },
  {
    words: new RegExp(
      String.raw`\balways (?:(?:aggressively|carefully|thoroughly|first|explicitly|clearly) )?(?:${act}|monitor|watch|keep an eye|double[- ]check|plan|question|listen|proofread)\b(?! (?:an?|one|two)\b)`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:encourag|foster|promot|cultivat|nurtur)(?:e|ing)? (?:(?:more|open|active|proactive|better|greater|stronger|clear|effective|timely|and|the|a|regular|team|cross-team|early|honest|frequent|individual) )*(?:${virtues})\b`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
    notAfter: new RegExp(String.raw`^ (?:${things})\b`, "u"),
  },
  {
    words: new RegExp(
      String.raw`\b(?:ensur|maintain|hav)(?:e|ing)? (?:(?:clear|proactive|better|open|regular|timely|effective|honest|constant|good|more|and) )+(?:communications?|teamwork|collaboration)\b`,
      "gu",
    ),
    where: "actions",
    mechanismExcuses: true,
    notAfter: new RegExp(String.raw`^ (?:${things})\b`, "u"),
  },
  {
    words:
      /\b(?:communicat(?:e|ing)|(?:giv(?:e|ing)|shar(?:e|ing)|post(?:ing)?|provid(?:e|ing)) (?:[\w-]+ )?updates|check(?:ing)? in|report(?:ing)?|talk(?:ing)?|sync(?:ing)?)(?: (?:with|to|on|each|other|the|team|everyone|progress|our|individual))* (?:regularly|frequently|often|well)\b|\bput(?:ting)? in more (?:time|effort|work)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(
      String.raw`\b(?:enhanc|strengthen|deepen|sharpen|improv)(?:e|ing)? (?:(?:our|the|internal|team|cross-team|inter-team|overall|general|mutual|and|communication|code|review|testing|debugging|technical) ){0,4}(?:communications?|coordination|collaboration|teamwork|discipline|vigilance|skills|habits|attention to detail)\b`,
      "gu",
    ),
    where: "asked",
    mechanismExcuses: true,
    anySubject: true,
    notAfter: new RegExp(String.raw`^ (?:${things})\b`, "u"),
  },
  {
    words:
      /\b(?:adopt(?:ing)?|have|having|keep(?:ing)?|show(?:ing)?|appl(?:y|ying)|maintain(?:ing)?) (?:an? )?(?:more|better|stricter|stronger|greater|tighter) (?:discipline|rigou?r|self-discipline|work ethic)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:dedicat(?:e|ing)|devot(?:e|ing)|invest(?:ing)?|giv(?:e|ing)|plac(?:e|ing)) more (?:focus|effort|attention|energy|thought|care|emphasis|importance)\b|\b(?:dedicat(?:e|ing)|devot(?:e|ing)|invest(?:ing)?) more time\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\bkeep(?:ing)? (?:everyone|everybody|the team|teams|stakeholders|customers|users|each other|one another|people|colleagues|teammates|others|support|management) (?:\w+ )?up[- ]to[- ]date\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:do|doing) (?:an? )?(?:much |far |slightly )?better (?:job\b|(?:[\w-]+ )?(?:management|planning|estimation|estimates|preparation|communication|prioriti[sz]ation)\b)/gu,
    where: "anywhere",
    mechanismExcuses: true,
  },
  {
    words: new RegExp(String.raw`\b(?:try|trying) (?:to|and) (?!(?:${tasks})\b)[a-z]{2,}`, "gu"),
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\bavoid(?:ing)? (?:any |further |more |such |unnecessary )?(?:mis-?communications?|misunderstandings?|last[- ]minute|procrastinat(?:ing|ion)|careless|human error|distractions?|mistakes)\b|\b(?:don't|do not|stop|not) procrastinat(?:e|ing)\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words: /\bcommunicat(?:e|ing) (?:to (?:the |all |our )?[\w-]+ )?that\b/gu,
    where: "actions",
    mechanismExcuses: false,
    atStart: true,
  },
  {
    words:
      /\bimportance of (?:(?:properly|always|carefully|thoroughly|regularly) )?(?:following|testing|communicating|reviewing|checking|verifying|documenting|adhering|reporting|escalating|being|paying|reading|monitoring)\b/gu,
    where: "actions",
    mechanismExcuses: true,
    anySubject: true,
  },
  {
    words:
      /\b(?:stressed|emphasi[sz]ed|reinforced|reiterated|underlined) (?:to (?:the )?\w+ )?(?:the )?(?:importance|need|value)\b/gu,
    where: "actions",
    mechanismExcuses: false,
  },
  {
    words:
      /\b(?:better|more clearly|more openly|more closely) (?:(?:analy[sz]e|check|review|inspect)(?= (?:the|all|our|your|every|each|whether|if|that)\b)|communicate|coordinate|collaborate|plan|prepare|estimate|prioriti[sz]e|align|organi[sz]e|inform|listen|manage our|manage time)\b/gu,
    where: "anywhere",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:ensur(?:e|ing)|mak(?:e|ing) sure)(?: that)? (?:you|we|everyone|everybody|people|(?:all |the |our |each |every )?(?:team|team members?|members|engineers?|developers?)) (?:is|are) (?:\w+ly )?(?!running\b|getting\b)[a-z]+ing\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
  {
    words:
      /\b(?:pick(?:ing)? up (?:the )?pace|step(?:ping)? up (?:our|your|the) (?:game|efforts?)|stick(?:ing)? to (?:(?:the|our|your) )?(?:deadlines?|schedule)|stay(?:ing)? (?:mindful|on schedule)|manag(?:e|ing) (?:our |your |the )?time (?:better|well))\b/gu,
    where: "asked",
    mechanismExcuses: true,
  },
];
