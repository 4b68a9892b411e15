import { Search } from "lucide-react";
import { ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { paths } from "../../paths.ts";

export function Component() {
  return (
    <>
      <PageHeader title="There is no such page" />
      <EmptyState
        title="Nothing is kept at this address"
        action={
          <>
            <ButtonLink kind="primary" to={paths.search()} icon={<Search size={16} aria-hidden="true" />}>
              Search
            </ButtonLink>
            <ButtonLink to={paths.home()}>Home</ButtonLink>
          </>
        }
      >
        The address may be mistyped or old. Search knows every incident, retrospective and countermeasure you
        may see.
      </EmptyState>
    </>
  );
}
