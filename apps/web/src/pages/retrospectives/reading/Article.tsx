import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import type { Retrospective } from "@morrow/contract/retrospectives";
import { documentSectionLabels } from "@morrow/domain/retrospectives";
import { useNavigate } from "react-router";
import { useAnswer } from "../../../api/answers.ts";
import { useMay } from "../../../api/session.ts";
import { Markdown } from "../../../components/Markdown.tsx";
import { useCommands } from "../../../commands/registry.ts";
import { useShortcuts } from "../../../keyboard/shortcuts.ts";
import { paths } from "../../../paths.ts";
import { splitComments } from "../coaching/suppress.ts";
import { FactorGraph } from "../factors/FactorGraph.tsx";
import { FactorList } from "../factors/FactorList.tsx";
import { MeasureRow } from "../measures/MeasureRow.tsx";
import "../measures/measures.css";
import { pointSections } from "../writing/PointsField.tsx";
import { ArticleHead } from "./ArticleHead.tsx";
import { ArticleSection } from "./ArticleSection.tsx";
import { KeyFigures } from "./KeyFigures.tsx";
import { ReadNext } from "./ReadNext.tsx";
import { Strip } from "./Strip.tsx";
import { TookPart } from "./TookPart.tsx";
import "./reading.css";
import { useReading } from "./useReading.ts";

/** A retrospective as an article: what to remember, what happened, which conditions, what changes, what to read next. */
export function Article({ retrospective }: { retrospective: Retrospective }) {
  const { document, incident } = retrospective;
  const { ref } = incident;
  const mayEdit = useMay("retrospectives.edit");
  const navigate = useNavigate();
  const measures = useAnswer(countermeasureRoutes.list, { query: { incident: ref, limit: 200 } });
  const items = measures.data?.items ?? [];
  useReading(retrospective);
  const edit = () => void navigate(paths.editRetrospective(ref));
  useShortcuts(
    mayEdit ? [{ keys: "e", label: "Write in this retrospective", group: "Retrospective", run: edit }] : [],
  );
  useCommands([
    ...(mayEdit
      ? [
          {
            id: "retro-edit",
            label: "Write in this retrospective",
            group: "Here" as const,
            keys: "e",
            run: edit,
          },
        ]
      : []),
    { id: "retro-print", label: "Print this retrospective", group: "Here", run: () => print() },
  ]);
  return (
    <article className="retro-article">
      <ArticleHead retrospective={retrospective} />
      <KeyFigures retrospective={retrospective} />
      <Strip reference={ref} />
      {document.narrative.trim() === "" ? null : (
        <ArticleSection id="narrative" title={documentSectionLabels.narrative}>
          <Markdown source={document.narrative} setting="reading" lines={12} />
        </ArticleSection>
      )}
      {document.factors.length === 0 ? null : (
        <ArticleSection
          id="factors"
          title={documentSectionLabels.factors}
          wide={document.connections.length > 0}
        >
          <p className="retro-article-note">
            Each of these had to be true.{" "}
            {document.connections.length > 0 ? "An arrow means: contributed to." : ""}
          </p>
          {document.connections.length > 0 ? (
            <FactorGraph factors={document.factors} connections={document.connections} />
          ) : (
            <FactorList factors={document.factors} connections={document.connections} />
          )}
        </ArticleSection>
      )}
      {pointSections.map((section) =>
        document[section].length === 0 ? null : (
          <ArticleSection key={section} id={section} title={documentSectionLabels[section]}>
            <Points points={document[section]} />
          </ArticleSection>
        ),
      )}
      {items.length === 0 ? null : (
        <ArticleSection id="measures" title="Countermeasures">
          <ul className="retro-measures">
            {items.map((item) => (
              <MeasureRow key={item.id} item={item} editable={false} />
            ))}
          </ul>
        </ArticleSection>
      )}
      <TookPart retrospective={retrospective} />
      <ReadNext reference={ref} />
    </article>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="retro-points">
      {points.map((point, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a point has no identity but its place
        <li key={index}>
          <Markdown source={splitComments(point).words} setting="reading" lines={1} />
        </li>
      ))}
    </ul>
  );
}
