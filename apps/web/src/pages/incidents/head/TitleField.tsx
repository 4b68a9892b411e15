import type { Incident } from "@morrow/contract/incidents";
import { Pencil } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { messageOf } from "../../../api/problems.ts";
import { IconButton } from "../../../components/IconButton.tsx";
import { useIncidentChange } from "../useIncidentChange.ts";

const TitleForm = lazy(() => import("./TitleForm.tsx"));

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
    <>
      <h1 className="visually-hidden">{incident.title}</h1>
      <Suspense fallback={null}>
        <TitleForm
          draft={draft}
          busy={change.isPending}
          error={
            change.error?.code === "conflict.revision"
              ? `Somebody changed the title meanwhile. Keep yours by saving again.`
              : messageOf(change.error)
          }
          onDraft={setDraft}
          onKeep={save}
          onLeave={leave}
        />
      </Suspense>
    </>
  );
}
