/** The words that claims of one cause are made of. Each string is the inside of a regular expression. */

const oneOf = (...alternatives: readonly string[]): string => `(?:${alternatives.join("|")})`;

/** What went wrong as a whole. A restart, an alert or a delay is a part of it and has a cause of its own. */
const eventNouns = oneOf(
  "(?:outage|incident|failure|downtime|issue|problem|crash|error|accident|disaster|mess)(?:e?s)?",
  "(?:interruption|disruption|unavailability|breakage|breakdown|blackout|breach|leak)s?",
  "(?:stop|stoppage|abort|freeze|loss|drop|refusal|rejection|corruption|backlog|silence)(?:e?s)?",
);
const gone = oneOf(
  "false",
  "stale",
  "wrong",
  "missing",
  "failed",
  "broken",
  "lost",
  "double",
  "duplicate",
  "dead",
);

const determined = "(?:(?:the|this|that|these|those|our|its) )?(?:[\\w\\uE000'-]+ ){0,3}?";
/** "The outage", "this second login failure". */
export const namedEvent = `${determined}${eventNouns}\\b`;

/** The same, and "stale results", "the false alarms". */
export const event = `${determined}(?:${eventNouns}|${gone} [a-z]+)\\b`;

/** All that happened, in a word that can be a subject. */
export const theWhole = oneOf(
  "it all",
  "all this",
  "all of (?:it|this|that)",
  "everything",
  "the (?:whole|entire) [a-z-]+",
);

/** All that happened, as an object. */
export const allOfIt = oneOf(
  theWhole,
  "the lot",
  "every (?:single |last )?(?:[a-z]+ )?[a-z]+",
  "all (?:of )?(?:the|our|these|those) [a-z]+",
);

/** Says that a cause is the only one. */
export const sole = oneOf("sole", "only", "single", "singular", "real", "true", "ultimate", "actual");

/** "Entirely due to": the manner that leaves room for nothing else. */
export const entirely = oneOf("solely", "entirely", "purely", "exclusively", "wholly");

/** Behind "the cause was": what was done with it, or how it was. */
export const done = String.raw`(?:(?:very |too |quite |then |soon |later |[a-z]+ly )*(?:[a-z]+ed|found|good|bad|clear|obvious|simple|right|wrong|weak|odd|known|gone)(?=\s*(?:[.,;!]|$)| (?:by|in|on|at|and|but|with|before|after|during|within|until|when)\b))`;

/** Behind "the cause was": it is not known, or there were several. */
export const notNamed = String.raw`(?!(?:\w+ly |still |yet |as yet |currently |also )*(?:not(?! [a-z]+ing (?:the|this|that|an?)\b)|unknown|unclear|undetermined|unidentified|uncertain|pending|tbd|hard|difficult|open|a mystery|to be|being|under|an? (?:combination|series|mix|mixture|number|chain|confluence)|(?:the )?(?:combination|interaction|interplay)|several|multiple|two|three|many|both|either|(?:found|identified|discovered|determined|located|isolated|confirmed|established|diagnosed|known|understood|fixed|resolved|addressed|clear|obvious)\b(?! (?:as|to be)\b))\b)`;

/** In front of a claim: it is denied, asked, supposed or looked for. */
export const notClaimed =
  /\b(?:not|n't|no|none|never|neither|nor|whether|if|what|which|how|why|where|who|know|sure|unsure|find|identify|identification|determine|understand|explain|investigat\w+|search\w*|look\w*|ask\w*|wonder\w*|suspect\w*|possib\w+|possible|perhaps|maybe|might|may|could|would|must|rul\w+ out|exclud\w+)(?: [\w'\uE000-]+){0,4} $/u;
