import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import { useRef, type KeyboardEvent } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { showToast } from "../../../components/Toast.tsx";
import { MarkedText } from "../writing/MarkedText.tsx";
import { SectionFrame, sectionPrompts } from "../writing/SectionFrame.tsx";
import { MeasureRow } from "./MeasureRow.tsx";
import "./measures.css";

interface MeasuresProps {
  readonly incident: string;
  readonly items: readonly Countermeasure[];
  /** What is being typed as the next idea. */
  readonly idea: string;
  readonly onIdeaChange: (idea: string) => void;
}

/** Ideas first, as fast as they can be typed; votes, kind, strength and promises afterwards. */
export function Measures({ incident, items, idea, onIdeaChange }: MeasuresProps) {
  const add = useCall(countermeasureRoutes.add, ["countermeasures", "knowledge"]);
  const sending = useRef(false);
  const send = async () => {
    const title = idea.trim();
    if (title === "" || sending.current) return;
    sending.current = true;
    try {
      await add.mutateAsync({ body: { title, incident } });
      onIdeaChange("");
    } catch (error) {
      showToast({
        title: "The idea was not saved; it is still in its field",
        description: messageOf(error) ?? "",
        tone: "danger",
      });
    }
    sending.current = false;
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <SectionFrame id="measures" label="Countermeasures" prompt={sectionPrompts.measures}>
      <div className="retro-idea">
        <MarkedText
          part="measure:new"
          label="A new idea for a countermeasure"
          placeholder="What could change in the system?"
          value={idea}
          maxLength={300}
          onValueChange={(next) => onIdeaChange(next.replaceAll("\n", " "))}
          onKeyDown={press}
        />
        <Button busy={add.isPending} onClick={() => void send()}>
          Add idea
        </Button>
      </div>
      {items.length === 0 ? null : (
        <ul className="retro-measures">
          {items.map((item) => (
            <MeasureRow key={item.id} item={item} editable />
          ))}
        </ul>
      )}
    </SectionFrame>
  );
}
