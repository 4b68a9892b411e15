import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Incidents" />
      <EmptyState title="No incidents yet">
        An incident is anything unplanned worth responding to, near misses and drills included. Declaring one
        takes a title and a severity; everything else can wait.
      </EmptyState>
    </>
  );
}
