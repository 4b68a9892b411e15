/** The places of the rail and the bottom bar, their keys, and the icon and word for each. */
import { BookOpen, House, ScrollText, ShieldCheck, Siren } from "lucide-react";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
}

const look = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

export const places: readonly Place[] = [
  { to: paths.home(), label: "Home", keys: "g h", icon: <House {...look} /> },
  { to: paths.incidents(), label: "Incidents", keys: "g i", icon: <Siren {...look} /> },
  {
    to: paths.retrospectives(),
    label: "Retrospectives",
    keys: "g r",
    icon: <ScrollText {...look} />,
  },
  {
    to: paths.countermeasures(),
    label: "Countermeasures",
    keys: "g c",
    icon: <ShieldCheck {...look} />,
  },
  { to: paths.search(), label: "Knowledge", keys: "g k", icon: <BookOpen {...look} /> },
];
