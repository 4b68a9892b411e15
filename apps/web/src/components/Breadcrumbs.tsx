import { Fragment, type ReactNode } from "react";
import { Link } from "react-router";
import "./PageHeader.css";

export interface Crumb {
  readonly label: ReactNode;
  readonly to: string;
}

/** The way here, as references. The page itself is not in it: its heading says it. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="m-crumbs">
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.to}>
            {index === 0 ? null : <li aria-hidden="true">/</li>}
            <li>
              <Link to={crumb.to}>{crumb.label}</Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
