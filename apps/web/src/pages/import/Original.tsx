import { useEffect, useMemo, useRef } from "react";
import type { Lines } from "./Reading.tsx";

/** The text as it lies on disk, with the lines that are pointed at. */
export function Original({ text, lines }: { text: string; lines: Lines | null }) {
  const all = useMemo(() => text.split(/\r\n|\n|\r/), [text]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines === null) return;
    box.current?.querySelector(`[data-line="${lines.from}"]`)?.scrollIntoView({ block: "nearest" });
  }, [lines]);
  return (
    // A box that scrolls must be reachable by keyboard to be scrolled by it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="import-original" aria-label="Original" tabIndex={0} ref={box}>
      <ol>
        {all.map((line, index) => (
          <li
            key={index}
            data-line={index + 1}
            data-pointed={(lines !== null && index + 1 >= lines.from && index + 1 <= lines.to) || undefined}
          >
            {line === "" ? "\u00a0" : line}
          </li>
        ))}
      </ol>
    </section>
  );
}
