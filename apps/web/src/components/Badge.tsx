import type { ReactNode } from "react";
import "./marks.css";

export interface BadgeProps {
  readonly tone?: "neutral" | "accent" | "attention" | "danger";
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A short fact beside a name: a tag, a service, a count, "restricted". */
export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span className="m-badge" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
