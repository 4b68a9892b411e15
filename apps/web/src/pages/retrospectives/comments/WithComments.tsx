import type { DocumentSectionId } from "@morrow/domain/retrospectives";
import { lazy, Suspense, useMemo, useState, type ReactNode } from "react";
import { CommentsContext, type Comments } from "./CommentsContext.ts";
import { isOpen, threadsOf } from "./threads.ts";
import { useComments } from "./useComments.ts";

const CommentsSheet = lazy(() => import("./CommentsSheet.tsx"));

/** Lets the sections inside offer their comments. */
export function WithComments({ incident, children }: { incident: string; children: ReactNode }) {
  const comments = useComments(incident);
  const [shown, setShown] = useState<{ section: DocumentSectionId; quote: string } | null>(null);
  const offered = useMemo<Comments>(() => {
    const open = threadsOf(comments).filter(isOpen);
    return {
      openIn: (section) => open.filter(({ first }) => first.section === section).length,
      show: (section, quote) => setShown({ section, quote }),
    };
  }, [comments]);
  return (
    <CommentsContext value={offered}>
      {children}
      <Suspense fallback={null}>
        {shown === null ? null : (
          <CommentsSheet {...shown} incident={incident} comments={comments} onClose={() => setShown(null)} />
        )}
      </Suspense>
    </CommentsContext>
  );
}
