import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Retrospectives" />
      <EmptyState title="No retrospectives yet">
        A retrospective turns an incident into something others can use. It is due a few working days after
        the incident is resolved.
      </EmptyState>
    </>
  );
}
