import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";

export function Component() {
  return (
    <>
      <PageHeader title="There is no such page" />
      <EmptyState title="Nothing is kept at this address">
        The address may be mistyped or old. Search knows every incident, retrospective and countermeasure you
        may see.
      </EmptyState>
    </>
  );
}
