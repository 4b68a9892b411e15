import type { RootContent } from "mdast";
import type { Chunk } from "./chunks.ts";
import type { Range } from "./chat.ts";
import { span } from "./blocks.ts";
import type { RuleId } from "../remark.ts";
import { rules } from "../catalogue.ts";

/** A stretch of the document in which some rules stay silent, for a stated reason. */
export interface Suppression {
  rules: readonly RuleId[];
  reason: string;
  range: Range;
}

/** A suppression comment that does not suppress, and why. */
export interface InvalidSuppression {
  range: Range;
  problem: "no reason" | "unknown rule";
}

export interface Suppressions {
  valid: Suppression[];
  invalid: InvalidSuppression[];
}

const comment = /^<!--\s*morrow-coach\s+(ignore(?:-start|-end)?)(?![\w-])([^>]*?)-->/u;

/**
 * Reads `<!-- morrow-coach ignore RULE… -- reason -->` (the block that follows) and the pair
 * `ignore-start RULE… -- reason` / `ignore-end` (everything between). RULE may be `all`.
 */
export function readSuppressions(chunks: readonly Chunk[]): Suppressions {
  const found: Suppressions = { valid: [], invalid: [] };
  collect(
    chunks.flatMap(({ base, nodes }) => nodes.map((node) => ({ node, base }))),
    found,
  );
  return found;
}

/** A node with the beginning of the chunk its position counts from. */
interface Placed {
  node: RootContent;
  base: number;
}

function collect(placed: readonly Placed[], found: Suppressions, depth = 0): void {
  for (const [index, { node, base }] of placed.entries()) {
    if ((node.type === "list" || node.type === "listItem") && depth < 60) {
      collect(
        node.children.map((child) => ({ node: child, base })),
        found,
        depth + 1,
      );
    }
    if (node.type !== "html") continue;
    const parts = comment.exec(node.value.trim());
    if (parts === null || parts[1] === "ignore-end") continue;
    const range = parts[1] === "ignore" ? nextBlock(placed, index) : untilEnd(placed, index);
    add(parts[2] ?? "", range, span(node, base), found);
  }
}

function add(argument: string, range: Range, at: Range, found: Suppressions): void {
  const [names = "", ...rest] = argument.split(/\s--(?:\s|$)/u);
  const reason = rest.join(" -- ").trim();
  const wanted = names.split(/[\s,]+/u).filter((name) => name !== "");
  const ids = rules.map((rule) => rule.id).filter((id) => wanted.includes(id) || wanted.includes("all"));
  const isKnown = wanted.every((name) => name === "all" || rules.some((rule) => rule.id === name));
  if (ids.length === 0 || !isKnown) found.invalid.push({ range: at, problem: "unknown rule" });
  else if (!/\p{L}{2}/u.test(reason)) found.invalid.push({ range: at, problem: "no reason" });
  else found.valid.push({ rules: ids, reason, range });
}

function nextBlock(placed: readonly Placed[], index: number): Range {
  const next = placed.slice(index + 1).find(({ node }) => node.type !== "html" && node.type !== "definition");
  return next === undefined ? [0, 0] : span(next.node, next.base);
}

function untilEnd(placed: readonly Placed[], index: number): Range {
  const here = placed[index];
  const end = placed
    .slice(index + 1)
    .find(({ node }) => node.type === "html" && comment.exec(node.value)?.[1] === "ignore-end");
  return [
    here === undefined ? 0 : span(here.node, here.base)[1],
    end === undefined ? Number.POSITIVE_INFINITY : span(end.node, end.base)[0],
  ];
}
