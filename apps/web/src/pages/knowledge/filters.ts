/** A field filter as it stands in a query: service:payments, team:"Core platform". */
export function filterText(field: string, value: string): string {
  return `${field}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

export function hasFilter(query: string, field: string, value: string): boolean {
  return ` ${query} `.toLowerCase().includes(` ${filterText(field, value).toLowerCase()} `);
}

/** Adds a filter, or takes it away where it stands already. */
export function withFilter(query: string, field: string, value: string): string {
  const filter = filterText(field, value);
  if (!hasFilter(query, field, value)) return `${query.trim()} ${filter}`.trim();
  const at = ` ${query} `.toLowerCase().indexOf(` ${filter.toLowerCase()} `);
  return `${query.slice(0, at)} ${query.slice(at + filter.length)}`.replaceAll(/\s+/g, " ").trim();
}
