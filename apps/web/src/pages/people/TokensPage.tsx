import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="API tokens" />
      <EmptyState title="No tokens yet">
        A token lets the command line or a script act for you, within the scopes you give it. It is shown
        once.
      </EmptyState>
    </>
  );
}
