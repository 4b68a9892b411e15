import type { RetrospectiveBrief } from "@morrow/contract/retrospectives";
import { StateMark } from "../../components/StateMark.tsx";
import { Time } from "../../components/Time.tsx";

/** Where a retrospective stands: overdue, due, a draft without a date, or published when. */
export function DueMark({ retrospective }: { retrospective: RetrospectiveBrief }) {
  const { state, overdue, dueOn, publishedAt } = retrospective;
  if (state === "published") {
    return (
      <span className="cluster">
        <StateMark state="published" />
        {publishedAt === null ? null : <Time at={publishedAt} show="date" inList />}
      </span>
    );
  }
  if (overdue) return <StateMark state="overdue">{`Was due ${dueOn ?? ""}`}</StateMark>;
  return <StateMark state="draft">{dueOn === null ? "Draft" : `Draft, due ${dueOn}`}</StateMark>;
}
