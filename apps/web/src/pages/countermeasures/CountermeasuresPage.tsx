import type { Failure } from "@morrow/client";
import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import {
  countermeasureStateLabels,
  countermeasureStates,
  strengthLabels,
  strengths,
} from "@morrow/domain/countermeasures";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { answerKey } from "../../api/answers.ts";
import { client } from "../../api/client.ts";
import { useMay } from "../../api/session.ts";
import { Button } from "../../components/Button.tsx";
import { DataTable, type Column } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { ChecksFilter, ChoiceFilter, FilterBar, FilterToggle } from "../../components/filters/FilterBar.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SkeletonRows } from "../../components/Skeleton.tsx";
import { StateMark } from "../../components/StateMark.tsx";
import { StrengthBars } from "../../components/StrengthBars.tsx";
import { paths } from "../../paths.ts";
import "./countermeasures.css";
import { DueDate } from "./DueDate.tsx";
import { groupBy, groupings } from "./grouping.ts";
import { Owner } from "./Owner.tsx";

const stateOptions = countermeasureStates.map((state) => ({
  value: state,
  label: <StateMark state={state} />,
  word: countermeasureStateLabels[state].label,
}));
const strengthOptions = strengths.map((strength) => ({
  value: strength,
  label: <StrengthBars strength={strength} />,
  word: strengthLabels[strength].label,
}));

type Page = { items: Countermeasure[]; next: string | null };

/** A table people can work in: what slips first on top, owner and date changed in place, filters in the address. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const editable = useMay("countermeasures.edit");
  const filters = {
    state: address.get("state") ?? "",
    strength: address.get("strength") ?? "",
    incident: address.get("incident") ?? "",
  };
  const mine = address.get("owner") === "me";
  const overdue = address.get("overdue") === "true";
  const grouping = groupings.find((each) => each.value === address.get("group"))?.value ?? "none";
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(address);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setAddress(next, { replace: true });
  };
  const query = {
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== "")),
    ...(mine ? { owner: "me" as const } : {}),
    ...(overdue ? { overdue: "true" as const } : {}),
  };
  const pages = useInfiniteQuery<Page, Failure, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: answerKey(countermeasureRoutes.list, query),
    queryFn: ({ pageParam, signal }) =>
      client.call(
        countermeasureRoutes.list,
        { query: { ...query, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(query).length > 0;

  return (
    <>
      <PageHeader
        title="Countermeasures"
        lead="What was decided so that a failure does not come back, or hurts less when it does. What slips first is on top."
      />
      <FilterBar
        label="Filter countermeasures"
        onClear={filtered ? () => setAddress(grouping === "none" ? {} : { group: grouping }) : undefined}
      >
        <ChecksFilter
          label="State"
          options={stateOptions}
          chosen={filters.state.split(",")}
          onChosen={(chosen) => set("state", chosen.join(","))}
        />
        <ChecksFilter
          label="Strength"
          options={strengthOptions}
          chosen={filters.strength.split(",")}
          onChosen={(chosen) => set("strength", chosen.join(","))}
        />
        <FilterToggle label="Mine" on={mine} onChange={(on) => set("owner", on ? "me" : "")} />
        <FilterToggle label="Overdue" on={overdue} onChange={(on) => set("overdue", on ? "true" : "")} />
        <ChoiceFilter
          label="Group by"
          options={groupings}
          value={grouping}
          unset="none"
          onValueChange={(value) => set("group", value === "none" ? "" : value)}
        />
      </FilterBar>
      {pages.error === null ? null : (
        <ErrorState
          title="The countermeasures could not be loaded"
          advice={pages.error.message}
          onRetry={() => void pages.refetch()}
        />
      )}
      {pages.isPending ? <SkeletonRows label="Loading countermeasures" /> : null}
      {pages.data !== undefined && items.length === 0 ? (
        <Nothing filtered={filtered} onClear={() => setAddress({})} />
      ) : null}
      {groupBy(items, grouping).map((group) => (
        <section
          key={group.key}
          aria-label={group.label === "" ? "All" : group.label}
          className="measure-group"
        >
          {group.label === "" ? null : (
            <h2>
              {group.label} <span className="quiet tabular">{group.items.length}</span>
            </h2>
          )}
          {group.items.length === 0 ? null : (
            <DataTable
              label={group.label === "" ? "Countermeasures" : group.label}
              columns={columns(editable)}
              rows={group.items}
              rowKey={(item) => item.id}
              rowHref={(item) => paths.countermeasure(item.ref)}
            />
          )}
        </section>
      ))}
      {pages.hasNextPage ? (
        <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}

function columns(editable: boolean): Column<Countermeasure>[] {
  return [
    {
      id: "ref",
      header: "Reference",
      width: "4.5rem",
      cell: (item) => <span className="mono quiet">{item.ref}</span>,
    },
    {
      id: "title",
      header: "Countermeasure",
      width: "minmax(12rem, 1fr)",
      main: true,
      cell: (item) => (
        <span className="measure-title">
          {item.title}
          {item.weight > 1 ? <span className="quiet"> asked for by {item.weight} incidents</span> : null}
        </span>
      ),
    },
    { id: "state", header: "State", width: "8rem", cell: (item) => <StateMark state={item.state} /> },
    {
      id: "strength",
      header: "Strength",
      width: "10rem",
      cell: (item) =>
        item.strength === null ? (
          <span className="quiet">not said</span>
        ) : (
          <StrengthBars strength={item.strength} />
        ),
    },
    {
      id: "owner",
      header: "Owner",
      width: "10rem",
      cell: (item) => <Owner item={item} editable={editable} />,
    },
    {
      id: "due",
      header: "Target date",
      width: "12rem",
      cell: (item) => <DueDate item={item} editable={editable} />,
    },
  ];
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        title="Nothing matches these filters"
        action={<Button onClick={onClear}>Clear the filters</Button>}
      >
        Countermeasures in other states or with other owners may still be there.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No countermeasures yet">
      They come out of retrospectives: an idea is written down there first, without owner or date. Accepted
      ones appear here with both.
    </EmptyState>
  );
}
