import type { Countermeasure } from "@morrow/contract/countermeasures";
import { countermeasureStateLabels, countermeasureStates } from "@morrow/domain/countermeasures";

export const groupings = [
  { value: "none", label: "No groups" },
  { value: "state", label: "State" },
  { value: "owner", label: "Owner" },
  { value: "team", label: "Team" },
  { value: "incident", label: "Incident" },
] as const;
export type Grouping = (typeof groupings)[number]["value"];

export interface Group {
  key: string;
  label: string;
  items: Countermeasure[];
}

/** Rows under headings, in the order in which headings first appear; states in their own order. */
export function groupBy(items: readonly Countermeasure[], grouping: Grouping): Group[] {
  if (grouping === "none") return [{ key: "all", label: "", items: [...items] }];
  const groups = Map.groupBy(items, (item) => headingOf(item, grouping));
  const made = [...groups].map(([label, members]) => ({ key: label, label, items: members }));
  if (grouping !== "state") return made;
  const order = countermeasureStates.map((state) => countermeasureStateLabels[state].label);
  return made.toSorted((a, b) => order.indexOf(a.label) - order.indexOf(b.label));
}

function headingOf(item: Countermeasure, grouping: Exclude<Grouping, "none">): string {
  switch (grouping) {
    case "state":
      return countermeasureStateLabels[item.state].label;
    case "owner":
      return item.owner?.name ?? item.ownerName ?? "No owner yet";
    case "team":
      return item.team?.name ?? "No team";
    case "incident": {
      const [first] = item.sources;
      return first === undefined ? "No incident" : `${first.ref} ${first.title}`;
    }
  }
}
