import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="Knowledge" />
      <EmptyState title="Ask for anything that ever went wrong">
        Search reads retrospectives, timelines and countermeasures. Typos are fine; quotes keep a phrase
        together.
      </EmptyState>
    </>
  );
}
