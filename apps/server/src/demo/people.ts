import type { Role } from "@morrow/domain/people";

import type { Name } from "./story.ts";

/** Everybody signs in with this; it only serves on this machine's own address. */
export const demoPassword = "morrow-demo";

export const demoPeople: Readonly<
  Record<Name, { name: string; role: Role; team: "Platform" | "Storefront" | "Support" }>
> = {
  ada: { name: "Ada Lindqvist", role: "admin", team: "Platform" },
  ben: { name: "Ben Okafor", role: "member", team: "Storefront" },
  chidi: { name: "Chidi Marsh", role: "member", team: "Platform" },
  dana: { name: "Dana Reyes", role: "member", team: "Support" },
  eli: { name: "Eli Sandoval", role: "lead", team: "Support" },
  fatima: { name: "Fatima Noor", role: "lead", team: "Platform" },
  goran: { name: "Goran Vidal", role: "reader", team: "Storefront" },
};

export function emailOf(name: Name): string {
  return `${name}@example.org`;
}
