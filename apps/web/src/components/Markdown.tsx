import { lazy, Suspense } from "react";
import "./Markdown.css";
import { SkeletonText } from "./Skeleton.tsx";

const Rendered = lazy(() => import("./markdown/RenderedMarkdown.tsx"));

export interface MarkdownProps {
  readonly source: string;
  /** "reading" for articles (serif, 68 characters), "note" for entries and comments. */
  readonly setting?: "reading" | "note";
  /** How many lines to keep free until the renderer is there. */
  readonly lines?: number;
}

/** Sanitised Markdown. The renderer is loaded when the first text needs it. */
export function Markdown({ source, setting = "note", lines = 3 }: MarkdownProps) {
  return (
    <div className="m-markdown" data-setting={setting}>
      <Suspense fallback={<SkeletonText lines={lines} />}>
        <Rendered source={source} />
      </Suspense>
    </div>
  );
}
