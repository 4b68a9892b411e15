import type {
  ContributingFactor,
  FactorConnection,
  RetrospectiveDocument,
} from "@morrow/domain/retrospectives";
import { ArrowRight, X } from "lucide-react";
import { useState } from "react";
import { Menu } from "../../../components/Menu.tsx";
import { newKey } from "../../../outbox/entry.ts";
import { splitComments } from "../coaching/suppress.ts";
import { FactorGraph } from "../factors/FactorGraph.tsx";
import { wouldCircle } from "../factors/layout.ts";
import { Entries } from "./Entries.tsx";
import { SectionFrame, sectionPrompts } from "./SectionFrame.tsx";

interface FactorsFieldProps {
  readonly factors: readonly ContributingFactor[];
  readonly connections: readonly FactorConnection[];
  readonly onChange: (update: (document: RetrospectiveDocument) => RetrospectiveDocument) => void;
}

const prefix = "factors:";

export function FactorsField({ factors, connections, onChange }: FactorsFieldProps) {
  // The id of the entry that is not there yet; each new one gets its own.
  const [nextId, setNextId] = useState(newKey);
  const entries = factors.map(({ id, text }) => ({ key: prefix + id, text }));
  return (
    <SectionFrame id="factors" label="Contributing factors" prompt={sectionPrompts.factors}>
      <Entries
        label="Contributing factors"
        placeholder="A condition without which it would not have come to this"
        entries={entries}
        keyAt={() => prefix + nextId}
        onEntriesChange={(next) => {
          if (next.some(({ key }) => key === prefix + nextId)) setNextId(newKey());
          onChange((document) =>
            withFactors(
              document,
              next.map(({ key, text }) => ({ id: key.slice(prefix.length), text })),
            ),
          );
        }}
        below={factors.map((factor) =>
          factors.length < 2 ? null : (
            <Connections
              key={factor.id}
              factor={factor}
              factors={factors}
              connections={connections}
              onChange={onChange}
            />
          ),
        )}
      />
      {connections.length === 0 ? null : (
        <FactorGraph factors={factors} connections={connections} listed={false} />
      )}
    </SectionFrame>
  );
}

/** Connections of factors that are gone go with them. */
function withFactors(document: RetrospectiveDocument, factors: ContributingFactor[]): RetrospectiveDocument {
  const ids = new Set(factors.map(({ id }) => id));
  const connections = document.connections.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { ...document, factors, connections };
}

function Connections({
  factor,
  factors,
  connections,
  onChange,
}: FactorsFieldProps & { readonly factor: ContributingFactor }) {
  const targets = connections.filter(({ from }) => from === factor.id).map(({ to }) => to);
  const possible = factors.filter(
    ({ id }) => id !== factor.id && !targets.includes(id) && !wouldCircle(connections, factor.id, id),
  );
  const name = (id: string) => shortened(factors.find((each) => each.id === id)?.text ?? "");
  const disconnect = (to: string) =>
    onChange((document) => ({
      ...document,
      connections: document.connections.filter((each) => each.from !== factor.id || each.to !== to),
    }));
  return (
    <div className="retro-connections">
      {targets.map((to) => (
        <span key={to} className="retro-connection">
          <ArrowRight size={12} aria-hidden="true" />
          <span>
            <span className="visually-hidden">contributed to: </span>
            {name(to)}
          </span>
          <button
            type="button"
            aria-label={`No longer say that it contributed to: ${name(to)}`}
            onClick={() => disconnect(to)}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      {possible.length === 0 ? null : (
        <Menu
          align="start"
          trigger={
            <button type="button" className="retro-link">
              contributed to …
            </button>
          }
          entries={possible.map(({ id }) => ({
            kind: "action",
            label: name(id),
            onSelect: () =>
              onChange((document) => ({
                ...document,
                connections: [...document.connections, { from: factor.id, to: id }],
              })),
          }))}
        />
      )}
    </div>
  );
}

function shortened(text: string): string {
  const line = splitComments(text).words.trim().split("\n", 1)[0] ?? "";
  return line.length > 70 ? `${line.slice(0, 68).trimEnd()} …` : line === "" ? "(empty)" : line;
}
