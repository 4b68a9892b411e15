import { withFilter, hasFilter } from "./filters.ts";
import type { SearchAnswer } from "./useSearch.ts";

const groups = [
  { field: "severity", label: "Severity" },
  { field: "service", label: "Service" },
  { field: "tag", label: "Tag" },
  { field: "team", label: "Team" },
  { field: "kind", label: "Kind" },
] as const;

/** What the results have in common, as filters: pressing one adds it to the query, pressing it again takes it away. */
export function Facets({
  facets,
  query,
  onAsk,
}: {
  facets: SearchAnswer["facets"];
  query: string;
  onAsk: (query: string) => void;
}) {
  const shown = groups.filter(({ field }) => facets[field].length > 0);
  if (shown.length === 0) return <div />;
  return (
    <nav className="search-facets" aria-label="Narrow the results">
      {shown.map(({ field, label }) => (
        <section key={field} aria-label={label}>
          <h2 className="overline">{label}</h2>
          <ul>
            {facets[field].slice(0, 8).map(({ value, count }) => (
              <li key={value}>
                <button
                  type="button"
                  className="search-facet"
                  aria-pressed={hasFilter(query, field, value)}
                  onClick={() => onAsk(withFilter(query, field, value))}
                >
                  <span>{value}</span>
                  <span className="quiet tabular">{count}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
