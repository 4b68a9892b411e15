import type { ContributingFactor, FactorConnection } from "@morrow/domain/retrospectives";
import { Markdown } from "../../../components/Markdown.tsx";
import { splitComments } from "../coaching/suppress.ts";

interface FactorListProps {
  readonly factors: readonly ContributingFactor[];
  readonly connections: readonly FactorConnection[];
}

/** Every condition once, with what it led to below it in words. */
export function FactorList({ factors, connections }: FactorListProps) {
  const text = (id: string) => splitComments(factors.find((factor) => factor.id === id)?.text ?? "").words;
  return (
    <ul className="retro-points">
      {factors.map((factor) => {
        const led = connections.filter(({ from }) => from === factor.id);
        return (
          <li key={factor.id}>
            <Markdown source={splitComments(factor.text).words} setting="reading" lines={1} />
            {led.length === 0 ? null : (
              <ul aria-label="It contributed to">
                {led.map(({ to }) => (
                  <li key={to} className="retro-led">
                    <span aria-hidden="true">→ </span>
                    {text(to)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
