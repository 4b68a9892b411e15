import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Write the retrospective" />
      <EmptyState title="Nothing here yet">
        Outline left, text in the middle, questions right. Everything typed is kept.
      </EmptyState>
    </>
  );
}
