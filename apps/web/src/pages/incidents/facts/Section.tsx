import { useId, type ReactNode } from "react";

/** One group of facts, with its way to change them beside its name. */
export function Section({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="incident-section" aria-labelledby={id}>
      <div className="incident-section-head">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
