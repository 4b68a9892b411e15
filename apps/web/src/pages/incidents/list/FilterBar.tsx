import { incidentRoutes } from "@morrow/contract/incidents";
import { teamRoutes } from "@morrow/contract/people";
import {
  incidentKindLabels,
  incidentKinds,
  incidentStates,
  severities,
  type IncidentState,
  type Severity,
} from "@morrow/domain/incidents";
import { ChevronDown, Search, X } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useAnswer } from "../../../api/answers.ts";
import { Button } from "../../../components/Button.tsx";
import { Checkbox } from "../../../components/Checkbox.tsx";
import { Combobox } from "../../../components/Combobox.tsx";
import { Popover } from "../../../components/Popover.tsx";
import { Select } from "../../../components/Select.tsx";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { StateMark, stateWord } from "../../../components/StateMark.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { optionOf, valuesOf } from "../facts/options.ts";
import { countFilters, noFilters, type IncidentFilters } from "./filters.ts";

export interface FilterBarProps {
  readonly filters: IncidentFilters;
  readonly onChange: (part: Partial<IncidentFilters>) => void;
}

const everyTeam = "all";

/** One row of filters; each says on its face what it is set to. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const facets = useAnswer(incidentRoutes.facets, {}, { staleTime: 60_000 }).data;
  const teams = useAnswer(teamRoutes.list, {}, { staleTime: 300_000 }).data?.items ?? [];
  const { state, severity, kind, service, tag, team, from, to, needsRetrospective } = filters;
  const teamName = teams.find(({ id }) => id === team)?.name;
  return (
    <div className="incidents-filters" role="search" aria-label="Filter incidents">
      <TextFilter text={filters.text} onText={(text) => onChange({ text })} />
      <FilterButton label="State" value={state.map(stateWord).join(", ")}>
        <Checks
          all={incidentStates}
          chosen={state}
          label={stateLabel}
          onChosen={(next) => onChange({ state: next })}
        />
      </FilterButton>
      <FilterButton label="Severity" value={severity.map((each) => `SEV${each}`).join(", ")}>
        <Checks
          all={severities}
          chosen={severity}
          label={severityLabel}
          onChosen={(next) => onChange({ severity: next })}
        />
      </FilterButton>
      <FilterButton label="Kind" value={kind.map((each) => incidentKindLabels[each].label).join(", ")}>
        <Checks
          all={incidentKinds}
          chosen={kind}
          label={(each) => incidentKindLabels[each].label}
          onChosen={(next) => onChange({ kind: next })}
        />
      </FilterButton>
      <FilterButton label="Service" value={service.join(", ")}>
        <Combobox
          label="Services"
          options={(facets?.services ?? []).map(optionOf)}
          selected={service.map(optionOf)}
          onSelectedChange={(selected) => onChange({ service: valuesOf(selected) })}
        />
      </FilterButton>
      <FilterButton label="Tag" value={tag.join(", ")}>
        <Combobox
          label="Tags"
          options={(facets?.tags ?? []).map(optionOf)}
          selected={tag.map(optionOf)}
          onSelectedChange={(selected) => onChange({ tag: valuesOf(selected) })}
        />
      </FilterButton>
      {teams.length === 0 && team === "" ? null : (
        <FilterButton label="Team" value={team === "" ? "" : (teamName ?? "another team")}>
          <Select
            label="Team"
            choices={[
              { value: everyTeam, label: "Every team" },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={team === "" ? everyTeam : team}
            onValueChange={(value) => onChange({ team: value === everyTeam ? "" : value })}
          />
        </FilterButton>
      )}
      <FilterButton
        label="Dates"
        value={from === "" && to === "" ? "" : `${from === "" ? "…" : from} – ${to === "" ? "…" : to}`}
      >
        <div className="stack-tight">
          <TextField
            label="From (UTC)"
            type="date"
            value={from}
            onValueChange={(value) => onChange({ from: value })}
          />
          <TextField
            label="To, that day included"
            type="date"
            value={to}
            onValueChange={(value) => onChange({ to: value })}
          />
        </div>
      </FilterButton>
      <Button
        size="small"
        kind={needsRetrospective ? "secondary" : "quiet"}
        aria-pressed={needsRetrospective}
        onClick={() => onChange({ needsRetrospective: !needsRetrospective })}
      >
        Needs a retrospective
      </Button>
      {countFilters(filters) === 0 && filters.text === "" ? null : (
        <Button
          size="small"
          kind="quiet"
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => onChange(noFilters)}
        >
          Clear
        </Button>
      )}
    </div>
  );
}

function FilterButton({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <Popover
      title={label}
      trigger={
        <Button size="small" kind={value === "" ? "quiet" : "secondary"} className="incidents-filter">
          <span>{label}</span>
          {value === "" ? null : <strong>{value}</strong>}
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <div className="incidents-filter-panel">{children}</div>
    </Popover>
  );
}

const stateLabel = (state: IncidentState) => <StateMark state={state} />;
const severityLabel = (severity: Severity) => <SeverityMark severity={severity} />;

interface ChecksProps<Value extends string | number> {
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly label: (value: Value) => ReactNode;
  readonly onChosen: (values: Value[]) => void;
}

function Checks<Value extends string | number>({ all, chosen, label, onChosen }: ChecksProps<Value>) {
  return (
    <div className="stack-tight">
      {all.map((each) => (
        <Checkbox
          key={each}
          label={label(each)}
          checked={chosen.includes(each)}
          onCheckedChange={(on) =>
            onChosen(all.filter((value) => (value === each ? on : chosen.includes(value))))
          }
        />
      ))}
    </div>
  );
}

const pauseMs = 200;

/** Typing shows at once; the address and the list follow when the fingers rest. */
function TextFilter({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const [said, setSaid] = useState(text);
  if (text !== said) {
    setSaid(text);
    setTyped(text);
  }
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => latest.current(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <TextField
      label="Words in the title"
      labelHidden
      className="incidents-text"
      type="search"
      placeholder="Words in the title"
      icon={<Search size={16} aria-hidden="true" />}
      value={typed}
      onValueChange={setTyped}
    />
  );
}
