import { useState, type RefObject } from "react";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { TextArea } from "../../../components/TextField.tsx";

interface CommentFormProps {
  readonly label: string;
  readonly action: string;
  readonly initial?: string;
  readonly hint?: string;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
  readonly onSend: (body: string) => Promise<unknown>;
  readonly onCancel?: () => void;
}

/** What was typed stays until it has arrived. */
export function CommentForm({
  label,
  action,
  initial = "",
  hint,
  field,
  onSend,
  onCancel,
}: CommentFormProps) {
  const [body, setBody] = useState(initial);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async () => {
    setSending(true);
    try {
      await onSend(body);
      setBody("");
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FormError message={messageOf(error)} problems={problemsOf(error)} />
      <TextArea
        name="comment"
        label={label}
        {...(hint === undefined ? {} : { hint })}
        {...(field === undefined ? {} : { ref: field })}
        value={body}
        onValueChange={setBody}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void send();
        }}
      />
      <div className="cluster">
        <Button type="submit" busy={sending} disabled={body.trim() === ""}>
          {action}
        </Button>
        {onCancel === undefined ? null : (
          <Button kind="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
