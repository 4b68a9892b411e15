import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Import write-ups" />
      <EmptyState title="Nothing chosen yet">
        Bring Markdown write-ups from a wiki or a repository. Morrow shows what it understood before anything
        is saved, and keeps the original whole.
      </EmptyState>
    </>
  );
}
