import { documentSectionLabels } from "@morrow/domain/retrospectives";
import { Button } from "../../../components/Button.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";
import { showToast } from "../../../components/Toast.tsx";
import type { Draft, DraftState } from "./draft.ts";
import { useDraftState } from "./useDraft.ts";

/** Quietly says where text came from that was not typed here just now. */
export function DraftNotice({ draft }: { draft: Draft }) {
  const { arrived, restoredAt } = useDraftState(draft);
  return (
    <>
      {restoredAt === null ? null : <Restored draft={draft} at={restoredAt} />}
      {arrived === null ? null : <Arrived draft={draft} arrived={arrived} />}
    </>
  );
}

function Restored({ draft, at }: { draft: Draft; at: string }) {
  const letGo = () => {
    const takeBack = draft.letGo();
    showToast({
      title: "The saved text is shown again",
      action: { label: "Take it back", onPress: takeBack },
    });
  };
  // Once it has been saved there is nothing else to go back to, except in the history.
  const unsaved = draft.state().saving.state !== "saved";
  return (
    <div className="retro-notice" role="status">
      <p>
        What you typed until {timeText(at, localZone(), "moment")?.text} had not been saved. It is back in the
        text.
      </p>
      <span className="cluster">
        <Button size="small" onClick={() => draft.dismissNotice("restored")}>
          Good
        </Button>
        {unsaved ? (
          <Button size="small" kind="quiet" onClick={letGo}>
            Show the saved text instead
          </Button>
        ) : null}
      </span>
    </div>
  );
}

function Arrived({ draft, arrived }: { draft: Draft; arrived: NonNullable<DraftState["arrived"]> }) {
  const sections = arrived.sections.map((section) => `“${documentSectionLabels[section]}”`).join(", ");
  return (
    <div className="retro-notice" role="status">
      <p>
        {arrived.by ?? "Somebody"} wrote in {sections}. It is in the text; yours stands as it was.
      </p>
      <Button size="small" kind="quiet" onClick={() => draft.dismissNotice("arrived")}>
        Good
      </Button>
    </div>
  );
}
