import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { useRef, type FocusEvent } from "react";
import { Link } from "react-router";
import "./Menu.css";
import "../Select.css";
import type { MenuEntry, MenuProps } from "../Menu.tsx";

/** The menu itself, open from the start: it is mounted when its trigger is first pressed. */
export default function OpenedMenu({
  trigger,
  entries,
  align = "end",
  openedBy,
}: MenuProps & { readonly openedBy: "keyboard" | "pointer" }) {
  const waits = useRef(openedBy === "keyboard");
  /** By keyboard, the first entry has the focus at once; later openings the library sees itself. */
  const toFirst = (event: FocusEvent<HTMLElement>) => {
    if (!waits.current) return;
    waits.current = false;
    event.currentTarget.querySelector<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')?.focus();
  };
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="m-positioner" sideOffset={4} align={align} collisionPadding={8}>
          <Base.Popup className="m-popup m-menu" onFocus={toFirst}>
            {entries.map((entry, index) => (
              <Entry
                key={entry.kind === "separator" || entry.kind === "heading" ? index : entry.label}
                entry={entry}
              />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "separator":
      return <Base.Separator className="m-menu-separator" />;
    case "heading":
      return <div className="m-menu-heading">{entry.label}</div>;
    case "link":
      return (
        <Base.Item className="m-menu-item" render={<Link to={entry.to} />}>
          {entry.icon}
          <span>{entry.label}</span>
        </Base.Item>
      );
    case "action":
      return (
        <Base.Item
          className="m-menu-item"
          data-danger={entry.danger || undefined}
          disabled={entry.disabled ?? false}
          onClick={entry.onSelect}
        >
          {entry.icon}
          <span>{entry.label}</span>
          {entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
        </Base.Item>
      );
    case "choice":
      return (
        <Base.Group>
          <Base.GroupLabel className="m-menu-label">{entry.label}</Base.GroupLabel>
          <Base.RadioGroup value={entry.value} onValueChange={(value: string) => entry.onSelect(value)}>
            {entry.options.map((option) => (
              <Base.RadioItem key={option.value} value={option.value} className="m-menu-item" closeOnClick>
                <span className="m-option-check m-menu-check">
                  <Base.RadioItemIndicator>
                    <Check size={16} aria-hidden="true" />
                  </Base.RadioItemIndicator>
                </span>
                <span>{option.label}</span>
              </Base.RadioItem>
            ))}
          </Base.RadioGroup>
        </Base.Group>
      );
  }
}
