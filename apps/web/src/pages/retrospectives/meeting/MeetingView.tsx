import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { documentSectionLabels } from "@morrow/domain/retrospectives";
import { useMemo, useState } from "react";
import { useAnswer } from "../../../api/answers.ts";
import { SkeletonText } from "../../../components/Skeleton.tsx";
import type { Draft } from "../draft/draft.ts";
import { useDraftState } from "../draft/useDraft.ts";
import { Measures } from "../measures/Measures.tsx";
import { Strip } from "../reading/Strip.tsx";
import { FactorsField } from "../writing/FactorsField.tsx";
import { LessonField } from "../writing/LessonField.tsx";
import { NarrativeField } from "../writing/NarrativeField.tsx";
import { PointsField } from "../writing/PointsField.tsx";
import { useCoaching } from "../writing/useCoaching.ts";
import { WritingContext } from "../writing/WritingContext.ts";
import "../writing/writing.css";
import { captureFor, type Capture } from "./captures.ts";
import "./meeting.css";
import { TimeBoxes } from "./TimeBoxes.tsx";

interface MeetingViewProps {
  readonly retrospective: Retrospective;
  readonly draft: Draft;
}

const usualMinutes = 60;

/** For the screen at the wall: one agenda item at a time, its clock, and fields that write into the document. */
export default function MeetingView({ retrospective, draft }: MeetingViewProps) {
  const { ref } = retrospective.incident;
  const minutes = retrospective.meeting?.minutes ?? usualMinutes;
  const agenda = useAnswer(retrospectiveRoutes.agenda, { params: { ref }, query: { minutes } });
  const [at, setAt] = useState(0);
  if (agenda.data === undefined) return <SkeletonText lines={6} />;
  const { items } = agenda.data;
  const item = items[at];
  return (
    <div className="retro-meeting">
      <TimeBoxes items={items} at={at} onAt={setAt} />
      {item === undefined ? null : (
        <section className="retro-meeting-item" aria-labelledby="meeting-item">
          <h2 id="meeting-item">{item.title}</h2>
          <p className="retro-meeting-purpose">{item.purpose}</p>
          <Captures captures={captureFor(item.title)} retrospective={retrospective} draft={draft} />
        </section>
      )}
    </div>
  );
}

interface CapturesProps extends MeetingViewProps {
  readonly captures: readonly Capture[];
}

function Captures({ captures, retrospective, draft }: CapturesProps) {
  const { document } = useDraftState(draft);
  const { ref } = retrospective.incident;
  const measures = useAnswer(countermeasureRoutes.list, { query: { incident: ref, limit: 200 } });
  const items = useMemo(() => measures.data?.items ?? [], [measures.data]);
  const [idea, setIdea] = useState("");
  const coaching = useCoaching(document, items, idea, draft.change);
  return (
    <WritingContext value={coaching.writing}>
      <div className="retro-meeting-fields" onBlur={() => draft.save()}>
        {captures.map((capture) => {
          switch (capture) {
            case "people":
              return <People key={capture} retrospective={retrospective} />;
            case "strip":
              return <Strip key={capture} reference={ref} />;
            case "lesson":
              return (
                <LessonField
                  key={capture}
                  value={document.lesson}
                  onValueChange={(lesson) => draft.change((before) => ({ ...before, lesson }))}
                />
              );
            case "narrative":
              return (
                <NarrativeField
                  key={capture}
                  incident={ref}
                  value={document.narrative}
                  onValueChange={(narrative) =>
                    draft.change((before) =>
                      before.narrative === narrative ? before : { ...before, narrative },
                    )
                  }
                  onBlur={() => draft.save()}
                />
              );
            case "factors":
              return (
                <FactorsField
                  key={capture}
                  factors={document.factors}
                  connections={document.connections}
                  onChange={draft.change}
                />
              );
            case "measures":
              return (
                <Measures key={capture} incident={ref} items={items} idea={idea} onIdeaChange={setIdea} />
              );
            case "wentWell":
            case "confusing":
            case "lucky":
            case "detectSooner":
            case "recoverSooner":
              return (
                <PointsField
                  key={capture}
                  section={capture}
                  points={document[capture]}
                  onChange={draft.change}
                />
              );
          }
        })}
      </div>
    </WritingContext>
  );
}

function People({ retrospective }: { retrospective: Retrospective }) {
  const names = [...new Set(retrospective.stakeholders.map(({ person, name }) => person?.name ?? name))];
  return (
    <div className="stack">
      <p className="retro-meeting-large">
        {retrospective.document.lesson === ""
          ? `We look at ${retrospective.incident.title}.`
          : retrospective.document.lesson}
      </p>
      <p className="retro-meeting-large quiet">
        {names.length === 0 ? "" : `With ${names.join(", ")}. `}
        {documentSectionLabels.narrative} comes first, as each of us saw it; ideas have their own time later.
      </p>
    </div>
  );
}
