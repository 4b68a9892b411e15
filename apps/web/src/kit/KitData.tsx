import type { Severity } from "@morrow/domain";
import { NotebookPen } from "lucide-react";
import { useSearchParams } from "react-router";
import { Button } from "../components/Button.tsx";
import { DataTable, type Column } from "../components/DataTable.tsx";
import { Duration } from "../components/Duration.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ErrorState } from "../components/ErrorState.tsx";
import { PageHeader } from "../components/PageHeader.tsx";
import { SeverityMark } from "../components/SeverityMark.tsx";
import { SkeletonRows, SkeletonText } from "../components/Skeleton.tsx";
import { StateMark, type StateWord } from "../components/StateMark.tsx";
import { Time } from "../components/Time.tsx";
import { VirtualList } from "../components/VirtualList.tsx";
import { paths } from "../paths.ts";
import { Section } from "./Section.tsx";

interface Line {
  readonly reference: string;
  readonly title: string;
  readonly severity: Severity;
  readonly state: StateWord;
  readonly at: string;
  readonly ms: number;
}

const titles = [
  "Volumes in one zone stopped answering after a network change",
  "A tenth of database nodes rebooted for a hypervisor update",
  "A loop between two buildings kept offices offline",
  "Login refused for everybody whose session was older than a day",
];
const severities: readonly Severity[] = [1, 3, 2, 4];
const states: readonly StateWord[] = ["open", "resolved", "closed", "mitigated"];

function line(index: number): Line {
  const pick = index % titles.length;
  return {
    reference: `INC-${200 - (index % 200) + Math.floor(index / 200) * 1000}`,
    title: titles[pick] ?? "",
    severity: severities[pick] ?? 5,
    state: states[pick] ?? "closed",
    at: new Date(Date.UTC(2026, 2, 2, 16, 58) - index * 7_200_000).toISOString(),
    ms: (pick + 1) * 2_880_000,
  };
}

const columns: readonly Column<Line>[] = [
  {
    id: "reference",
    header: "Reference",
    width: "5.5rem",
    cell: (row) => <span className="mono">{row.reference}</span>,
  },
  {
    id: "severity",
    header: "Severity",
    width: "4.5rem",
    cell: (row) => <SeverityMark severity={row.severity} />,
  },
  { id: "title", header: "Title", width: "minmax(12rem, 1fr)", main: true, cell: (row) => row.title },
  { id: "state", header: "State", width: "7rem", cell: (row) => <StateMark state={row.state} /> },
  {
    id: "started",
    header: "Started",
    width: "9.5rem",
    cell: (row) => <Time at={row.at} inList />,
    sort: { to: "?sort=started", direction: "descending" },
  },
  {
    id: "lasted",
    header: "Lasted",
    width: "6rem",
    align: "end",
    onPhone: "hidden",
    cell: (row) => <Duration ms={row.ms} />,
  },
];

/** /kit?rows=10000 fills the table, for looking at how it scrolls. */
export function KitData() {
  const [query] = useSearchParams();
  const count = Number(query.get("rows") ?? "5");
  const rows = Array.from({ length: count }, (_, index) => line(index));
  return (
    <>
      <Section title="Page header">
        <PageHeader
          title="Volumes in one zone stopped answering after a network change"
          windowTitle="Kit"
          crumbs={[
            { label: "Incidents", to: paths.incidents() },
            { label: <span className="mono">INC-142</span>, to: paths.incident("INC-142") },
          ]}
          meta={
            <>
              <SeverityMark severity={1} name="Critical" />
              <StateMark state="mitigated" />
              <span>
                running <Duration ms={6_480_000} />
              </span>
            </>
          }
          actions={
            <>
              <Button>Change severity</Button>
              <Button kind="primary">Resolve</Button>
            </>
          }
        />
      </Section>
      <Section title="Table">
        <DataTable
          label="Incidents"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.reference + row.at}
          rowHref={(row) => paths.incident(row.reference)}
          onMore={() => {}}
          total={1284}
        />
      </Section>
      <Section title="List">
        <VirtualList
          label="Timeline"
          items={Array.from({ length: 4 }, (_, index) => line(index))}
          itemKey={(item) => item.at}
          estimate={40}
          renderItem={(item) => (
            <div className="kit-row">
              <Time at={item.at} show="time" seconds inList />
              <span>{item.title}</span>
            </div>
          )}
        />
      </Section>
      <Section title="Empty, failed, waiting">
        <div className="kit-columns">
          <EmptyState
            title="No incidents yet"
            icon={<NotebookPen size={24} aria-hidden="true" />}
            action={<Button kind="primary">Declare the first</Button>}
          >
            An incident is anything unplanned worth responding to, near misses and drills included. Declaring
            one takes a title and a severity.
          </EmptyState>
          <ErrorState
            title="The timeline could not be loaded"
            kept="Your three entries are kept on this device."
            advice="Check the connection; they are sent when it is back."
            onRetry={() => {}}
            reference="unavailable · 0193-7f2c"
          />
          <div>
            <SkeletonText lines={4} />
            <SkeletonRows rows={4} />
          </div>
        </div>
      </Section>
    </>
  );
}
