import { Search, X } from "lucide-react";
import { useRef, type ComponentProps, type RefObject } from "react";
import "./Field.css";
import "./SearchField.css";

type NativeInput = Omit<ComponentProps<"input">, "type" | "value" | "onChange" | "aria-label" | "ref">;

export interface SearchFieldProps extends NativeInput {
  /** The accessible name. */
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

/** Words to look for, and a way to clear them. */
export function SearchField({ label, value, onValueChange, ref, ...native }: SearchFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const input = ref ?? own;
  const clear = () => {
    onValueChange("");
    input.current?.focus();
  };
  return (
    <div className="m-search m-input m-input-affixed">
      <Search size={16} aria-hidden="true" />
      <input
        {...native}
        ref={input}
        type="search"
        aria-label={label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
      />
      {value === "" ? null : (
        <button type="button" className="m-search-clear" aria-label="Clear the words" onClick={clear}>
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
