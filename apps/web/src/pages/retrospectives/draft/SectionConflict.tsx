import { documentSectionLabels } from "@morrow/domain/retrospectives";
import { ConflictDialog } from "../../../components/ConflictDialog.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";
import type { Conflict, Draft } from "./draft.ts";
import { useDraftState } from "./useDraft.ts";
import { sectionText, withSectionText } from "./sectionText.ts";

interface SectionConflictProps {
  readonly draft: Draft;
  readonly conflict: Conflict;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** One section after the other, both texts side by side, until all are decided. */
export function SectionConflict({ draft, conflict, open, onOpenChange }: SectionConflictProps) {
  const { document } = useDraftState(draft);
  const [section] = conflict.sections;
  if (section === undefined) return null;
  const { theirs } = conflict;
  const saved = timeText(theirs.savedAt, localZone(), "time")?.text ?? "";
  return (
    <ConflictDialog
      key={section}
      open={open}
      onOpenChange={onOpenChange}
      subject={`“${documentSectionLabels[section]}”`}
      mine={{ text: sectionText(document, section), by: "not saved yet" }}
      theirs={{ text: sectionText(theirs.document, section), by: `${theirs.by ?? "somebody"}, ${saved}` }}
      onKeepMine={() => draft.decide(section, document)}
      onKeepTheirs={() => draft.decide(section, theirs.document)}
      onKeepBoth={(text) =>
        draft.decide(section, withSectionText(document, section, text, [document, theirs.document]))
      }
    />
  );
}
