import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { useSearchParams } from "react-router";
import { useAnswer } from "../../../api/answers.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ErrorState } from "../../../components/ErrorState.tsx";
import { SkeletonRows } from "../../../components/Skeleton.tsx";
import type { Draft } from "../draft/draft.ts";
import { Comparison } from "./Comparison.tsx";
import "./history.css";
import { RevisionList } from "./RevisionList.tsx";

interface HistoryViewProps {
  readonly retrospective: Retrospective;
  /** Present where the text may be changed. */
  readonly draft?: Draft;
}

/** Who saved when, what changed between any two, and the way back to an earlier text. */
export default function HistoryView({ retrospective, draft }: HistoryViewProps) {
  const { ref } = retrospective.incident;
  const [address, setAddress] = useSearchParams();
  const history = useAnswer(retrospectiveRoutes.revisions, { params: { ref }, query: { limit: 200 } });
  if (history.data === undefined) {
    if (history.error === null) return <SkeletonRows rows={6} label="Loading the history" />;
    return (
      <ErrorState
        title="The history could not be loaded"
        advice={history.error.message}
        onRetry={() => void history.refetch()}
      />
    );
  }
  const revisions = history.data.items;
  const numbers = revisions.map(({ number }) => number);
  const chosen = (name: string) => numbers.find((number) => String(number) === address.get(name));
  const to = chosen("to") ?? numbers[0];
  const from = chosen("from") ?? numbers.find((number) => to !== undefined && number < to) ?? to;
  if (to === undefined || from === undefined || numbers.length < 2) {
    return (
      <EmptyState title={numbers.length === 0 ? "No history yet" : "One entry so far"}>
        What somebody saves in one sitting becomes an entry here. Any two can be compared, and any one made
        the current text again.
      </EmptyState>
    );
  }
  const choose = (name: "from" | "to", number: number) => {
    const next = new URLSearchParams(address);
    next.set(name, String(number));
    setAddress(next, { replace: true });
  };
  return (
    <div className="retro-history">
      <RevisionList revisions={revisions} from={from} to={to} onChoose={choose} />
      <Comparison
        retrospective={retrospective}
        from={Math.min(from, to)}
        to={Math.max(from, to)}
        revisions={revisions}
        {...(draft === undefined ? {} : { draft })}
      />
    </div>
  );
}
