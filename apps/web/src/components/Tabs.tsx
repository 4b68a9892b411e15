import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import "./Tabs.css";

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** A count beside the label. */
  readonly count?: number;
  readonly panel: ReactNode;
}

export interface TabsProps<Value extends string> {
  /** Names the set for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
}

/** Views of the same thing, kept in the address by the page. Different pages are links, not tabs. */
export function Tabs<Value extends string>({ label, tabs, value, onValueChange }: TabsProps<Value>) {
  return (
    <Base.Root className="m-tabs" value={value} onValueChange={(next: Value) => onValueChange(next)}>
      <Base.List className="m-tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className="m-tab">
            {tab.label}
            {tab.count === undefined ? null : <span className="m-tab-count">{tab.count}</span>}
          </Base.Tab>
        ))}
        <Base.Indicator className="m-tabs-indicator" />
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="m-tab-panel">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
