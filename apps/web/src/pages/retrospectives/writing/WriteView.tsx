import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import type { Retrospective } from "@morrow/contract/retrospectives";
import { MessageCircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../../api/answers.ts";
import { Button } from "../../../components/Button.tsx";
import { Sheet } from "../../../components/Dialog.tsx";
import { useCommands } from "../../../commands/registry.ts";
import { useShortcuts } from "../../../keyboard/shortcuts.ts";
import { CoachColumn, CoachList, type CoachProps } from "../coaching/CoachColumn.tsx";
import { WithComments } from "../comments/WithComments.tsx";
import type { Draft } from "../draft/draft.ts";
import { useDraftState } from "../draft/useDraft.ts";
import { Measures } from "../measures/Measures.tsx";
import { FactorsField } from "./FactorsField.tsx";
import { LessonField } from "./LessonField.tsx";
import { NarrativeField } from "./NarrativeField.tsx";
import { Outline } from "./Outline.tsx";
import { PointsField, pointSections } from "./PointsField.tsx";
import { useCoaching } from "./useCoaching.ts";
import { useWide } from "./useWide.ts";
import "./writing.css";
import { WritingContext } from "./WritingContext.ts";

const noMeasures: never[] = [];

/** Outline left, text in the middle, questions right. */
export function WriteView({ retrospective, draft }: { retrospective: Retrospective; draft: Draft }) {
  const { document } = useDraftState(draft);
  const { ref } = retrospective.incident;
  const measures = useAnswer(countermeasureRoutes.list, { query: { incident: ref, limit: 200 } });
  const items = measures.data?.items ?? noMeasures;
  const [idea, setIdea] = useState("");
  const coaching = useCoaching(document, items, idea, draft.change);
  const [listOpen, setListOpen] = useState(false);
  const wide = useWide("(min-width: 1180px)");
  const next = () => coaching.step(1);
  const previous = () => coaching.step(-1);
  useShortcuts([
    {
      keys: "mod+.",
      label: "Next question of the coach",
      group: "Retrospective",
      run: next,
      everywhere: true,
    },
    {
      keys: "mod+,",
      label: "Previous question of the coach",
      group: "Retrospective",
      run: previous,
      everywhere: true,
    },
  ]);
  useCommands([
    { id: "retro-next", label: "Go to the next question", group: "Here", keys: "mod+.", run: next },
    { id: "retro-narrative", label: "Write what happened", group: "Here", run: () => jump("narrative") },
    { id: "retro-ideas", label: "Brainstorm countermeasures", group: "Here", run: () => jump("measures") },
  ]);
  const { questions, read, active, go, setAside, topOf } = coaching;
  const fromList: CoachProps = {
    questions,
    active,
    onSetAside: setAside,
    onGo: (question) => {
      setListOpen(false);
      go(question);
    },
  };
  return (
    <WritingContext value={coaching.writing}>
      <WithComments incident={ref}>
        <div className="retro-write" onBlur={() => draft.save()}>
          <Outline document={document} ideas={items.length} />
          <div className="retro-text">
            <LessonField
              value={document.lesson}
              onValueChange={(lesson) => draft.change((before) => ({ ...before, lesson }))}
            />
            <NarrativeField
              incident={ref}
              value={document.narrative}
              onValueChange={(narrative) =>
                draft.change((before) => (before.narrative === narrative ? before : { ...before, narrative }))
              }
              onBlur={() => draft.save()}
            />
            <FactorsField
              factors={document.factors}
              connections={document.connections}
              onChange={draft.change}
            />
            {pointSections.map((section) => (
              <PointsField
                key={section}
                section={section}
                points={document[section]}
                onChange={draft.change}
              />
            ))}
            <Measures incident={ref} items={items} idea={idea} onIdeaChange={setIdea} />
          </div>
          {wide ? (
            <CoachColumn
              questions={questions}
              read={read}
              active={active}
              onGo={go}
              onSetAside={setAside}
              topOf={topOf}
            />
          ) : null}
        </div>
      </WithComments>
      {wide || questions.length === 0 ? null : (
        <>
          <Button
            className="retro-coach-open"
            icon={<MessageCircleQuestionMark size={16} aria-hidden="true" />}
            onClick={() => setListOpen(true)}
          >
            {questions.length === 1 ? "1 question" : `${questions.length} questions`}
          </Button>
          <Sheet open={listOpen} onOpenChange={setListOpen} title="Questions from the coach">
            <CoachList {...fromList} />
          </Sheet>
        </>
      )}
    </WritingContext>
  );
}

function jump(section: string): void {
  const element = document.getElementById(`section-${section}`);
  element?.scrollIntoView({ block: "start" });
  element?.querySelector<HTMLElement>("textarea, input")?.focus();
}
