import { documentSectionLabels } from "@morrow/domain/retrospectives";
import { Button } from "../../../components/Button.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";
import { showToast } from "../../../components/Toast.tsx";
import type { Draft } from "./draft.ts";
import { useDraftState } from "./useDraft.ts";

/** Quietly says where text came from that was not typed here just now. */
export function DraftNotice({ draft }: { draft: Draft }) {
  const { arrived, restoredAt } = useDraftState(draft);
  if (restoredAt !== null) {
    const letGo = () => {
      const takeBack = draft.letGo();
      showToast({
        title: "The saved text is shown again",
        action: { label: "Take it back", onPress: takeBack },
      });
    };
    return (
      <div className="retro-notice" role="status">
        <p>
          What you typed until {timeText(restoredAt, localZone(), "moment")?.text} had not been saved. It is
          back in the text.
        </p>
        <span className="cluster">
          <Button size="small" onClick={() => draft.dismissNotice()}>
            Good
          </Button>
          <Button size="small" kind="quiet" onClick={letGo}>
            Show the saved text instead
          </Button>
        </span>
      </div>
    );
  }
  if (arrived === null) return null;
  const sections = arrived.sections.map((section) => `“${documentSectionLabels[section]}”`).join(", ");
  return (
    <div className="retro-notice" role="status">
      <p>
        {arrived.by ?? "Somebody"} wrote in {sections}. It is in the text; yours stands as it was.
      </p>
      <Button size="small" kind="quiet" onClick={() => draft.dismissNotice()}>
        Good
      </Button>
    </div>
  );
}
