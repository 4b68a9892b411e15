import { useState, type ReactNode } from "react";
import { Popover } from "../../components/Popover.tsx";

interface InlineEditProps {
  /** Heading of what opens. */
  title: string;
  /** What pressing does, for those who do not see it: "change the owner of CM-12". */
  action: string;
  shown: ReactNode;
  editable: boolean;
  /** The form; it is told how to close. */
  children: (onDone: () => void) => ReactNode;
}

/** A value that becomes a form where it stands. */
export function InlineEdit({ title, action, shown, editable, children }: InlineEditProps) {
  const [open, setOpen] = useState(false);
  if (!editable) return shown;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={title}
      trigger={
        <button type="button" className="measure-inline">
          {shown}
          <span className="visually-hidden">, {action}</span>
        </button>
      }
    >
      {open ? children(() => setOpen(false)) : null}
    </Popover>
  );
}
