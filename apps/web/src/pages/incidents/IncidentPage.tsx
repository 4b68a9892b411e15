import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Incident" />
      <EmptyState title="Nothing here yet">
        The timeline holds what people and systems did and saw, in the order it happened. Late additions find
        their place by themselves.
      </EmptyState>
    </>
  );
}
