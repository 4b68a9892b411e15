import { within } from "./editDistance.ts";

/** What a part of a write-up is about. `other` inherits nothing and stays narrative. */
export type SectionKind =
  | "timeline"
  | "summary"
  | "impact"
  | "factors"
  | "went-well"
  | "confusing"
  | "lucky"
  | "actions"
  | "attendees"
  | "lessons"
  | "detection"
  | "resolution"
  | "links"
  | "other";

/** Checked in this order: the more special first ("what went well" before "lessons"). */
const patterns: readonly [SectionKind, RegExp][] = [
  ["lucky", /\b(?:lucky|luck)\b/],
  [
    "confusing",
    /\b(?:confusing|confused|surpris(?:ed|ing)|could (?:have )?(?:be|been|go|gone|do|done) (?:better|differently|improved)|(?:go|went|gone|was|worked) (?:wrong|poorly|badly|bad|less well|not so well)|(?:did ?n[o']?t|did not|didn t) (?:go|work)(?: so)?(?: well)?|needs? improvement|what (?:was )?(?:hard|difficult|slowed)|to improve|not go well|areas? (?:for|of) improvement|could improve)\b/,
  ],
  ["went-well", /\b(?:go|went|gone|worked|going) (?:well|right|good)\b|\bwhat (?:worked|was good|helped)\b/],
  [
    "timeline",
    /\b(?:time ?line|chronology|sequence of events|chain of events|event log|log of events|incident log|order of events|course of events|play by play|blow by blow|history of (?:the )?(?:incident|events))\b|^events$/,
  ],
  [
    "actions",
    /\b(?:action(?:s|able)?(?: items?| points?| plan)?|corrective|preventat?ive|follow[- ]?ups?|remediations?|counter ?measures?|next steps?|to ?dos?|improvements?|prevent(?:ing|ion)?\b.*|mitigations? (?:items|plan)|(?:planned|future) (?:work|changes|actions)|what (?:we|are we|will we|we(?: a|')re) (?:are |will )?(?:do|doing|changing|change).*|moving forward|going forward|tasks|tickets|action taken|things to do)\b/,
  ],
  [
    "factors",
    /\b(?:contributing|contributory|root cause\w*|causes?|causal|trigger(?:s|ed)?|five whys|5 whys|whys?|why (?:did|was|it|this|we)\b.*|what (?:went on|happened to cause|caused)|causation)\b/,
  ],
  [
    "attendees",
    /\b(?:attendees?|participants?|(?:people )?involved|responders?|present|in attendance|incident team|who was involved|persons involved|stakeholders?|authors?|roles)\b/,
  ],
  [
    "detection",
    /\b(?:detection|detected|how (?:did )?we (?:know|find out|notice|learn)\w*|discovery|time to detect)\b/,
  ],
  ["resolution", /\b(?:resolution|recovery|resolved|mitigation|response|fix|fixed)\b/],
  ["impact", /\b(?:impact|affected|scope|damage|consequences|effects?|customer experience)\b/],
  [
    "summary",
    /\b(?:summary|overview|abstract|tl ?dr|synopsis|what happened|introduction|executive|description|in short|brief)\b/,
  ],
  [
    "lessons",
    /\b(?:lessons?|learn(?:t|ed|ings?)|takeaways?|insights?|retrospective|reflections?|conclusions?)\b/,
  ],
  [
    "links",
    /\b(?:links?|references?|see also|supporting (?:information|material)|further reading|resources|appendix|appendices|glossary)\b/,
  ],
];

/** Single words people misspell in headings, and what they mean. */
const misspelt: readonly [string, SectionKind][] = [
  ["timeline", "timeline"],
  ["chronology", "timeline"],
  ["summary", "summary"],
  ["impact", "impact"],
  ["contributing", "factors"],
  ["causes", "factors"],
  ["trigger", "factors"],
  ["action", "actions"],
  ["actions", "actions"],
  ["remediation", "actions"],
  ["remediations", "actions"],
  ["followup", "actions"],
  ["countermeasures", "actions"],
  ["attendees", "attendees"],
  ["participants", "attendees"],
  ["responders", "attendees"],
  ["lessons", "lessons"],
  ["learned", "lessons"],
  ["detection", "detection"],
  ["resolution", "resolution"],
  ["confusing", "confusing"],
  ["improvements", "actions"],
  ["preventative", "actions"],
  ["corrective", "actions"],
];

/** `## 4. **Timline** (UTC):` → `timline`. */
function headingWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\([^)]*\)/g, " ")
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N}' -]+/gu, " ")
    .replace(/[_\s]+/g, " ")
    .replace(/^(?:\d+(?:\s\d+)*|[ivx]{1,4}|[a-h])\s(?=\p{L})/u, "")
    .trim();
}

/** The kind a heading's words name, `other` where they name none. Long headings are sentences or titles, not names. */
export function kindOfHeading(text: string): SectionKind {
  const words = headingWords(text);
  // Dates in a heading say nothing about its length as a name.
  if (words === "" || words.split(" ").filter((word) => /\p{L}/u.test(word)).length > 9) return "other";
  for (const [kind, pattern] of patterns) if (pattern.test(words)) return kind;
  for (const word of words.split(/[ -]/)) {
    if (word.length < 5) continue;
    const near = misspelt.find(
      ([right]) => word[0] === right[0] && within(word, right, word.length > 7 ? 2 : 1),
    );
    if (near) return near[1];
  }
  return "other";
}
