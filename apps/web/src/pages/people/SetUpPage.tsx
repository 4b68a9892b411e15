import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Set up Morrow" />
      <EmptyState title="Not connected yet">
        The first administrator is made with the one-time link that the server printed when it started.
      </EmptyState>
    </>
  );
}
