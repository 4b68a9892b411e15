import { MarkedText } from "./MarkedText.tsx";
import { SectionFrame, sectionPrompts } from "./SectionFrame.tsx";

/** As the contract has it. */
const longest = 500;
/** What still fits on a card. */
const comfortable = 200;

export function LessonField({
  value,
  onValueChange,
}: {
  value: string;
  onValueChange: (value: string) => void;
}) {
  const length = value.length;
  return (
    <SectionFrame
      id="lesson"
      label="Lesson"
      prompt={sectionPrompts.lesson}
      aside={
        <span id="lesson-count" className="quiet tabular" data-over={length > comfortable || undefined}>
          {length} of {comfortable}
          {length > comfortable ? ", shorter is remembered longer" : ""}
        </span>
      }
    >
      <MarkedText
        part="lesson"
        name="document.lesson"
        label="Lesson"
        look="lesson"
        value={value}
        maxLength={longest}
        describedBy="prompt-lesson lesson-count"
        placeholder="Retries without a limit turn a slow database into an outage."
        onValueChange={(next) => onValueChange(next.replaceAll("\n", " "))}
      />
    </SectionFrame>
  );
}
