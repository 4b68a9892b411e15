import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { useAnswer } from "../../../api/answers.ts";

/** Time boxes drawn to scale: one sees that brainstorming has its share. */
export function Agenda({ incident, minutes }: { incident: string; minutes: number }) {
  const agenda = useAnswer(
    retrospectiveRoutes.agenda,
    { params: { ref: incident }, query: { minutes: Math.round(minutes) } },
    { keepPrevious: true },
  );
  const items = agenda.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3 className="overline">Agenda</h3>
      <ol className="retro-agenda">
        {items.map((item) => (
          <li key={item.title} style={{ flexGrow: item.minutes }}>
            <span className="retro-agenda-minutes tabular">{item.minutes} min</span>
            <span>
              <strong>{item.title}</strong>
              <span className="quiet"> {item.purpose}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
