import { lazy, Suspense, useState, type ReactNode } from "react";
import { WaitingTrigger, type TriggerElement } from "./WaitingTrigger.tsx";

const loadPopover = () => import("./popover/OpenedPopover.tsx");
const OpenedPopover = lazy(loadPopover);

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: TriggerElement;
  readonly title?: string;
  readonly children: ReactNode;
  readonly align?: "start" | "center" | "end";
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Loads what the content needs, together with the popover. */
  readonly load?: () => Promise<unknown>;
}

/** Something small beside what it is about: a definition, a filter, a quick edit. Only a button until it is first opened. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange, load } = props;
  const [opened, setOpened] = useState(false);
  if (open === true && !opened) setOpened(true);
  const waiting = (
    <WaitingTrigger
      trigger={trigger}
      popup="dialog"
      load={() => Promise.all([loadPopover(), load?.()])}
      onOpen={() => {
        setOpened(true);
        onOpenChange?.(true);
      }}
    />
  );
  if (!opened) return waiting;
  return (
    <Suspense fallback={waiting}>
      <OpenedPopover {...props} />
    </Suspense>
  );
}
