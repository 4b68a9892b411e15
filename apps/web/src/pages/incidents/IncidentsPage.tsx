import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useMay } from "../../api/session.ts";
import { useDeclare } from "../../app/declare.ts";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { paths } from "../../paths.ts";
import { columns } from "./list/columns.tsx";
import { countFilters, filterValues, readFilters, type IncidentFilters } from "./list/filters.ts";
import { IncidentFilterBar } from "./list/IncidentFilterBar.tsx";
import "./list/Incidents.css";
import { useIncidents } from "./list/useIncidents.ts";

/** All incidents, newest first. */
export function Component() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const filters = readFilters(params);
  const { rows, onShown, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useIncidents(filters);
  const filtered = countFilters(filters) > 0 || filters.text !== "";
  const change = (part: Partial<IncidentFilters>) =>
    void navigate(paths.incidents(filterValues({ ...filters, ...part })), {
      replace: true,
      preventScrollReset: true,
    });
  const onNear = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return (
    <>
      <PageHeader title="Incidents" />
      <IncidentFilterBar filters={filters} onChange={change} />
      {error !== null && rows.length === 0 ? (
        <ErrorState
          title="The incidents could not be loaded"
          advice={error.message}
          onRetry={() => void refetch()}
        />
      ) : (
        <DataTable
          label="Incidents"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ ref }) => paths.incident(ref)}
          loading={isPending}
          onShown={onShown}
          empty={
            filtered ? <NothingMatches onClear={() => void navigate(paths.incidents())} /> : <NothingYet />
          }
        />
      )}
      <NearEnd key={rows.length} onNear={onNear} />
      <div className="incidents-more" role="status">
        {isFetchingNextPage
          ? "Loading more …"
          : rows.length > 0 && !hasNextPage && !isPending
            ? countText(rows.length)
            : ""}
      </div>
    </>
  );
}

function countText(count: number): string {
  return count === 1 ? "One incident." : `${count.toLocaleString("en")} incidents.`;
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title="No incident matches these filters"
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      Fewer filters or other words may find it. What stands inside a write-up is found by the search.
    </EmptyState>
  );
}

function NothingYet() {
  const declare = useDeclare();
  const mayDeclare = useMay("incidents.declare");
  return (
    <EmptyState
      title="No incidents yet"
      action={
        mayDeclare ? (
          <>
            <Button kind="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={declare}>
              Declare an incident
            </Button>
            <ButtonLink to={paths.importWriteUps()}>Import write-ups</ButtonLink>
          </>
        ) : undefined
      }
    >
      An incident is anything unplanned worth responding to, near misses and drills included. Declaring one
      takes a title and a severity; everything else can wait.
    </EmptyState>
  );
}

/**
 * Stands where the list ends and says when that comes near. An observer tells changes only, and a reader who jumps to the end at once
 * makes none: whoever shows it gives it a new `key` with every change of the rows, so that it always tells.
 */
function NearEnd({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    const element = end.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current(),
      { rootMargin: `${nearPx}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={end} />;
}

/** Far enough ahead that a reader who scrolls steadily never waits. */
const nearPx = 2_000;
