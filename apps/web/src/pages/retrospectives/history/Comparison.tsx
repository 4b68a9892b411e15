import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { diffDocuments, type TextChange } from "@morrow/domain/retrospectives";
import { useMemo } from "react";
import { useAnswer, useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { SkeletonText } from "../../../components/Skeleton.tsx";
import { showToast } from "../../../components/Toast.tsx";
import type { Draft } from "../draft/draft.ts";
import { storedOf } from "../draft/stored.ts";
import type { RevisionBrief } from "./RevisionList.tsx";

interface ComparisonProps {
  readonly retrospective: Retrospective;
  readonly from: number;
  readonly to: number;
  readonly revisions: readonly RevisionBrief[];
  readonly draft?: Draft;
}

/** Word by word: what was taken out, what came in. */
export function Comparison({ retrospective, from, to, revisions, draft }: ComparisonProps) {
  const { ref } = retrospective.incident;
  const before = useAnswer(
    retrospectiveRoutes.revision,
    { params: { ref, number: from } },
    { staleTime: 60_000 },
  );
  const after = useAnswer(
    retrospectiveRoutes.revision,
    { params: { ref, number: to } },
    { staleTime: 60_000 },
  );
  const restore = useCall(retrospectiveRoutes.restore, ["retrospectives", "knowledge"]);
  const sections = useMemo(
    () =>
      before.data === undefined || after.data === undefined
        ? undefined
        : diffDocuments(before.data.document, after.data.document).filter(({ changed }) => changed),
    [before.data, after.data],
  );
  const bring = async (number: number) => {
    const answer = await restore.mutateAsync({
      params: { ref, number },
      body: { revision: draft?.state().base.revision ?? retrospective.revision },
    });
    draft?.receive(storedOf(answer));
    showToast({
      title: "The earlier text is the current one again",
      description: "What stood there before is in the history.",
    });
  };
  const newest = revisions[0]?.number;
  return (
    <section className="retro-comparison" aria-labelledby="retro-comparison">
      <div className="retro-comparison-head">
        <h2 id="retro-comparison">{from === to ? "One entry, compared with itself" : "What changed"}</h2>
        {draft === undefined || from === newest ? null : (
          <Button busy={restore.isPending} onClick={() => void bring(from).catch(() => undefined)}>
            Restore the earlier one
          </Button>
        )}
      </div>
      <FormError message={messageOf(restore.error ?? before.error ?? after.error)} />
      {sections === undefined ? (
        before.error === null && after.error === null ? (
          <SkeletonText lines={8} />
        ) : null
      ) : sections.length === 0 ? (
        <p className="quiet">The two texts are the same.</p>
      ) : (
        sections.map(({ section, label, changes }) => (
          <div key={section} className="retro-diff">
            <h3>{label}</h3>
            <div className="retro-diff-text">
              {changes.map((change, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a change has no identity but its place
                <Change key={index} change={change} />
              ))}
            </div>
          </div>
        ))
      )}
    </section>
  );
}

/** Long stretches that stayed the same are shown by their ends. */
const mostSame = 600;

function Change({ change: { kind, text } }: { change: TextChange }) {
  switch (kind) {
    case "same":
      return text.length <= mostSame ? (
        <span>{text}</span>
      ) : (
        <span>
          {text.slice(0, 240)}
          <span className="retro-diff-gap"> … {text.length - 480} characters the same … </span>
          {text.slice(-240)}
        </span>
      );
    case "added":
      return (
        <ins>
          <span className="visually-hidden"> added: </span>
          {text}
        </ins>
      );
    case "removed":
      return (
        <del>
          <span className="visually-hidden"> taken out: </span>
          {text}
        </del>
      );
  }
}
