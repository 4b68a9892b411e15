import { Search } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "../components/Checkbox.tsx";
import { Combobox, type Option } from "../components/Combobox.tsx";
import { FormError } from "../components/FormError.tsx";
import { RadioGroup } from "../components/RadioGroup.tsx";
import { Select } from "../components/Select.tsx";
import { SeverityMark } from "../components/SeverityMark.tsx";
import { Switch } from "../components/Switch.tsx";
import { TextArea, TextField } from "../components/TextField.tsx";
import { severities } from "@morrow/domain";
import { Section } from "./Section.tsx";

const tags: readonly Option[] = ["dns", "certificate", "failover", "capacity", "deploy"].map((value) => ({
  value,
  label: value,
}));
const people: readonly Option[] = [
  { value: "1", label: "Ada Byron", hint: "Platform" },
  { value: "2", label: "Grace Hopper", hint: "Storage" },
  { value: "3", label: "Katherine Johnson", hint: "Edge network" },
];

export function KitFields() {
  const [severity, setSeverity] = useState<string>("2");
  const [chosen, setChosen] = useState<readonly Option[]>(tags.slice(0, 2));
  const [owner, setOwner] = useState<readonly Option[]>([]);
  const [kind, setKind] = useState<"incident" | "near_miss" | "drill">("incident");
  const [checked, setChecked] = useState(true);
  const [on, setOn] = useState(true);
  return (
    <Section title="Fields">
      <FormError
        message="Two things need another look before this can be saved."
        problems={[
          { path: "started", message: "is after “detected”; the time to detect would be negative." },
          { path: "zone", message: "“CET” in July is ambiguous; choose Europe/Berlin or UTC+1." },
        ]}
        labels={{ started: "Started at", zone: "Zone" }}
      />
      <div className="kit-columns">
        <TextField
          label="Title"
          defaultValue="Checkout answers slowly in two regions"
          hint="What people notice, not what you suspect."
        />
        <TextField
          label="Started at"
          name="started"
          mono
          defaultValue="2026-03-02 16:58"
          error="This is after “detected” (16:41)."
        />
        <TextField
          label="Find"
          labelHidden
          icon={<Search size={16} aria-hidden="true" />}
          placeholder="Find an incident"
        />
        <TextField label="Forum post" optional placeholder="https://" />
        <TextField label="Reference" disabled defaultValue="INC-142" />
        <Select
          label="Severity"
          value={severity}
          onValueChange={setSeverity}
          choices={severities.map((each) => ({
            value: `${each}`,
            label: `SEV${each}`,
            view: <SeverityMark severity={each} />,
          }))}
        />
        <Combobox
          label="Tags"
          options={tags}
          selected={chosen}
          onSelectedChange={setChosen}
          onCreate={(text) => ({ value: text, label: text })}
        />
        <Combobox
          label="Owner"
          options={people}
          selected={owner}
          onSelectedChange={setOwner}
          limit={1}
          placeholder="Find a person"
        />
        <TextArea
          label="What did you see?"
          placeholder="What you saw, what you knew, what made it reasonable."
        />
        <RadioGroup
          label="Kind"
          value={kind}
          onValueChange={setKind}
          choices={[
            { value: "incident", label: "Incident" },
            { value: "near_miss", label: "Near miss", hint: "It could have been an incident." },
            { value: "drill", label: "Drill" },
          ]}
        />
        <div>
          <Checkbox
            label="Scheduled"
            hint="It was announced before it began."
            checked={checked}
            onCheckedChange={setChecked}
          />
          <Checkbox label="Some of them" checked={false} indeterminate onCheckedChange={() => {}} />
          <Checkbox label="Not now" checked={false} onCheckedChange={() => {}} disabled />
        </div>
        <div>
          <Switch
            label="Restricted"
            hint="Only named people can find it."
            checked={on}
            onCheckedChange={setOn}
          />
          <Switch label="Mail me" checked={false} onCheckedChange={() => {}} />
        </div>
      </div>
    </Section>
  );
}
