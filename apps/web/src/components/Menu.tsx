import { lazy, Suspense, useState, type ReactNode } from "react";
import { WaitingTrigger, type TriggerElement } from "./WaitingTrigger.tsx";

const loadMenu = () => import("./menu/OpenedMenu.tsx");
const OpenedMenu = lazy(loadMenu);

/** An entry does something, leads somewhere, chooses one of several, or separates. */
export type MenuEntry =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly icon?: ReactNode;
      readonly shortcut?: string;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: "link"; readonly label: string; readonly icon?: ReactNode; readonly to: string }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly onSelect: (value: string) => void;
    }
  | { readonly kind: "heading"; readonly label: ReactNode }
  | { readonly kind: "separator" };

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: TriggerElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: "start" | "end";
}

/** A button with a menu. Until the first press it is only a button: a timeline has one of these in each row. */
export function Menu(props: MenuProps) {
  const [opened, setOpened] = useState<"keyboard" | "pointer" | null>(null);
  const waiting = <WaitingTrigger trigger={props.trigger} popup="menu" load={loadMenu} onOpen={setOpened} />;
  if (opened === null) return waiting;
  return (
    <Suspense fallback={waiting}>
      <OpenedMenu {...props} openedBy={opened} />
    </Suspense>
  );
}
