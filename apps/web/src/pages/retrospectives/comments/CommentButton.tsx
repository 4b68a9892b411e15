import { documentSectionLabels, type DocumentSectionId } from "@morrow/domain/retrospectives";
import { MessageSquare } from "lucide-react";
import { useContext, type PointerEvent } from "react";
import { CommentsContext } from "./CommentsContext.ts";
import { selectedWords } from "./selectedWords.ts";

/** Opens the comments of a section, about the words that are selected in it. */
export function CommentButton({ section }: { section: DocumentSectionId }) {
  const comments = useContext(CommentsContext);
  if (comments === null) return null;
  const open = comments.openIn(section);
  const label = documentSectionLabels[section];
  return (
    <button
      type="button"
      className="retro-comment-button"
      data-open={open > 0 || undefined}
      aria-label={
        open === 0
          ? `Comment on: ${label}`
          : `${open === 1 ? "1 open comment" : `${open} open comments`} on: ${label}`
      }
      onPointerDown={keepSelection}
      onClick={(event) =>
        comments.show(section, selectedWords(event.currentTarget.closest(".retro-section")))
      }
    >
      <MessageSquare size={16} aria-hidden="true" />
      {open > 0 ? <span className="tabular">{open}</span> : "Comment"}
    </button>
  );
}

/** A press would move the focus, and the selection with it, before the click is told. */
function keepSelection(event: PointerEvent): void {
  event.preventDefault();
}
