import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Countermeasures" />
      <EmptyState title="No countermeasures yet">
        A countermeasure makes a recurrence less likely or less harmful. It has an owner and a date once it is
        accepted, and it counts as proven only with evidence.
      </EmptyState>
    </>
  );
}
