/** ⌘K: go, search, declare, add. Loaded the first time it is opened. */
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { CornerDownLeft, Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useNavigate, type NavigateFunction } from "react-router";
import { takeHeldKeys } from "../keyboard/heldKeys.ts";
import { keysText } from "../keyboard/matching.ts";
import { onApple } from "../keyboard/shortcuts.ts";
import { paths } from "../paths.ts";
import "../components/Dialog.css";
import "./CommandPalette.css";
import { matchCommands } from "./matchCommands.ts";
import { useRegistry, type Command, type CommandSource } from "./registry.ts";

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

interface Group {
  readonly value: Command["group"];
  readonly items: Command[];
}

const order: readonly Command["group"][] = ["Here", "Go to", "Do", "Settings", "Found", "Search"];

export default function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="m-backdrop" />
        <Dialog.Popup className="m-panel m-palette" aria-label="Go to, search or do">
          <Palette onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Palette({ onDone }: { onDone: () => void }) {
  const [query, setQuery] = useState("");
  const { commands, sources } = useRegistry();
  const navigate = useNavigate();
  const found = useFound(sources, query);
  const known = (text: string) => [
    ...matchCommands(commands.flat(), text),
    ...directCommands(text, navigate),
  ];
  const groups = grouped([...known(query), ...found]);

  /** What was typed before the palette was there. With Enter behind it, it is answered by what is known here. */
  function takeHeld(): void {
    const { text, enter } = takeHeldKeys();
    if (text === "" && !enter) return;
    setQuery((typed) => typed + text);
    const first = enter ? grouped(known(query + text))[0]?.items[0] : undefined;
    if (first === undefined) return;
    onDone();
    first.run();
  }
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={query}
      onValueChange={(value, details) => {
        if (details.reason !== "item-press") setQuery(value);
      }}
      itemToStringValue={(command) => command.label}
    >
      <div className="m-palette-head">
        <Search size={18} aria-hidden="true" />
        <Autocomplete.Input
          className="m-palette-input"
          placeholder="Go to, search, or do …"
          aria-label="Go to, search or do"
          onFocus={takeHeld}
        />
        <Dialog.Close className="m-palette-close">Esc</Dialog.Close>
      </div>
      <Autocomplete.List className="m-palette-list">
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items} className="m-palette-group">
            <Autocomplete.GroupLabel className="m-palette-label">{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className="m-palette-item"
                  onClick={() => {
                    onDone();
                    command.run();
                  }}
                >
                  <span className="m-palette-icon">
                    {command.icon ?? <CornerDownLeft size={16} aria-hidden="true" />}
                  </span>
                  <span className="m-palette-text">{command.label}</span>
                  {command.hint === undefined ? null : <span className="m-palette-hint">{command.hint}</span>}
                  {command.keys === undefined ? null : <kbd>{keysText(command.keys, onApple)}</kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function grouped(commands: readonly Command[]): Group[] {
  return order
    .map((value) => ({ value, items: commands.filter((command) => command.group === value) }))
    .filter((group) => group.items.length > 0);
}

/** What the typed text itself can mean: a reference to go to, or words to search for. */
function directCommands(query: string, navigate: NavigateFunction): Command[] {
  const text = query.trim();
  if (text === "") return [];
  const search: Command = {
    id: "search",
    label: `Search for “${text}”`,
    group: "Search",
    icon: <Search size={16} aria-hidden="true" />,
    run: () => void navigate(paths.search(text)),
  };
  const reference = /^(inc|cm)[- ]?([1-9]\d{0,8})$/i.exec(text);
  if (reference === null) return [search];
  const [, prefix = "", number = ""] = reference;
  const name = `${prefix.toUpperCase()}-${number}`;
  const to = prefix.toUpperCase() === "INC" ? paths.incident(name) : paths.countermeasure(name);
  return [{ id: name, label: `Go to ${name}`, group: "Go to", run: () => void navigate(to) }, search];
}

/** Answers of the pages' sources. A source that fails or is too late simply adds nothing. */
function useFound(sources: readonly CommandSource[], query: string): readonly Command[] {
  const [found, setFound] = useState<readonly Command[]>([]);
  const text = query.trim();
  useEffect(() => {
    if (text.length < 2) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void Promise.allSettled(sources.map((source) => source(text, controller.signal))).then((answers) => {
        if (!controller.signal.aborted)
          setFound(answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : [])));
      });
    }, 120);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [sources, text]);
  return text.length < 2 ? [] : found;
}
