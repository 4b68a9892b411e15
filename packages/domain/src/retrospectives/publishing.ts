import type { Policy } from "../policy/policy.ts";
import { blockingRuleLabels } from "../policy/labels.ts";
import { problem, type Problem } from "../problem.ts";
import { checkDocument, type RetrospectiveDocument } from "./document.ts";

export interface PublishingQuestion {
  document: RetrospectiveDocument;
  /** Remarks of the language coach that nobody has answered. */
  remarks?: readonly { ruleId: string }[] | undefined;
  policy: Pick<Policy, "publishingBlockedBy" | "templates">;
}

/** What keeps a retrospective from being published; empty when nothing does. */
export function readyToPublish({ document, remarks = [], policy }: PublishingQuestion): Problem[] {
  const found = checkDocument(document);
  if (document.lesson.trim() === "" && !tellsSomething(document.narrative, policy)) {
    found.push(
      problem(
        "retrospective.nothing_told",
        "Please write what happened, or the lesson in one sentence, before publishing.",
        "narrative",
      ),
    );
  }
  for (const rule of policy.publishingBlockedBy) {
    const count = remarks.filter((remark) => remark.ruleId === rule).length;
    if (count === 0) continue;
    const questions = count === 1 ? "one question" : `${count} questions`;
    found.push(
      problem(
        "retrospective.remarks_unanswered",
        `The coach has ${questions} open about “${blockingRuleLabels[rule].label.toLowerCase()}”, which your organisation answers before publishing.`,
        "remarks",
        rule,
      ),
    );
  }
  return found;
}

/** A template that nobody has filled in tells nothing. */
function tellsSomething(narrative: string, { templates }: PublishingQuestion["policy"]): boolean {
  const told = narrative.trim();
  return told !== "" && !templates.some((template) => template.narrative.trim() === told);
}
