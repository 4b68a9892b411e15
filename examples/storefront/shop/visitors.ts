/** Who can look at the shop. There is no signing in: this is an example, and a name is enough to see another list. */
export const visitors = ["ada", "ben", "guest"] as const;

export type Visitor = (typeof visitors)[number];

export function visitorOf(name: string | undefined): Visitor {
  return visitors.find((visitor) => visitor === name) ?? "ada";
}

export function nameOf(visitor: Visitor): string {
  return visitor.charAt(0).toUpperCase() + visitor.slice(1);
}
