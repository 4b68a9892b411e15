const euros = new Intl.NumberFormat("en-IE", { style: "currency", currency: "EUR" });

/** `cents` as people write it: €48.00. */
export function money(cents: number): string {
  return euros.format(cents / 100);
}
