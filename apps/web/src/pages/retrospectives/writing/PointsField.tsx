import { documentSectionLabels, type RetrospectiveDocument } from "@morrow/domain/retrospectives";
import { Entries } from "./Entries.tsx";
import { SectionFrame, sectionPrompts } from "./SectionFrame.tsx";

export const pointSections = ["wentWell", "confusing", "lucky", "detectSooner", "recoverSooner"] as const;
export type PointSection = (typeof pointSections)[number];

const placeholders: Record<PointSection, string> = {
  wentWell: "Something that helped",
  confusing: "Something that did not fit",
  lucky: "A piece of luck",
  detectSooner: "A way to hear of it earlier",
  recoverSooner: "A way to be back earlier",
};

interface PointsFieldProps {
  readonly section: PointSection;
  readonly points: readonly string[];
  readonly onChange: (update: (document: RetrospectiveDocument) => RetrospectiveDocument) => void;
}

export function PointsField({ section, points, onChange }: PointsFieldProps) {
  const label = documentSectionLabels[section];
  return (
    <SectionFrame id={section} label={label} prompt={sectionPrompts[section]}>
      <Entries
        label={label}
        placeholder={placeholders[section]}
        entries={points.map((text, index) => ({ key: `${section}:${index}`, text }))}
        keyAt={(index) => `${section}:${index}`}
        onEntriesChange={(entries) =>
          onChange((document) => ({ ...document, [section]: entries.map(({ text }) => text) }))
        }
      />
    </SectionFrame>
  );
}
