import { documentSections, type RetrospectiveDocument } from "@morrow/domain/retrospectives";
import { Circle, CircleCheck } from "lucide-react";

/** Where there is text and where there is none yet; an empty section is no fault. */
export function Outline({ document, ideas }: { document: RetrospectiveDocument; ideas: number }) {
  const sections = documentSections(document).map(({ id, label, text }) => ({
    id: id as string,
    label,
    words: text.trim() === "" ? "empty" : amount(document, id),
    filled: text.trim() !== "",
  }));
  const all = [
    ...sections,
    {
      id: "measures",
      label: "Countermeasures",
      words: ideas === 0 ? "empty" : String(ideas),
      filled: ideas > 0,
    },
  ];
  return (
    <nav className="retro-outline" aria-label="Sections">
      <ol>
        {all.map(({ id, label, words, filled }) => (
          <li key={id}>
            <a href={`#section-${id}`} data-filled={filled || undefined}>
              {filled ? (
                <CircleCheck size={14} aria-hidden="true" />
              ) : (
                <Circle size={14} aria-hidden="true" />
              )}
              <span>{label}</span>
              <span className="retro-outline-amount">{words}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function amount(
  document: RetrospectiveDocument,
  id: ReturnType<typeof documentSections>[number]["id"],
): string {
  switch (id) {
    case "lesson":
      return "";
    case "narrative":
      return `${document.narrative.split(/\s+/).filter(Boolean).length.toLocaleString("en")} words`;
    case "factors":
    case "wentWell":
    case "confusing":
    case "lucky":
    case "detectSooner":
    case "recoverSooner":
      return String(document[id].length);
  }
}
