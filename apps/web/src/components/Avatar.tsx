import "./marks.css";

export interface AvatarProps {
  readonly name: string;
  readonly size?: "small" | "medium" | "large";
  /** Writes the name beside the initials. */
  readonly named?: boolean;
}

/** Initials on neutral paper: people are not colour-coded. */
export function Avatar({ name, size = "medium", named = false }: AvatarProps) {
  const disc = (
    <span
      className="m-avatar"
      data-size={size}
      {...(named ? { "aria-hidden": true } : { role: "img", "aria-label": name })}
    >
      {initials(name)}
    </span>
  );
  if (!named) return disc;
  return (
    <span className="m-avatar-named">
      {disc}
      <span>{name}</span>
    </span>
  );
}

/** @returns up to two letters: first and last word, by code point so that no letter is cut in half */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
