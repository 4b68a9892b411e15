import type { Incident } from "@morrow/contract/incidents";
import { Pencil } from "lucide-react";
import { useRef, useState } from "react";
import { messageOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useIncidentChange } from "../useIncidentChange.ts";

/** The title, changed in its place. Enter keeps it, Escape leaves it. */
export function TitleField({ incident, mayEdit }: { incident: Incident; mayEdit: boolean }) {
  const [draft, setDraft] = useState<string | null>(null);
  const change = useIncidentChange(incident);
  const button = useRef<HTMLButtonElement>(null);

  function leave(): void {
    setDraft(null);
    change.reset();
    requestAnimationFrame(() => button.current?.focus());
  }

  if (draft === null) {
    // While it is being saved the new title stands already.
    const shown =
      change.isPending && change.variables.title !== undefined ? change.variables.title : incident.title;
    return (
      <div className="incident-title">
        <h1 tabIndex={-1}>{shown}</h1>
        {mayEdit ? (
          <IconButton
            ref={button}
            size="small"
            label="Change the title"
            icon={<Pencil size={16} aria-hidden="true" />}
            onClick={() => setDraft(incident.title)}
          />
        ) : null}
      </div>
    );
  }
  const save = () => {
    const title = draft.trim();
    if (title === incident.title) return leave();
    change.mutate({ title }, { onSuccess: leave });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, from wherever in the form it is pressed
    <form
      className="incident-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() !== "") save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
    >
      <h1 className="visually-hidden">{incident.title}</h1>
      <TextField
        label="Title"
        labelHidden
        className="incident-title-field"
        maxLength={200}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
        autoFocus
        value={draft}
        onValueChange={setDraft}
        error={
          change.error?.code === "conflict.revision"
            ? `Somebody changed the title meanwhile. Keep yours by saving again.`
            : messageOf(change.error)
        }
      />
      <Button type="submit" kind="primary" busy={change.isPending} disabled={draft.trim() === ""}>
        Keep it
      </Button>
      <Button kind="quiet" onClick={leave}>
        Leave it
      </Button>
    </form>
  );
}
