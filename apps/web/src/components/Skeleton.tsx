/** Stand-ins with the size of what comes, so that nothing jumps when it does. */
import "./States.css";

export interface SkeletonProps {
  /** Any CSS length; a number is rem. */
  readonly width?: string | number;
  readonly height?: string | number;
}

const length = (value: string | number) => (typeof value === "number" ? `${value}rem` : value);

export function Skeleton({ width = "100%", height = 1 }: SkeletonProps) {
  return (
    <span
      className="m-skeleton"
      style={{ width: length(width), height: length(height) }}
      aria-hidden="true"
    />
  );
}

/** Lines of running text; the last is shorter. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span className="m-skeleton-lines" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={line === lines - 1 ? "62%" : "100%"} height={0.875} />
      ))}
    </span>
  );
}

/** Rows of a list or table, announced once as loading. */
export function SkeletonRows({ rows = 8, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="m-skeleton-row" aria-hidden="true">
          <Skeleton width={4} />
          <Skeleton width={`${58 - ((row * 17) % 32)}%`} />
        </div>
      ))}
    </div>
  );
}
