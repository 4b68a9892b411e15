/** Today's civil date where the reader is. */
export function today(): string {
  const parts = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(new Date());
}
