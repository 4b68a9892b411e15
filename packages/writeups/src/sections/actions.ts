import type { Block, Item, Table, TextBlock } from "../document/block.ts";
import { headingsOf, type Section } from "../document/section.ts";
import type { Horizon, ProposedAction } from "../proposal/proposal.ts";
import { isPlaceholder, isTemplateRow } from "../timeline/templateRow.ts";
import { actionParts, ticketsIn, type ActionParts } from "./actionText.ts";

interface Setting {
  horizon: Horizon | undefined;
  state: "open" | "done" | undefined;
  due: string | undefined;
}

/** What the headings above an action say: its horizon, that all are done, a common target. */
function settingOf(section: Section): Setting {
  const words = headingsOf(section)
    .filter((each) => each.level > 1)
    .map((each) => each.heading);
  const has = (pattern: RegExp): boolean => words.some((each) => pattern.test(each));
  const horizon: Horizon | undefined = has(/\b(?:immediate|urgent|right away|now)\b/i)
    ? "immediate"
    : has(/\b(?:short|near|medium|mid)[- ]?term\b/i)
      ? "short"
      : has(
            /\blong(?:er)?[- ]?term\b|\bfuture (?:work|actions?|improvements?|changes|plans?|steps)\b|^(?:in the |for the )?future$/i,
          )
        ? "long"
        : has(/\bthis (?:week|sprint)\b|\bnext (?:two )?weeks?\b/i)
          ? "short"
          : undefined;
  const state = has(
    /\((?:[^()]*\b)?(?:completed?|done)\)|^(?:completed|done)\b|\bactions? taken\b|already done/i,
  )
    ? "done"
    : undefined;
  return {
    horizon,
    state,
    due: words
      .map((each) => /\bQ[1-4] ?\d{4}(?:\s*[-–]\s*Q[1-4] ?\d{4})?/.exec(each)?.[0])
      .find((each) => each !== undefined),
  };
}

/** Actions of all sections that hold them, and of paragraphs that begin with "Action item:" wherever they stand. */
export function readActions(
  sections: readonly Section[],
  timeline: readonly { line: number }[] = [],
): ProposedAction[] {
  const rows = new Set(timeline.map((row) => row.line));
  const actions: ProposedAction[] = [];
  const told = !sections.some(listsActions);
  for (const section of sections) {
    const acts = section.kind === "actions" || isPlan(section);
    const setting = settingOf(section);
    const open: { index: number; depth: number }[] = [];
    for (const block of section.blocks) {
      if (rows.has(block.line)) continue;
      if (acts && block.kind === "item") addItem(actions, open, block, setting);
      else if (acts && block.kind === "table") for (const made of ofTable(block, setting)) actions.push(made);
      else if (section.kind === "actions" && block.kind === "paragraph" && told)
        actions.push(...ofProse(block, setting));
      else {
        const made = ofParagraph(block, setting);
        if (made) actions.push(made);
        if (block.kind !== "html") open.length = 0;
      }
    }
  }
  return actions;
}

const build = (parts: ActionParts, setting: Setting, line: number): ProposedAction => {
  const state = parts.state ?? setting.state;
  const due = parts.due ?? setting.due;
  return {
    ...parts,
    ...(state === undefined ? {} : { state }),
    ...(due === undefined ? {} : { due }),
    ...(setting.horizon === undefined ? {} : { horizon: setting.horizon }),
    line,
  };
};

function addItem(
  actions: ProposedAction[],
  open: { index: number; depth: number }[],
  item: Item,
  setting: Setting,
): void {
  while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= item.depth) open.pop();
  const parent = open.at(-1)?.index;
  const above = parent === undefined ? undefined : actions[parent];
  const address =
    /^<?(https?:\/\/[^\s>]+)>?$/.exec(item.text.trim())?.[1] ??
    /^\[[^\]]*\]\((https?:[^)\s]+)\)$/.exec(item.text.trim())?.[1];
  if (above && address) {
    // A nested line that is only a link says where the action above is tracked.
    if (above.ticket === undefined && ticketsIn(address).length > 0) above.ticket = address;
    else above.text += `\n- ${address}`;
    return;
  }
  if (isTemplateRow(item.text, item.text) || isPlaceholder(item.text)) return;
  // `**Tasks:**` names the list below it.
  if (
    item.detail === "" &&
    /^(?:\*\*|__)?[^*_:\n]{2,60}(?::\s*(?:\*\*|__)?|(?:\*\*|__):)\s*$/.test(item.text)
  )
    return;
  const [first = "", ...rest] = item.text.split("\n");
  const parts = actionParts(first);
  const text = [parts.text, ...rest, ...(item.detail === "" ? [] : [`\n${item.detail}`])].join("\n").trim();
  const boxed: ActionParts =
    item.checked === null ? { ...parts, text } : { ...parts, text, state: item.checked ? "done" : "open" };
  if (text === "") return;
  actions.push({ ...build(boxed, setting, item.line), ...(parent === undefined ? {} : { parent }) });
  open.push({ index: actions.length - 1, depth: item.depth });
}

function ofParagraph(block: Block, setting: Setting): ProposedAction | null {
  if (block.kind !== "paragraph") return null;
  const found =
    /^(?:\*\*|__)?(?:action(?: item)?|follow[- ]?up|todo)(?:(?:\*\*|__):|:(?:\*\*|__)?)\s*(\S[\s\S]*)$/i.exec(
      block.text,
    );
  return found?.[1] ? build(actionParts(found[1]), setting, block.line) : null;
}

/** Check boxes below `Short-term` of a "Recovery plan": what is to be done, though no heading says "actions". */
const isPlan = (section: Section): boolean =>
  section.kind !== "timeline" &&
  settingOf(section).horizon !== undefined &&
  headingsOf(section).some((each) => each.level > 1 && /\bplan\b/i.test(each.heading)) &&
  section.blocks.some((block) => block.kind === "item" && block.checked !== null);

const listsActions = (section: Section): boolean =>
  section.kind === "actions" &&
  section.blocks.some((block) => block.kind === "item" || block.kind === "table");

/** "None.", "No fixes were necessary.", "It is unclear what would help." */
const nothing =
  /^(?:none|nothing|n\/a|no (?:further |other )?(?:actions?|fix(?:es)?|changes?|follow[- ]?ups?)\b|it(?:'s|’s| is) (?:unclear|not clear)\b|(?:not|un)known\b)/i;

/**
 * What is to be done where no list holds it: a paragraph each, or each line of it where every line is a sentence.
 * Announcements ("We will do the following:") and paragraphs too long for an action are left to the narrative.
 */
function ofProse(block: TextBlock, setting: Setting): ProposedAction[] {
  const lines = block.text.split("\n");
  const each = lines.every((line) => /[.!)]\s*$/.test(line)) ? lines : [block.text];
  return each.flatMap((text, index) =>
    text.length > 600 || /:\s*$/.test(text) || nothing.test(text.trim()) || isPlaceholder(text)
      ? []
      : [build(actionParts(text), setting, block.line + (each.length > 1 ? index : 0))],
  );
}

const words = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^a-z ]+/g, " ")
    .trim();

const given = (value: string): string | undefined =>
  isPlaceholder(value) || value === "-" ? undefined : value;

function stateOf(cell: string): "open" | "done" | undefined {
  if (cell === "") return undefined;
  return /✅|☑|✔|\b(?:done|completed?|closed|fixed|resolved|yes|merged|shipped)\b|\[x\]/i.test(cell)
    ? "done"
    : "open";
}

function ofTable(table: Table, setting: Setting): ProposedAction[] {
  const header = table.header?.cells.map(words) ?? [];
  const column = (pattern: RegExp): number => header.findIndex((cell) => pattern.test(cell));
  const owner = column(/^(?:owner|assignee|assigned|responsible|who|dri|person|team)/);
  const due = column(/^(?:due|deadline|target|when|eta|date)/);
  const state = column(/^(?:status|state|done|progress|complete)/);
  const ticket = column(/^(?:ticket|issue|jira|bug|tracking|tracker|link|reference|pr)\b/);
  const named = column(
    /^(?:action|item|task|description|what|todo|to do|remediation|improvement|follow up|title|step|details)/,
  );
  const others = new Set([owner, due, state, ticket]);
  const text =
    named >= 0
      ? named
      : (table.header?.cells.findIndex(
          (_, index) => !others.has(index) && !/^(?:id|no|priority|type|nr)?$/.test(header[index] ?? ""),
        ) ?? 0);
  return table.rows.flatMap((row) => {
    const cell = (index: number): string => (index < 0 ? "" : (row.cells[index]?.trim() ?? ""));
    if (cell(text) === "" || isPlaceholder(cell(text)) || isTemplateRow(cell(text), cell(text))) return [];
    const parts = actionParts(cell(text));
    const name = given(
      cell(owner)
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/[@*_`]/g, "")
        .trim(),
    );
    const date = given(cell(due));
    // "Bug 12 TODO" and "n/a DONE" hold the state in the column of the ticket.
    const reference = cell(ticket)
      .replace(/\b(?:done|todo|n\/a|open|closed)\b/gi, "")
      .trim();
    const tracked = given(
      ticketsIn(reference)[0] ?? /\]\((https?:[^)\s]+)\)/.exec(reference)?.[1] ?? reference,
    );
    const done =
      stateOf(cell(state)) ??
      (/\b(?:done|todo|open|closed)\b/i.test(cell(ticket)) ? stateOf(cell(ticket)) : undefined);
    return [
      build(
        {
          ...parts,
          ...(name ? { owner: name } : {}),
          ...(date ? { due: date } : {}),
          ...(tracked ? { ticket: tracked } : {}),
          ...(done ? { state: done } : {}),
        },
        setting,
        row.line,
      ),
    ];
  });
}
