/** Verbs are compared by stem: "planning", "planned" and "plan" are one word. */
export function stemOf(word: string): string {
  const bare = word.replace(/(?<=[a-z]{2})(?:ing|ed)$/u, "");
  return (/[aeiouy]/u.test(bare) ? bare : word)
    .replace(/(?<=[a-z]{2})e$/u, "")
    .replace(/([^aeiou])\1$/u, "$1")
    .replace(/is$/u, "iz")
    .replace(/i$/u, "y");
}

const verbs = (list: string): ReadonlySet<string> => new Set(list.split(" ").map(stemOf));
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Verbs that change something which stays when people are tired, or that machines carry out. */
export const changes = verbs(
  "add create implement automate configure set build install document schedule host hold hire train buy purchase enable disable lower increase decrease reduce remove " +
    "replace upgrade limit cap restrict extend expand change convert adopt establish design develop expose store log alert run deploy integrate generate " +
    "publish appoint rotate archive cache retry scale autoscale tune block drain migrate enforce require render emit return collect flush trigger poll load boot reboot restart throttle " +
    "time expire evict allocate encrypt provision isolate separate replicate restore pin export include perform fail failover shed scrape rate have " +
    "standardize automate sign patch sanitize parse stop start-up backfill handle mask name " +
    "snapshot detect hash batch close serialize compact index checkpoint persist stream buffer warm preload terminate kill recycle purge prune shut renew refresh resize reload " +
    "reindex rehash reconcile sample encode decode compress shard partition balance rebalance resolve route forward proxy redirect reject fetch exclude specify escape quote lock assert cull spin scan probe ping tag " +
    "decouple deprecate revert bump pin fork spawn wrap unwrap queue dequeue revoke authenticate authorize validate recompute calculate compute " +
    "tear quarantine fence harden optimize simplify instrument synchronize propagate prefetch normalize denormalize deduplicate dedupe pause pair",
);

/** To ask for these is to ask for effort, with no word more. */
export const conduct = verbs(
  "communicate listen trust respect remember strive collaborate cooperate procrastinate participate concentrate focus beware endeavour endeavor double-check re-check recheck triple-check " +
    "proofread refamiliarize familiarize voice vet persevere empathize socialize behave reiterate over-communicate overcommunicate",
);

/** What people do by hand or mouth: an appeal when it is asked for regularly, or more. */
export const habits = verbs(
  "push commit merge review discuss share ask practice practise start begin finish complete integrate clarify plan prepare speak talk track revisit check verify help coordinate estimate reply " +
    "assign contribute attend sync pull rebase tidy organize prioritize consult answer work look think involve test update report monitor read follow watch inspect examine inform notify " +
    "respond escalate communicate collaborate participate listen submit deliver learn study evaluate assess consider write delegate reflect analyze observe engage interact refactor code use give post provide put " +
    "address tackle decide declare acknowledge triage explain describe outline negotiate challenge call phone mail message chat mentor onboard raise react reevaluate re-evaluate question reconsider",
);

export const attitudes = words(
  "available open flexible honest patient realistic proactive organized organised efficient present punctual kind supportive prepared consistent concise willing mindful responsive " +
    "accountable active engaged transparent disciplined focused focussed humble critical rigorous ambitious strict careful cautious aware attentive vigilant thorough diligent communicative " +
    "respectful helpful confident thoughtful considerate conscious calm cool alert conscientious prudent meticulous observant wary deliberate responsible motivated committed " +
    "positive curious decisive assertive involved familiar acquainted informed collaborative receptive sceptical skeptical truthful pragmatic " +
    "stricter calmer wiser suspicious wise humbler braver quicker sensible",
);
/** "Be more …" asks people, except for what a product can be. */
export const productQualities = words(
  "robust resilient reliable generic likely expensive available secure scalable modular stable complex performant accessible visible difficult restrictive useful readable prominent " +
    "intuitive general generous lenient granular informative maintainable redundant automated detailed usable simple than of user-friendly portable consistent",
);

/** What people have, show or do among each other, and no system does. */
export const virtues = words(
  "communication communications comunication communciation comunications coordination co-ordination collaboration teamwork cooperation co-operation estimation estimations estimating estimates " +
    "discipline skills skill motivation commitment participation engagement accountability focus attention awareness responsiveness punctuality morale productivity preparation diligence " +
    "vigilance care caution rigor rigour patience transparency responsibility initiative ownership listening discussion discussions conversation conversations mindset " +
    "prioritization prioritisation organization organisation planning effort efforts mindfulness attentiveness emphasis prudence habits judgement judgment understanding knowledge " +
    "involvement contributions brainstorming self-discipline empathy dialogue scrutiny courage confidence cohesion delegation etiquette sharing thought " +
    "handovers handover handoffs handoff adherence expertise follow-through urgency professionalism clarity honesty curiosity openness kindness humility enthusiasm",
);
/** Machines have these as well: a virtue alone, or between people. */
export const sharedVirtues = words(
  "alignment interaction interactions scheduling consistency trust organization organisation",
);
/** Together they are virtues: "time management", "division of the work". */
const managed =
  "time|tasks?|work|workloads?|stress|scope|expectations?|team|self|project|role|roles|labour|labor";
const managing =
  "manage?ment|distribution|division|subdivision|assignment|allocation|delegation|estimation|balance|balancing";
export const managedVirtue = new RegExp(
  String.raw`(?:(?:${managed})[- ](?:${managing})|(?:${managing})(?: of (?:the )?(?:${managed}|work-life))|work[- ]life (?:balance|scheduling)|issue (?:weights|estimation))\b`,
  "uy",
);
/** Nouns that make a virtue a thing: "communication channel", "planning tool". */
export const artefacts =
  /^(?:tools?|tooling|channels?|templates?|plans?|protocols?|systems?|procedures?|cadence|platforms?|runbooks?|groups?|methods?|polic(?:y|ies)|paths?|lines?|flows?|structures?|layers?|librar(?:y|ies)|bugs?|errors?|failures?|documents?|documentation|meetings?|sessions?|poker|board|sheet|matrix|training|workshops?|guidelines?|checks?|apis?|services?|software|framework|forms?|alerts?|dashboards?|tests?|scripts?|issues?|windows?|modes?|problems?|checklists?|guides?|limits?|intervals?|jobs?|base|sharing sessions?|gaps?|mechanisms?|algorithms?|models?|logic|engine|code|page)$/u;

/** Comparatives and praise before a noun: "better planning", "open communication". */
export const degrees = words(
  "more better improved enhanced clearer earlier closer stronger greater increased extra further faster quicker proper good great effective careful thorough timely proactive open honest " +
    "clear constant active continuous prompt constructive smoother deeper tighter stricter less additional special particular full due sufficient enough detailed realistic accurate " +
    "efficient healthy direct consistent strong adequate higher even equal fair fairer balanced heightened regular frequent renewed utmost rigorous deep",
);
/** Verbs that raise a virtue. */
export const raising = verbs(
  "improve improving enhance increase raise strengthen sharpen deepen develop practise practice boost encourage foster promote cultivate nurture prioritize emphasize stress reinforce refine polish hone facilitate embrace",
);
/** They do so only with a word of degree: "have better discussions". */
export const weaklyRaising = verbs(
  "maintain keep have provide ensure build create start show apply adopt exercise demonstrate establish need require support get make do expect enforce demand gain acquire obtain bring",
);
export const telling = verbs(
  "remind re-remind tell encourage urge instruct coach warn advise caution motivate inspire support educate sensitize brief reassure stress emphasize reinforce reiterate",
);
export const obeying = verbs("follow adhere stick comply respect obey abide honour honor meet keep-to");

export const rulebook =
  /^(?:process(?:es)?|procedures?|protocols?|checklists?|runbooks?|guidelines?|polic(?:y|ies)|practices?|rules|standards?|instructions?|steps|documentation|playbooks?|workflows?|deadlines?|schedules?|conventions?|plans?|timelines?|agenda|methodolog(?:y|ies)|norms|etiquette|principles?)$/u;

const group =
  "teams?|team ?mates?|members?|engineers?|developers?|devs|operators?|on-?call(?:s|er|ers)?|responders?|reviewers?|staff|colleagues|managers?|authors?|admins?|administrators?|sres?|employees?|students?|stakeholders|maintainers?|technicians?|participants?|contributors?|designers?|testers?|leads?|persons?|volunteers?";
/** People named as those who are to act. */
export const people = String.raw`(?:we|you|i|they|everyone|everybody|people|folks|ops|support|qa|all of us|(?:all |the |our |each |every |any |other |both |your |of )*(?:[\w-]+ ){0,2}?(?:${group})(?: of the team)?)`;
/** The same as an object. */
export const peopleAsObject = String.raw`(?:us|ourselves|each other|one another|others|yourself|yourselves|themselves|myself|all of us|us all|everyone|everybody|people|folks|ops|support|qa|operations|engineering|management|customers|users|(?:all |the |our |each |every |any |other |both |your )*(?:[\w-]+ ){0,2}?(?:${group}|people))`;

/** Where an object ends. */
export const closes =
  /^(?:to|by|that|so|for|when|while|if|because|until|which|where|via|using|through|between|during|but|than|as|without|before|after|who|whether|how|what|is|are|was|regarding|about|on|[.;:!?,(])$/u;
