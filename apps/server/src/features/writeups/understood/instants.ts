/** Times outside 1900–2200 are slips of the pen; they stay as they were written, without an instant. */
export function storable(instant: string | null): string | null {
  if (instant === null || !/^\d{4}-/.test(instant)) return null;
  const year = Number(instant.slice(0, 4));
  return year >= 1900 && year <= 2200 ? instant : null;
}
