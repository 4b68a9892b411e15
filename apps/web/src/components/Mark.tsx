/** The mark: a half sun on a horizon line. Inherits its colours from the text and the accent. */
export function Mark({ size = 24, title }: { size?: number; title?: string }) {
  const labelled = title === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": title };
  return (
    <svg className="m-mark" width={size} height={size} viewBox="0 0 32 32" fill="none" {...labelled}>
      <path d="M8 21a8 8 0 0 1 16 0z" fill="var(--accent)" />
      <path
        d="M3 25.5h26M16 5v3.5M5.4 9.6l2.4 2.4M26.6 9.6l-2.4 2.4"
        stroke="var(--accent)"
        strokeWidth="2.25"
        strokeLinecap="round"
      />
    </svg>
  );
}
