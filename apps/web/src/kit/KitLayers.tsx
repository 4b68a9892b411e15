import { Copy, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../components/Button.tsx";
import { ConflictDialog } from "../components/ConflictDialog.tsx";
import { Dialog, Sheet } from "../components/Dialog.tsx";
import { IconButton } from "../components/IconButton.tsx";
import { Menu } from "../components/Menu.tsx";
import { Popover } from "../components/Popover.tsx";
import { Tabs } from "../components/Tabs.tsx";
import { TextField } from "../components/TextField.tsx";
import { showToast } from "../components/Toast.tsx";
import { Section } from "./Section.tsx";

type Open = "none" | "dialog" | "sheet" | "conflict";

const mine =
  "At 16:58 the cache began to answer with errors.\nWe rolled back the deploy.\nTraffic recovered by 17:20.";
const theirs =
  "At 16:58 the cache began to answer with errors.\nThe deploy was rolled back by the pipeline.\nTraffic recovered by 17:20.\nTwo customers wrote to support.";

export function KitLayers() {
  const [open, setOpen] = useState<Open>("none");
  const [tab, setTab] = useState<"timeline" | "people" | "history">("timeline");
  const change = (next: boolean) => {
    if (!next) setOpen("none");
  };
  const icon = { size: 16, "aria-hidden": true } as const;
  return (
    <Section title="Layers">
      <div className="cluster">
        <Button onClick={() => setOpen("dialog")}>Open a dialog</Button>
        <Button onClick={() => setOpen("sheet")}>Open a sheet</Button>
        <Button onClick={() => setOpen("conflict")}>Open a conflict</Button>
        <Button
          onClick={() =>
            showToast({
              title: "Countermeasure accepted",
              description: "CM-12 is due 2026-04-01.",
              action: { label: "Undo", onPress: () => {} },
            })
          }
        >
          Show a message
        </Button>
        <Button
          onClick={() =>
            showToast({
              tone: "danger",
              title: "The server did not answer",
              description: "Your entry is kept here.",
            })
          }
        >
          Show a failure
        </Button>
        <Menu
          align="start"
          trigger={
            <IconButton
              label="More actions"
              tooltip={false}
              icon={<MoreHorizontal size={18} aria-hidden="true" />}
            />
          }
          entries={[
            {
              kind: "action",
              label: "Correct this entry",
              icon: <Pencil {...icon} />,
              shortcut: "e",
              onSelect: () => {},
            },
            { kind: "action", label: "Copy link", icon: <Copy {...icon} />, onSelect: () => {} },
            { kind: "separator" },
            { kind: "action", label: "Delete", icon: <Trash2 {...icon} />, danger: true, onSelect: () => {} },
          ]}
        />
        <Popover trigger={<Button kind="quiet">Time to detect</Button>} title="Time to detect">
          <p>From “started” to the first “detected” milestone. Unknown while either is missing.</p>
        </Popover>
      </div>
      <Tabs
        label="Views of the incident"
        value={tab}
        onValueChange={setTab}
        tabs={[
          { value: "timeline", label: "Timeline", count: 48, panel: <p>The timeline.</p> },
          { value: "people", label: "People", panel: <p>Who took part.</p> },
          { value: "history", label: "History", panel: <p>Who changed what.</p> },
        ]}
      />
      <Dialog
        open={open === "dialog"}
        onOpenChange={change}
        title="Waive the retrospective?"
        description="INC-142 can then be closed without one. Your name and reason are kept with it."
        footer={
          <>
            <Button onClick={() => setOpen("none")}>Keep it due</Button>
            <Button kind="primary" onClick={() => setOpen("none")}>
              Waive it
            </Button>
          </>
        }
      >
        <TextField label="Reason" />
      </Dialog>
      <Sheet open={open === "sheet"} onOpenChange={change} title="Filters">
        <TextField label="Service" />
      </Sheet>
      <ConflictDialog
        open={open === "conflict"}
        onOpenChange={change}
        subject="the narrative of INC-142"
        mine={{ text: mine, by: "not saved" }}
        theirs={{ text: theirs, by: "Ada, 14:05" }}
        onKeepMine={() => setOpen("none")}
        onKeepTheirs={() => setOpen("none")}
        onKeepBoth={() => setOpen("none")}
      />
    </Section>
  );
}
