import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { useAnswer } from "../../api/answers.ts";
import { Learned } from "../home/Learned.tsx";
import "../home/home.css";
import { today } from "../home/today.ts";

const examples: readonly { query: string; what: string }[] = [
  {
    query: "expired certificate",
    what: "Several words: the best matches of all of them come first; small typing errors are forgiven.",
  },
  { query: '"connection pool"', what: "A phrase, exactly." },
  {
    query: "severity:SEV1 after:2026-01-01",
    what: "Fields: severity, service, tag, team, kind, after, before.",
  },
];

/** Before anything is asked: how to ask, and what to read. */
export function SearchStart({ onAsk }: { onAsk: (query: string) => void }) {
  const home = useAnswer(knowledgeRoutes.home, { query: { today: today() } });
  return (
    <div className="search-start">
      <section aria-labelledby="how">
        <h2 id="how" className="home-heading">
          Ways to ask
        </h2>
        <ul className="search-examples">
          {examples.map(({ query, what }) => (
            <li key={query}>
              <button type="button" className="search-example mono" onClick={() => onAsk(query)}>
                {query}
              </button>
              <p className="quiet">{what}</p>
            </li>
          ))}
        </ul>
      </section>
      <Learned items={home.data?.learned ?? []} />
    </div>
  );
}
