import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Home" />
      <EmptyState title="Nothing is waiting for you">
        What needs you appears here in the order of what slips first: retrospectives due, countermeasures due,
        reviews asked. What others learned lately stands beside it.
      </EmptyState>
    </>
  );
}
