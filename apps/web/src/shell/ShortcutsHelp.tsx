import { Fragment } from "react";
import { Dialog } from "../components/Dialog.tsx";
import { keysText } from "../keyboard/matching.ts";
import { onApple, useAllShortcuts } from "../keyboard/shortcuts.ts";
import "./ShortcutsHelp.css";

/** Every shortcut that works on this page now, by group. */
export default function ShortcutsHelp({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const shortcuts = useAllShortcuts();
  const groups = [...new Set(shortcuts.map((each) => each.group))];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className="overline">{group}</h3>
          <dl className="s-keys">
            {shortcuts
              .filter((each) => each.group === group)
              .map((each) => (
                <Fragment key={each.keys + each.label}>
                  <dt>
                    <kbd>{keysText(each.keys, onApple)}</kbd>
                  </dt>
                  <dd>{each.label}</dd>
                </Fragment>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
