import { incidentRoutes } from "@morrow/contract/incidents";
import { useSearchParams } from "react-router";
import { useAnswer } from "../../../api/answers.ts";
import { FilterBar, FilterToggle, WordsFilter } from "../../../components/filters/FilterBar.tsx";
import { filtersOf, withFilter } from "./filters.ts";

export function Filters() {
  const [address, setAddress] = useSearchParams();
  const facets = useAnswer(incidentRoutes.facets, {}, { staleTime: 60_000 }).data;
  const query = filtersOf(address);
  const set = (name: string, value: string) =>
    setAddress(withFilter(address, name, value), { replace: true });
  const filtered = Object.keys(query).length > 0;
  return (
    <FilterBar
      label="Filter retrospectives"
      onClear={filtered ? () => setAddress({}, { replace: true }) : undefined}
    >
      <WordsFilter
        label="Service"
        plural="Service"
        single
        options={facets?.services ?? []}
        chosen={query.service === undefined ? [] : [query.service]}
        onChosen={([service = ""]) => set("service", service)}
      />
      <WordsFilter
        label="Tag"
        plural="Tag"
        single
        options={facets?.tags ?? []}
        chosen={query.tag === undefined ? [] : [query.tag]}
        onChosen={([tag = ""]) => set("tag", tag)}
      />
      <FilterToggle
        label="Mine"
        on={query.mine === "true"}
        onChange={(on) => set("mine", on ? "true" : "")}
      />
      <FilterToggle
        label="Overdue"
        on={query.overdue === "true"}
        onChange={(on) => set("overdue", on ? "true" : "")}
      />
    </FilterBar>
  );
}
