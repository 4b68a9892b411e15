import type { ReactNode } from "react";

interface ArticleSectionProps {
  readonly id: string;
  readonly title: string;
  /** Pictures may use more than the measure of text. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function ArticleSection({ id, title, wide = false, children }: ArticleSectionProps) {
  return (
    <section className="retro-article-section" data-wide={wide || undefined} aria-labelledby={`read-${id}`}>
      <h2 id={`read-${id}`}>{title}</h2>
      {children}
    </section>
  );
}
