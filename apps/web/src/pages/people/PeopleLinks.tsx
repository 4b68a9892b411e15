import { useSession } from "../../api/session.ts";
import { ButtonLink } from "../../components/Button.tsx";
import { paths } from "../../paths.ts";

/** The pages about people, beside each other. */
export function PeopleLinks() {
  const role = useSession().data?.person.role;
  return (
    <nav className="cluster" aria-label="People and access">
      <ButtonLink kind="quiet" to={paths.people()}>
        People
      </ButtonLink>
      <ButtonLink kind="quiet" to={paths.teams()}>
        Teams
      </ButtonLink>
      <ButtonLink kind="quiet" to={paths.tokens()}>
        My account
      </ButtonLink>
      {role === "admin" ? (
        <ButtonLink kind="quiet" to={paths.policy()}>
          Policy
        </ButtonLink>
      ) : null}
    </nav>
  );
}
