import type { ImportResult } from "@morrow/contract/writeups";
import { Link } from "react-router";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { DataTable, type Column } from "../../components/DataTable.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { paths } from "../../paths.ts";

const words: Record<ImportResult["status"], string> = {
  imported: "Imported",
  known: "Already here",
  refused: "Left out",
};

const columns: Column<ImportResult>[] = [
  {
    id: "title",
    header: "Write-up",
    width: "minmax(16rem, 3fr)",
    main: true,
    cell: (item) =>
      item.ref === null ? item.title : <Link to={paths.retrospective(item.ref)}>{item.title}</Link>,
  },
  {
    id: "ref",
    header: "Reference",
    width: "7rem",
    cell: (item) => <span className="mono">{item.ref ?? ""}</span>,
  },
  { id: "status", header: "What came of it", width: "8rem", cell: (item) => words[item.status] },
  { id: "rows", header: "Timeline", width: "6rem", align: "end", cell: (item) => item.timelineRows },
  {
    id: "open",
    header: "Left open",
    width: "minmax(10rem, 2fr)",
    cell: (item) => (
      <span className="quiet">
        {item.message ??
          (item.questions.length === 0
            ? "nothing"
            : `${item.questions.length} questions, kept with the incident`)}
      </span>
    ),
  },
];

/** What came of it. Importing the same files again changes nothing. */
export function Imported({ results, onMore }: { results: readonly ImportResult[]; onMore: () => void }) {
  const count = results.filter((item) => item.status === "imported").length;
  return (
    <>
      <PageHeader
        title={count === 1 ? "1 write-up imported" : `${count} write-ups imported`}
        windowTitle="Imported"
        lead="They are published and can be found by search. Importing the same files again changes nothing."
        actions={
          <>
            <Button onClick={onMore}>Import more</Button>
            <ButtonLink kind="primary" to={paths.search()}>
              Search them
            </ButtonLink>
          </>
        }
      />
      <DataTable
        label="Imported"
        columns={columns}
        rows={results}
        rowKey={(item) => `${item.path} ${item.part}`}
      />
    </>
  );
}
