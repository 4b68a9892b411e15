import type { Degradation } from "../request/degradations.ts";

/**
 * What of a response is not as it should be: a list of structured fields (RFC 9651), as in
 * `degraded: "reviews";by=fallback, "recommendations";by=removal`.
 */
export const degradedHeader = "degraded";

/** Proxies and servers refuse responses whose headers are too long, mostly from 8 KiB on. */
const longest = 1_024;

/**
 * The header's value, at most 1 KiB. What does not fit is counted at the end (`more;count=3`). Undefined where nothing is
 * degraded.
 */
export function formatDegraded(degradations: readonly Degradation[]): string | undefined {
  if (degradations.length === 0) return undefined;
  const items = degradations.map(({ name, by }) => `${formatName(name)};by=${by}`);
  const whole = items.join(", ");
  if (whole.length <= longest) return whole;
  const room = longest - ", more;count=".length - String(items.length).length;
  let length = 0;
  const fitting = items.findIndex((item) => (length += item.length + 2) - 2 > room);
  return [...items.slice(0, fitting), `more;count=${items.length - fitting}`].join(", ");
}

/** A string, or a display string where there is more than ASCII in it. */
function formatName(name: string): string {
  if (/^[ -~]*$/.test(name)) return `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  const escaped = Array.from(new TextEncoder().encode(name), (byte) => {
    const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x22 && byte !== 0x25;
    return isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0")}`;
  });
  return `%"${escaped.join("")}"`;
}

const item = /(?:"((?:[^"\\]|\\["\\])*)"|%"([ !#-~]*)");by=(fallback|removal)(?:[ \t]*,[ \t]*(?=\S)|$)/y;
const rest = /more;count=\d{1,15}$/y;

/** What a response's header says. Nothing where it is absent or not exactly as `formatDegraded` writes it. */
export function parseDegraded(value: string | null | undefined): readonly Degradation[] {
  const found: Degradation[] = [];
  if (value === null || value === undefined || value.length > longest) return found;
  for (let at = 0; at < value.length; at = item.lastIndex) {
    rest.lastIndex = at;
    if (rest.test(value)) break;
    item.lastIndex = at;
    const [, plain, display, by] = item.exec(value) ?? [];
    const name = plain?.replaceAll(/\\(["\\])/g, "$1") ?? decode(display);
    if (name === undefined || by === undefined) return [];
    found.push({ name, by: by === "removal" ? by : "fallback" });
  }
  return found;
}

function decode(display: string | undefined): string | undefined {
  try {
    return display === undefined ? undefined : decodeURIComponent(display);
  } catch {
    // Not the percent signs that a display string has: then it is none.
    return undefined;
  }
}
