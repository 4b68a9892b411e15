import { renderMarkdown } from "@morrow/writeups/render";
import { useMemo } from "react";

/** The renderer, in a chunk of its own. Its HTML comes from an allow-list (packages/writeups, render/schema.ts), so it may be set as is. */
export default function RenderedMarkdown({ source }: { source: string }) {
  const html = useMemo(() => ({ __html: renderMarkdown(source) }), [source]);
  // oxlint-disable-next-line react/no-danger -- sanitised by the renderer
  return <div className="m-markdown-body" dangerouslySetInnerHTML={html} />;
}
