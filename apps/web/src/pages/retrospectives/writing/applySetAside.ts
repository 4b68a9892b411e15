import type { RuleId } from "@morrow/coach";
import type { RetrospectiveDocument } from "@morrow/domain/retrospectives";
import type { Question } from "../coaching/questions.ts";
import { suppressInItem, suppressionInProse } from "../coaching/suppress.ts";
import { pointSections } from "./PointsField.tsx";

/** The document with the reason written before the sentence that the question is about. */
export function applySetAside(
  document: RetrospectiveDocument,
  question: Question,
  ruleId: RuleId,
  reason: string,
): RetrospectiveDocument {
  const [, key = ""] = question.part.split(":");
  if (question.section === "narrative") {
    const { at, insert } = suppressionInProse(document.narrative, question.from, ruleId, reason);
    return {
      ...document,
      narrative: document.narrative.slice(0, at) + insert + document.narrative.slice(at),
    };
  }
  if (question.section === "factors") {
    const factors = document.factors.map((factor) =>
      factor.id === key ? { ...factor, text: suppressInItem(factor.text, ruleId, reason) } : factor,
    );
    return { ...document, factors };
  }
  const section = pointSections.find((each) => each === question.section);
  if (section === undefined) return document;
  const points = document[section].map((point, index) =>
    String(index) === key ? suppressInItem(point, ruleId, reason) : point,
  );
  return { ...document, [section]: points };
}
