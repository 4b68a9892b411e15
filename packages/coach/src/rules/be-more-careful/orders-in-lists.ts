import type { Sentence } from "../../language/sentences.ts";
import { lead } from "./asked.ts";
import {
  conduct,
  degrees,
  habits,
  obeying,
  raising,
  stemOf,
  telling,
  virtues,
  weaklyRaising,
} from "./lexicon.ts";

/** What may still stand before the verb of an order. */
const adverbs =
  /^(?:(?:please|also|just|really|simply|always|never|and|do not|don't|dont|avoid|stop|start|begin|start to) )*(?:be |being )?$/u;
/** Verbs that order when they stand first; what people do by hand or mouth orders as well. */
const orders =
  /^(?:be|try|keep|make|ensure|verify|check|confirm|mind|remember|avoid|get|see|stay|remain|take|pay|treat|expect|assume|understand|know|learn|own|let|admit|approach|watch|look|read|ask|tell|think|plan|prepare|forget|wait|hesitate|rely|trust|assume|underestimate|ignore|rush|skip|panic|double-check|doublecheck|turn|show|speak|write|talk|hold|wash|resist|use|show|exercise|spend)$/u;

/**
 * Whether the verb at `index` orders something at the start of a point, whatever heading the list stands under. A gerund
 * or noun may as well tell what was done or had; a bare verb orders.
 */
export function ordersInPoint({ block, lower }: Sentence, index: number): boolean {
  if (block.kind !== "list-item" && block.kind !== "table-cell") return false;
  const label = lead.exec(lower)?.[0].length ?? 0;
  if (label > index || !adverbs.test(lower.slice(label, index))) return false;
  if (/\b(?:not|never|don't|dont|avoid|stop) (?:be |being )?$/u.test(lower.slice(0, index))) return true;
  const [, adverb = "", verb = ""] =
    /^((?:[a-z]+ly |always )*)([a-z'-]+)(?![:\w])/u.exec(lower.slice(index)) ?? [];
  if (/ing$|ed$|[a-z]{2}(?<![su])s$/u.test(verb) || (degrees.has(verb) && adverb === "") || virtues.has(verb))
    return false;
  if (verb === "" || verb.endsWith("ing")) return false;
  const stem = stemOf(verb);
  return (
    orders.test(verb) ||
    [conduct, habits, obeying, raising, telling, weaklyRaising].some((kind) => kind.has(stem))
  );
}
