import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Severity policy" />
      <EmptyState title="Defaults apply">
        What each severity means here, which of them need a retrospective, and how soon it is due. Each change
        is a new version.
      </EmptyState>
    </>
  );
}
