import { useLocation } from "react-router";
import { useSession } from "../../api/session.ts";
import { ButtonLink } from "../../components/Button.tsx";
import { paths } from "../../paths.ts";
import "./people.css";

/** The pages about people and rules, beside each other. */
export function PeopleLinks() {
  const administers = useSession().data?.person.role === "admin";
  const { pathname } = useLocation();
  const links = [
    { to: paths.people(), label: "People" },
    { to: paths.teams(), label: "Teams" },
    { to: paths.tokens(), label: "My account" },
    ...(administers ? [{ to: paths.policy(), label: "Policy" }] : []),
  ];
  return (
    <nav className="people-links cluster" aria-label="People and access">
      {links.map(({ to, label }) => (
        <ButtonLink
          key={to}
          kind="quiet"
          to={to}
          {...(to === pathname ? { "aria-current": "page" as const } : {})}
        >
          {label}
        </ButtonLink>
      ))}
    </nav>
  );
}
