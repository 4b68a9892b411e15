import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Teams" />
      <EmptyState title="No teams yet">
        A team owns services and countermeasures. What is overdue shows up with its team, never with a
        person's failings.
      </EmptyState>
    </>
  );
}
