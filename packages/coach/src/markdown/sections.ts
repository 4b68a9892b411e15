/** What part of a retrospective a line stands in, told from the headings above it; "unasked" is what went well, goes on or instructs. */
export type SectionKind = "actions" | "lessons" | "unasked" | "timeline" | "cause" | "narrative";

/** Lists of what to begin are countermeasures; what to continue, or what was stopped, is not asked of anybody. */
const startList =
  /^\W*(?:(?:things |what )?to (?:start|try|improve)|start(?:ing)?(?: doing)?|improve|try|adjustments?|(?:what|how) (?:can|could|do|will|should|would|are|to|needs|we|i)\b(?!.*\bhave\b).*\b(?:improved?|improving|do differently|do better|be better|make .* better|change|work on)\b.*|.*\b(?:do|doing|done) differently\b.*|.*\bdo better\b.*|.*\bbest practices)\W*$/iu;
const keepList =
  /^[\W\d]*(?:(?:things |what )?(?:(?:we|i) (?:want|need|should|will|have) )?(?:to )?(?:continue|keep|stop)(?: doing)?(?: ?(?:\/|and|or) ?(?:prevent|avoid|keep|continue|stop))?|continue(?: doing)?|keep(?: doing)?|stop(?:ping)?(?: doing)?)\W*$/iu;

const patterns: readonly (readonly [SectionKind, RegExp])[] = [
  [
    "actions",
    /\b(?:actions?|actionables?|actionable items|action[- ]items?|follow[- ]?ups?|next steps?|to[- ]?dos?|remediations?|mitigations?|counter[- ]?measures?|prevent(?:ion|ative|ive|ing)?|improvements?|recommendations?|corrective|what (?:we'?re|are we|we are|will we|we will|we'll|we'?ve) (?:doing|do|done|be doing|going to do)|going forward|moving forward|looking ahead|future (?:work|plans?|steps?)|plans?|tasks?|short[- ]term|long[- ]term|medium[- ]term|tickets|commitments?|preventing recurrence|steps? (?:we are|we're|to)|things (?:we (?:need|want|have|should|could) )?(?:to )?(?:start |begin )?(?:do|doing|change|improve|try)|focus areas?\b.{0,20}\bnext|(?:group|proposed|possible|our) solutions|for (?:the )?next (?:sprint|iteration|week|project|time|milestone)|what to start|do'?s and don'?ts|next time|suggestions?|advice|resolutions?|changes|tips|(?:development|improvement|counter) measures|longed for|new practices|practices\b.{0,40}\b(?:want to|might|may|will|to) (?:use|try|start|adopt|add))\b/iu,
  ],
  [
    "lessons",
    /\b(?:lessons?|learn(?:ed|t|ings?)?|take-?aways?|morals?|went (?:well|wrong|badly|poorly)|go(?:ne)? (?:well|wrong|better)|lucky|retrospective|reflections?|insights?|conclusions?|(?:final|closing|parting) (?:thoughts|words|remarks)|improved?|better|differently)\b/iu,
  ],
  [
    "timeline",
    /\b(?:time ?lines?|chronolog(?:y|ical)|sequence of events|log of events|what happened when)\b/iu,
  ],
  ["cause", /\b(?:root[- ]causes?|causes?|contributing|contributory|factors?|triggers?|why)\b/iu],
  [
    "narrative",
    /\b(?:summary|overview|background|impact|detection|resolution|recovery|response|details?|description|what happened|introduction|status|glossary|appendix|context)\b/iu,
  ],
];

/** "Start", "Stop", "Continue" on a line of their own head a list without any mark. */
export function isListName(text: string): boolean {
  return /^(?:start|stop|continue|keep|improve)(?: doing)?$/iu.test(text);
}

/** "Stop: what activities we want to stop doing". */
const listName = /^\W*(start|stop|continue)(?: doing)?\s*:\s/iu;

/** "What went well": what is told there was done, and nobody is asked for it. */
const wentWell =
  /^\W*(?:what (?:has |have )?(?:went|gone|goes|is going|did we do|we did|worked|works)(?: really| so| quite| very)? (?:well|good|right|great)|(?:things|stuff) that (?:went|worked) (?:well|right)|went well|worked well|successes|strengths|highlights|achievements|accomplishments|wins|kudos|positives?|the good|good|glad|liked|proud of|went good|what (?:we )?(?:liked|enjoyed)|where we got lucky|what worked|.*\b(?:we|i) (?:kept|did well|liked|enjoyed))\W*$/iu;

/** Instructions for a tool or a reproduction are read when they are needed, and ask for no countermeasure. */
const instructions =
  /^[\W\d]*(?:steps to reproduce|(?:how to )?reproduc(?:e|tion|ing)(?: steps)?|set-?up|set up|install(?:ation|ing)?|usage|getting started|quick start|prerequisites|how (?:it|this|the [\w-]+) works|how to (?:install|run|use|build|set up|deploy|contribute)\b.*)\W*$/iu;

/** The section a heading opens, or undefined when it says nothing about it. */
export function sectionOf(heading: string): SectionKind | undefined {
  const list = listName.exec(heading)?.[1]?.toLowerCase();
  if (list !== undefined) return list === "start" ? "actions" : "unasked";
  // "What went wrong? How can we work better?": the question that asks for a plan decides.
  if (heading.split(/(?<=\?) /u).some((question) => startList.test(question))) return "actions";
  if (keepList.test(heading) || wentWell.test(heading) || instructions.test(heading)) return "unasked";
  for (const [kind, pattern] of patterns) if (pattern.test(heading)) return kind;
  return undefined;
}

/** Follows the headings of a document: a heading that says nothing inherits from the one above it. */
export class SectionTracker {
  readonly #stack: { depth: number; kind: SectionKind }[] = [];
  #label: SectionKind | undefined;

  constructor(initial: SectionKind) {
    this.#stack.push({ depth: 0, kind: initial });
  }

  heading(depth: number, text: string): void {
    this.#label = undefined;
    while (this.#stack.length > 1 && (this.#stack.at(-1)?.depth ?? 0) >= depth) this.#stack.pop();
    // The title names the document, not a part of it.
    const kind = depth === 1 && this.#stack.length === 1 && text.length > 40 ? undefined : sectionOf(text);
    this.#stack.push({ depth, kind: kind ?? this.current });
  }

  /** A line in bold or ending in a colon that stands for a heading. */
  label(text: string): void {
    this.#label = sectionOf(text) ?? this.#label;
  }

  /** The question of a form. Within a list of what to do it is a point like any other. */
  prompt(text: string): void {
    const kind = sectionOf(text);
    if (this.current !== "actions" && (kind === "actions" || kind === "lessons" || kind === "unasked"))
      this.#label = kind;
  }

  /** The label in force, to be restored when the list that it headed ends. */
  get currentLabel(): SectionKind | undefined {
    return this.#label;
  }

  restoreLabel(label: SectionKind | undefined): void {
    this.#label = label;
  }

  get current(): SectionKind {
    return this.#label ?? this.#stack.at(-1)?.kind ?? "narrative";
  }
}
