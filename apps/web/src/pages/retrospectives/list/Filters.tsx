import { X } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Switch } from "../../../components/Switch.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { withFilter } from "./filters.ts";

export function Filters() {
  const [address, setAddress] = useSearchParams();
  const set = (name: string, value: string) =>
    setAddress(withFilter(address, name, value), { replace: true });
  return (
    <div className="retro-filters" role="group" aria-label="Filter">
      <Switch
        label="Mine"
        checked={address.get("mine") === "true"}
        onCheckedChange={(on) => set("mine", on ? "true" : "")}
      />
      <Switch
        label="Overdue"
        checked={address.get("overdue") === "true"}
        onCheckedChange={(on) => set("overdue", on ? "true" : "")}
      />
      <Word
        name="service"
        label="Service"
        value={address.get("service") ?? ""}
        onChange={(value) => set("service", value)}
      />
      <Word name="tag" label="Tag" value={address.get("tag") ?? ""} onChange={(value) => set("tag", value)} />
    </div>
  );
}

interface WordProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A filter that is typed, and shown as what it filters by once it is set. */
function Word({ name, label, value, onChange }: WordProps) {
  const [typed, setTyped] = useState("");
  if (value !== "") {
    return (
      <button type="button" className="retro-filter-chip" onClick={() => onChange("")}>
        {label}: {value}
        <X size={14} aria-hidden="true" />
        <span className="visually-hidden">, remove this filter</span>
      </button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
        setTyped("");
      }}
    >
      <TextField
        label={label}
        labelHidden
        name={name}
        placeholder={`${label} …`}
        value={typed}
        onValueChange={setTyped}
      />
    </form>
  );
}
