import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Sign in" />
      <EmptyState title="Not connected yet">
        Signing in needs an account that an administrator invited.
      </EmptyState>
    </>
  );
}
