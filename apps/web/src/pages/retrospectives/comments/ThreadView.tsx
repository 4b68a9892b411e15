import { retrospectiveRoutes, type Comment } from "@morrow/contract/retrospectives";
import { useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { useSignedIn } from "../../../api/session.ts";
import { Button } from "../../../components/Button.tsx";
import { Markdown } from "../../../components/Markdown.tsx";
import { Time } from "../../../components/Time.tsx";
import { showToast } from "../../../components/Toast.tsx";
import { CommentForm } from "./CommentForm.tsx";
import { isOpen, type Thread } from "./threads.ts";

interface ThreadViewProps {
  readonly incident: string;
  readonly thread: Thread;
}

export function ThreadView({ incident, thread }: ThreadViewProps) {
  const { first, replies } = thread;
  const [answering, setAnswering] = useState(false);
  const add = useCall(retrospectiveRoutes.comment);
  const change = useChange(incident);
  const open = isOpen(thread);
  const reply = async (body: string) => {
    await add.mutateAsync({
      params: { ref: incident },
      body: { section: first.section, body, replyTo: first.id },
    });
    setAnswering(false);
  };
  return (
    <article
      className="retro-thread"
      data-settled={!open || undefined}
      aria-label={`Comment by ${first.person.name}`}
    >
      {first.quote === "" ? null : <blockquote className="retro-quote">{first.quote}</blockquote>}
      {[first, ...replies].map((comment) => (
        <CommentView key={comment.id} incident={incident} comment={comment} />
      ))}
      {answering ? (
        <CommentForm
          label="Your answer"
          action="Answer"
          onSend={reply}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className="cluster">
          <Button size="small" onClick={() => setAnswering(true)}>
            Answer
          </Button>
          <Button size="small" kind="quiet" onClick={() => change(first, { settled: open })}>
            {open ? "Settle" : "Take up again"}
          </Button>
          {first.settled === null ? null : (
            <span className="quiet">
              Settled by {first.settled.by.name}, <Time at={first.settled.at} show="date" inList />
            </span>
          )}
        </div>
      )}
    </article>
  );
}

function CommentView({ incident, comment }: { incident: string; comment: Comment }) {
  const me = useSignedIn().person.id;
  const [editing, setEditing] = useState(false);
  const save = useCall(retrospectiveRoutes.changeComment);
  const change = useChange(incident);
  if (comment.withdrawn) return <p className="quiet">Withdrawn by {comment.person.name}.</p>;
  const mine = comment.person.id === me;
  const send = async (body: string) => {
    await save.mutateAsync({
      params: { ref: incident, comment: comment.id },
      body: { revision: comment.revision, body },
    });
    setEditing(false);
  };
  return (
    <div className="retro-comment">
      <p className="retro-comment-head">
        <strong>{comment.person.name}</strong>
        <span className="quiet">
          <Time at={comment.createdAt} inList />
          {comment.savedAt === comment.createdAt ? "" : ", changed"}
        </span>
      </p>
      {editing ? (
        <CommentForm
          label="Your comment"
          action="Save"
          initial={comment.body}
          onSend={send}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Markdown source={comment.body} lines={1} />
      )}
      {mine && !editing ? (
        <div className="cluster">
          <button type="button" className="retro-link" onClick={() => setEditing(true)}>
            Change
          </button>
          <button type="button" className="retro-link" onClick={() => change(comment, { withdrawn: true })}>
            Withdraw
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** A change of one press; what keeps it from being made is told where everybody looks. */
function useChange(incident: string) {
  const change = useCall(retrospectiveRoutes.changeComment);
  return (comment: Comment, what: { settled: boolean } | { withdrawn: true }) => {
    change.mutate(
      { params: { ref: incident, comment: comment.id }, body: { revision: comment.revision, ...what } },
      {
        onError: (error) =>
          showToast({ title: "This did not change", description: messageOf(error) ?? "", tone: "danger" }),
      },
    );
  };
}
