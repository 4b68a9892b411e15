import { useId, type ReactNode } from "react";

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="kit-section" aria-labelledby={id}>
      <h2 id={id} className="kit-heading">
        {title}
      </h2>
      <div className="kit-body">{children}</div>
    </section>
  );
}
