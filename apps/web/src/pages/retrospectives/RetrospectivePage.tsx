import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Retrospective" />
      <EmptyState title="Nothing here yet">
        What happened, which conditions made it possible, and what will change. Written to be read by somebody
        who was not there.
      </EmptyState>
    </>
  );
}
