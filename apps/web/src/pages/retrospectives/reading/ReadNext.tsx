import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { Link } from "react-router";
import { useAnswer } from "../../../api/answers.ts";
import { paths } from "../../../paths.ts";
import { ArticleSection } from "./ArticleSection.tsx";

const shown = 3;

/** Past failures that may be the same one in other clothes, and why they might be. */
export function ReadNext({ reference }: { reference: string }) {
  const similar = useAnswer(
    knowledgeRoutes.similar,
    { body: { ref: reference, limit: shown } },
    { staleTime: 300_000 },
  );
  const items = similar.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ArticleSection id="next" title="Read next">
      <ul className="retro-next">
        {items.map(({ id, ref, title, lesson, because }) => {
          const why = [...because.mechanisms, ...because.parts, ...because.symptoms, ...because.terms].slice(
            0,
            4,
          );
          return (
            <li key={id}>
              <Link to={paths.retrospective(ref)}>{lesson.trim() === "" ? title : lesson}</Link>
              <p className="quiet">
                {lesson.trim() === "" ? ref : `${ref} ${title}`}
                {why.length === 0 ? "" : `. Both are about ${why.join(", ")}`}
              </p>
            </li>
          );
        })}
      </ul>
    </ArticleSection>
  );
}
