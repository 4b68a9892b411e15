import { retrospectiveRoutes, type Comment } from "@morrow/contract/retrospectives";
import { documentSectionLabels, type DocumentSectionId } from "@morrow/domain/retrospectives";
import { useRef } from "react";
import { useCall } from "../../../api/answers.ts";
import { Sheet } from "../../../components/Dialog.tsx";
import { CommentForm } from "./CommentForm.tsx";
import "./comments.css";
import { isOpen, threadsOf } from "./threads.ts";
import { ThreadView } from "./ThreadView.tsx";

interface CommentsSheetProps {
  readonly incident: string;
  readonly section: DocumentSectionId;
  readonly comments: readonly Comment[];
  readonly quote: string;
  readonly onClose: () => void;
}

/** The comments of one section: what is open first, then what was settled. */
export default function CommentsSheet({ incident, section, comments, quote, onClose }: CommentsSheetProps) {
  const threads = threadsOf(comments.filter((comment) => comment.section === section));
  const add = useCall(retrospectiveRoutes.comment);
  const send = (body: string) =>
    add.mutateAsync({ params: { ref: incident }, body: { section, quote, body } });
  const field = useRef<HTMLTextAreaElement>(null);
  const settled = threads.filter((thread) => !isOpen(thread));
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Comments: ${documentSectionLabels[section]}`}
      // Whoever marked words, or is the first, came to write; otherwise the reading begins at the top.
      {...(quote !== "" || threads.length === 0 ? { initialFocus: field } : {})}
    >
      <div className="stack">
        {threads.length === 0 ? (
          <p className="quiet">
            No comments yet. They are for those who write, and stay beside the text; readers do not see them.
          </p>
        ) : null}
        {threads.filter(isOpen).map((thread) => (
          <ThreadView key={thread.first.id} incident={incident} thread={thread} />
        ))}
        {quote === "" ? null : <blockquote className="retro-quote">{quote}</blockquote>}
        <CommentForm
          label={quote === "" ? "New comment" : "New comment about these words"}
          hint="Ask what made it reasonable at the time."
          action="Comment"
          field={field}
          onSend={send}
        />
        {settled.length === 0 ? null : (
          <details>
            <summary>
              {settled.length === 1 ? "1 settled comment" : `${settled.length} settled comments`}
            </summary>
            <div className="stack">
              {settled.map((thread) => (
                <ThreadView key={thread.first.id} incident={incident} thread={thread} />
              ))}
            </div>
          </details>
        )}
      </div>
    </Sheet>
  );
}
