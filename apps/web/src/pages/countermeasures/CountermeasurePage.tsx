import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Countermeasure" />
      <EmptyState title="Nothing here yet">
        Its owner, date, strength and state, every slip of the date, and the retrospectives it came from.
      </EmptyState>
    </>
  );
}
