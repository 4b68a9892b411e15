import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="People" />
      <EmptyState title="Only you so far">
        Invite the people who respond to incidents and those who learn from them. Readers see, members write,
        leads publish.
      </EmptyState>
    </>
  );
}
