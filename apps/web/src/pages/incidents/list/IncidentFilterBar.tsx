import { incidentRoutes } from "@morrow/contract/incidents";
import { teamRoutes } from "@morrow/contract/people";
import { incidentKindLabels, incidentKinds, incidentStates, severities } from "@morrow/domain/incidents";
import { lazy, useEffect, useRef, useState } from "react";
import { useAnswer } from "../../../api/answers.ts";
import {
  ChecksFilter,
  ChoiceFilter,
  FilterBar,
  FilterButton,
  FilterToggle,
  WordsFilter,
} from "../../../components/filters/FilterBar.tsx";
import { SearchField } from "../../../components/SearchField.tsx";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { StateMark, stateWord } from "../../../components/StateMark.tsx";
import { countFilters, noFilters, type IncidentFilters } from "./filters.ts";

const loadDates = () => import("./DatesPanel.tsx");
const DatesPanel = lazy(loadDates);

const stateOptions = incidentStates.map((state) => ({
  value: state,
  label: <StateMark state={state} />,
  word: stateWord(state),
}));
const severityOptions = severities.map((severity) => ({
  value: String(severity),
  label: <SeverityMark severity={severity} />,
  word: `SEV${severity}`,
}));
const kindOptions = incidentKinds.map((kind) => {
  const { label } = incidentKindLabels[kind];
  return { value: kind, label, word: label };
});
const everyTeam = { value: "all", label: "Every team" };

export interface IncidentFilterBarProps {
  readonly filters: IncidentFilters;
  readonly onChange: (part: Partial<IncidentFilters>) => void;
}

export function IncidentFilterBar({ filters, onChange }: IncidentFilterBarProps) {
  const facets = useAnswer(incidentRoutes.facets, {}, { staleTime: 60_000 }).data;
  const teams = useAnswer(teamRoutes.list, {}, { staleTime: 300_000 }).data?.items ?? [];
  const { state, severity, kind, service, tag, team, from, to, needsRetrospective } = filters;
  const filtered = countFilters(filters) > 0 || filters.text !== "";
  return (
    <FilterBar label="Filter incidents" onClear={filtered ? () => onChange(noFilters) : undefined}>
      <TextFilter text={filters.text} onText={(text) => onChange({ text })} />
      <ChecksFilter
        label="State"
        options={stateOptions}
        chosen={state}
        onChosen={(chosen) => onChange({ state: incidentStates.filter((each) => chosen.includes(each)) })}
      />
      <ChecksFilter
        label="Severity"
        options={severityOptions}
        chosen={severity.map(String)}
        onChosen={(chosen) =>
          onChange({ severity: severities.filter((each) => chosen.includes(String(each))) })
        }
      />
      <ChecksFilter
        label="Kind"
        options={kindOptions}
        chosen={kind}
        onChosen={(chosen) => onChange({ kind: incidentKinds.filter((each) => chosen.includes(each)) })}
      />
      <WordsFilter
        label="Service"
        plural="Services"
        options={facets?.services ?? []}
        chosen={service}
        onChosen={(chosen) => onChange({ service: chosen })}
      />
      <WordsFilter
        label="Tag"
        plural="Tags"
        options={facets?.tags ?? []}
        chosen={tag}
        onChosen={(chosen) => onChange({ tag: chosen })}
      />
      {teams.length === 0 && team === "" ? null : (
        <ChoiceFilter
          label="Team"
          options={[everyTeam, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          value={team === "" ? everyTeam.value : team}
          unset={everyTeam.value}
          onValueChange={(value) => onChange({ team: value === everyTeam.value ? "" : value })}
        />
      )}
      <FilterButton label="Dates" shown={datesText(from, to)} load={loadDates}>
        <DatesPanel from={from} to={to} onChange={onChange} />
      </FilterButton>
      <FilterToggle
        label="Needs a retrospective"
        on={needsRetrospective}
        onChange={(on) => onChange({ needsRetrospective: on })}
      />
    </FilterBar>
  );
}

function datesText(from: string, to: string): string {
  if (from === "" && to === "") return "";
  return `${from === "" ? "…" : from} – ${to === "" ? "…" : to}`;
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
    <SearchField
      label="Words in the title"
      placeholder="Words in the title"
      value={typed}
      onValueChange={setTyped}
    />
  );
}
