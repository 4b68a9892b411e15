import { peopleAsObject } from "./lexicon.ts";

const sticky = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?:${phrases.join("|")})(?![\\w-])`, "uy");

/** Requests of the mind: what is expected, assumed, noticed, accounted for. */
export const mind = sticky(
  String.raw`plan(?:ning)? for (?:them|it|this|that|things|failures?|changes?|delays?|problems|setbacks|contingenc\w+|risks?|errors|mistakes|the (?:worst|unexpected|future)|backwards?|growth|interruptions|surprises)`,
  String.raw`prepar(?:e|ing) for (?:(?:the|our|your|each|every|all|more) )?(?:them|it|this|that|meetings?|stand-?ups?|interviews?|class(?:es)?|reviews?|demos?|presentations?|failures?|worst|unexpected|emergenc\w+|delays?|problems?|questions?|setbacks?|surprises?|change|incidents?|scenarios?)`,
  String.raw`(?:expect|assum)(?:e|ing)? (?:that|things|delays|problems|good|the (?:worst|best)|nothing|everyone|people)`,
  String.raw`factor(?:ing)? in`,
  String.raw`(?:account|allow)(?:ing)? for (?:delays?|errors|mistakes|the unexpected|time)`,
  String.raw`(?:leav|allow|budget|plan)(?:e|ing)? (?:in )?(?:more|extra|enough|some|additional|sufficient) (?:buffer|time|slack|room)`,
  String.raw`consider(?:ing)? (?:[\w-]+ ){0,3}(?:constraints?|limitations?|limits|perspectives?|feelings|needs|others|audience|readers?|context)`,
  String.raw`tak(?:e|ing) (?:[\w-]+ ){0,4}into (?:account|consideration)`,
  String.raw`treat(?:ing)? (?:${peopleAsObject}\b|[^.;,]{1,40}? with (?:the |more )?(?:respect|seriousness|care|caution|suspicion|kindness|patience))`,
  String.raw`notic(?:e|ing) (?:when|if|the)`,
  String.raw`(?:think|car)(?:e|ing)? (?:about|of) (?:(?:the )?(?:next|other|consequences|others|people|users?|person)|(?:who|what|how|where) (?:the|your|our|they|it|others|people|we)\b)`,
  String.raw`trust(?:ing)? (?:your|our|each|the) `,
);
/** Requests of talk: who says what to whom, and when. */
export const talk = sticky(
  String.raw`ask(?:ing)? (?:early|earlier|when|if|before|around|yourself|ourselves|first|why|(?:[a-z]+ )?questions?)`,
  String.raw`ask(?:ing)? (?:for )?(?:[\w-]+ ){0,3}(?:when|if|as soon as) (?:you|we|stuck|in doubt|something|unsure)`,
  String.raw`(?:announc|say|speak|signal|admit|flag|tell)(?:e|ing)? (?:it |so |up |this )?(?:out loud |aloud |early )?(?:when|if) [a-z]+`,
  String.raw`(?:discuss|talk|communicat|share|ask|listen|speak)(?:e|ing)? more(?= (?!than\b|\d|[a-z]+ly\b))`,
  String.raw`reach(?:ing)? out to (?:my|our|the|your) `,
  String.raw`say(?:ing)? (?:so|no|hello|sorry|it)`,
  String.raw`find(?:ing)? (?:better |more |new )?ways to (?:help|communicate|work|support|collaborate|motivate)`,
  String.raw`let(?:ting)? (?:people|others|everyone|each other) (?:finish|speak|talk|in)`,
  String.raw`(?:giv|shar)(?:e|ing) (?:credit|praise|thanks|ideas|opinions|thoughts|concerns|doubts|(?:[a-z]+ ){0,2}notice)`,
  String.raw`(?:notify|inform|tell|warn|updat)(?:e|ing)? [^.;,]{1,60} (?:as soon as|right away|immediately)`,
  String.raw`explain(?:ing)? (?:your|what|why|how|yourself)`,
  String.raw`thank(?:ing)? ${peopleAsObject}`,
  String.raw`admit(?:ting)? (?:it|when|that|mistakes?|early|to)`,
);
/** More of a virtue or less of a habit, as a point without a verb. */
export const nominal = sticky(
  String.raw`(?:(?:a|bit|little|lot|much|far) )*(?:less|fewer|no more) (?:multi-?tasking|jargon|politics|talking|guessing|guesswork|blam\w+|rush\w*|haste|micro-?manag\w+|chatter|context[- ]switching|distractions?|procrastinat\w+|perfectionism|assum\w+|interrupt\w+|finger[- ]pointing|fear|sarcasm|over-?thinking|complaining)`,
  String.raw`(?:(?:a|bit|little|lot|much|far|encourage|encouraging|have|having|need|do) )*(?:more|greater|better|stronger|clearer) (?:[\w-]+ (?:and [\w-]+ )?)?(?:honesty|curiosity|openness|kindness|humility|humou?r|willingness|enthusiasm|warmth|courtesy|manners|check-?ins?|second opinions|self-care|communication|coordination|preparation)`,
);
/** Effort and bearing. */
export const effort = sticky(
  String.raw`(?:try|trying)(?: (?:harder|better|more|always|best|our best))? not to [a-z]+`,
  String.raw`work(?:ing)? (?:harder|hard(?=[!.]|\s*$))`,
  String.raw`improv(?:e|ing) (?:ourselves|myself|(?:our |the )?(?:team|individual|personal|own) (?:performance|efficiency|work|effort|productivity|spirit|dynamics?))`,
  String.raw`keep(?:ing)? (?:(?:our|the|your|a|more|better) )+(?:focus|eyes|eye|cool|calm|head|momentum|pace|distance)`,
  String.raw`keep(?:ing)? (?:[\w'-]+ ){1,4}?(?:short|shorter|brief|concise|focused|to the point|on track)`,
  String.raw`mak(?:e|ing) (?:more |enough |some )?(?:time|room|space) for`,
  String.raw`increas(?:e|ing) (?:the |our )?frequency of (?:the |our )?(?:communication|updates|commits|reviews|feedback|check-?ins)`,
  String.raw`(?:clean|tidy)(?:ing)? up after (?:yourself|ourselves|your)`,
  String.raw`do(?:ing)? (?:more|better|your|our|the same amount of) (?:homework|work|effort|practice|testing|qa|checking|reviewing|planning|listening)`,
  String.raw`tak(?:e|ing) (?:your|our|the|more|enough) (?:own )?(?:time|breaks)`,
  String.raw`err(?:ing)? on the side of`,
  String.raw`start(?:ing)? (?:much |a bit |even )?(?:sooner|earlier|early)`,
);
