import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Join" />
      <EmptyState title="Not connected yet">
        An invitation is used once and runs out after a few days.
      </EmptyState>
    </>
  );
}
