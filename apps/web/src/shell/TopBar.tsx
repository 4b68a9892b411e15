import {
  CircleHelp,
  LogOut,
  KeyRound,
  Moon,
  Plus,
  Scale,
  Search,
  Sun,
  SunMoon,
  Upload,
  Users,
} from "lucide-react";
import { Avatar, initials } from "../components/Avatar.tsx";
import { Button } from "../components/Button.tsx";
import { IconButton } from "../components/IconButton.tsx";
import { Mark } from "../components/Mark.tsx";
import { Menu, type MenuEntry } from "../components/Menu.tsx";
import { keysText } from "../keyboard/matching.ts";
import { onApple } from "../keyboard/shortcuts.ts";
import { paths } from "../paths.ts";
import { useTheme, type ThemeChoice } from "../theme/theme.ts";
import type { ShellPerson } from "./Shell.tsx";

export interface TopBarProps {
  readonly person: ShellPerson;
  readonly onPalette: () => void;
  readonly onDeclare: () => void;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

export function TopBar({ person, onPalette, onDeclare, onHelp, onSignOut }: TopBarProps) {
  return (
    <header className="s-top">
      <span className="s-top-mark">
        <Mark size={26} />
      </span>
      <button
        type="button"
        className="s-top-search"
        onClick={onPalette}
        aria-keyshortcuts={onApple ? "Meta+K" : "Control+K"}
      >
        <Search size={16} aria-hidden="true" />
        <span className="s-top-search-words">Search, go to, or do …</span>
        <kbd>{keysText("mod+k", onApple)}</kbd>
      </button>
      <div className="s-top-right">
        <Button
          kind="primary"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={onDeclare}
          aria-keyshortcuts="d"
        >
          Declare
        </Button>
        <span className="s-top-help">
          <IconButton
            label="Keyboard shortcuts"
            shortcut="?"
            icon={<CircleHelp size={18} aria-hidden="true" />}
            onClick={onHelp}
          />
        </span>
        <ThemeMenu />
        <AccountMenu person={person} onSignOut={onSignOut} />
      </div>
    </header>
  );
}

export function ThemeMenu() {
  const [choice, choose] = useTheme();
  const icon = { system: SunMoon, light: Sun, dark: Moon }[choice];
  const Icon = icon;
  return (
    <Menu
      trigger={<IconButton label="Theme" tooltip={false} icon={<Icon size={18} aria-hidden="true" />} />}
      entries={[
        {
          kind: "choice",
          label: "Theme",
          value: choice,
          options: [
            { value: "system", label: "As the system" },
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ] satisfies { value: ThemeChoice; label: string }[],
          onSelect: (value) => choose(value === "light" || value === "dark" ? value : "system"),
        },
      ]}
    />
  );
}

function AccountMenu({ person, onSignOut }: { person: ShellPerson; onSignOut: () => void }) {
  const look = { size: 16, "aria-hidden": true } as const;
  const entries: MenuEntry[] = [
    {
      kind: "heading",
      label: (
        <>
          <strong>{person.name}</strong>
          <br />
          {person.email}
        </>
      ),
    },
    { kind: "separator" },
    { kind: "link", label: "People and teams", icon: <Users {...look} />, to: paths.people() },
    { kind: "link", label: "Import write-ups", icon: <Upload {...look} />, to: paths.importWriteUps() },
    { kind: "link", label: "Severity policy", icon: <Scale {...look} />, to: paths.policy() },
    { kind: "link", label: "API tokens", icon: <KeyRound {...look} />, to: paths.tokens() },
    { kind: "separator" },
    { kind: "action", label: "Sign out", icon: <LogOut {...look} />, onSelect: onSignOut },
  ];
  return (
    <Menu
      trigger={
        <IconButton
          label={`${initials(person.name)}, account of ${person.name}`}
          tooltip={false}
          icon={<Avatar name={person.name} />}
        />
      }
      entries={entries}
    />
  );
}
