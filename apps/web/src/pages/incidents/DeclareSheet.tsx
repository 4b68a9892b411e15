import { useState } from "react";
import type { Severity } from "@morrow/domain";
import { Button } from "../../components/Button.tsx";
import { Sheet } from "../../components/Dialog.tsx";
import { Select } from "../../components/Select.tsx";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { TextField } from "../../components/TextField.tsx";

export interface DeclareSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const severityChoices = ([1, 2, 3, 4, 5] satisfies Severity[]).map((severity) => ({
  value: `${severity}`,
  label: `SEV${severity}`,
  view: <SeverityMark severity={severity} />,
}));

/** A title and a severity are enough. */
export default function DeclareSheet({ open, onOpenChange }: DeclareSheetProps) {
  const [title, setTitle] = useState("");
  const [severity, setSeverity] = useState("3");
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Declare an incident"
      description="A title and a severity are enough. Everything else can wait."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Not now</Button>
          <Button kind="primary" disabled={title.trim() === ""}>
            Declare
          </Button>
        </>
      }
    >
      <TextField
        label="What is happening?"
        value={title}
        onValueChange={setTitle}
        placeholder="Checkout answers slowly in two regions"
      />
      <Select label="Severity" choices={severityChoices} value={severity} onValueChange={setSeverity} />
    </Sheet>
  );
}
