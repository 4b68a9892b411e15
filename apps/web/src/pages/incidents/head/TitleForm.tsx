import { Button } from "../../../components/Button.tsx";
import { TextField } from "../../../components/TextField.tsx";

export interface TitleFormProps {
  readonly draft: string;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onDraft: (draft: string) => void;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
}

export default function TitleForm({ draft, busy, error, onDraft, onKeep, onLeave }: TitleFormProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, from wherever in the form it is pressed
    <form
      className="incident-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() !== "") onKeep();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
      }}
    >
      <TextField
        label="Title"
        labelHidden
        className="incident-title-field"
        maxLength={200}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
        autoFocus
        value={draft}
        onValueChange={onDraft}
        error={error}
      />
      <Button type="submit" kind="primary" busy={busy} disabled={draft.trim() === ""}>
        Keep it
      </Button>
      <Button kind="quiet" onClick={onLeave}>
        Leave it
      </Button>
    </form>
  );
}
