import { useEffect, type ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./Breadcrumbs.tsx";
import "./PageHeader.css";

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** The title in the window's tab, if the heading is not plain text or a reference should lead it. */
  readonly windowTitle?: string;
  readonly crumbs?: readonly Crumb[];
  /** A line below: marks, times, who. */
  readonly meta?: ReactNode;
  /** One sentence on what this page is for, where it is not plain. */
  readonly lead?: ReactNode;
  /** Buttons for the page as a whole. */
  readonly actions?: ReactNode;
}

/** The head of every page: the way here, the one h1, marks, actions. */
export function PageHeader({ title, windowTitle, crumbs = [], meta, lead, actions }: PageHeaderProps) {
  const named = windowTitle ?? (typeof title === "string" ? title : undefined);
  useEffect(() => {
    if (named !== undefined) document.title = `${named} · Morrow`;
  }, [named]);
  return (
    <header className="m-page-header">
      {crumbs.length === 0 ? null : <Breadcrumbs crumbs={crumbs} />}
      <div className="m-page-header-line">
        <h1 tabIndex={-1}>{title}</h1>
        {actions === undefined ? null : <div className="cluster m-page-actions">{actions}</div>}
      </div>
      {meta === undefined ? null : <div className="m-page-meta">{meta}</div>}
      {lead === undefined ? null : <p className="m-page-lead">{lead}</p>}
    </header>
  );
}
