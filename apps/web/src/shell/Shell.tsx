/** What surrounds every page: skip link, rail, top bar, main, live region, and what can be reached from anywhere. Data comes as props. */
import { useRef, useState, type ReactNode } from "react";
import { useLocation, useNavigate, useNavigation } from "react-router";
import { useCommands, type Command } from "../commands/registry.ts";
import { latePart } from "../components/latePart.tsx";
import { ToastHost } from "../components/Toast.tsx";
import { TooltipHost } from "../components/Tooltip.tsx";
import { holdKeys } from "../keyboard/heldKeys.ts";
import { useShortcutListener, useShortcuts } from "../keyboard/shortcuts.ts";
import { paths } from "../paths.ts";
import { chooseTheme } from "../theme/theme.ts";
import { useAnnouncement } from "./announce.ts";
import { places } from "./places.tsx";
import { BottomBar, Rail } from "./Rail.tsx";
import "./Shell.css";
import { TopBar } from "./TopBar.tsx";
import { useHeadingFocus } from "./useHeadingFocus.ts";

const CommandPalette = latePart(() => import("../commands/CommandPalette.tsx"));
const ShortcutsHelp = latePart(() => import("./ShortcutsHelp.tsx"));

export interface ShellPerson {
  readonly name: string;
  readonly email: string;
}

export interface ShellProps {
  readonly person: ShellPerson;
  readonly onSignOut: () => void;
  /** Opens the declaring sheet; it is reachable from every page in one step. */
  readonly onDeclare: () => void;
  /** The code of something that opens over the page did not come. */
  readonly onNotFetched: () => void;
  /** Something everybody must know, above the page: no connection, a restart. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

type Layer = "none" | "palette" | "help";

export function Shell({ person, onSignOut, onDeclare, onNotFetched, notice, children }: ShellProps) {
  const [layer, setLayer] = useState<Layer>("none");
  useShortcutListener();
  const openPalette = () => {
    holdKeys();
    setLayer("palette");
  };
  useShellKeys({ onPalette: openPalette, onHelp: () => setLayer("help"), onDeclare });
  const close = (open: boolean) => {
    if (!open) setLayer("none");
  };
  return (
    <>
      <a className="s-skip" href="#main">
        Skip to the page
      </a>
      <div className="s-frame">
        <Rail />
        <div className="s-column">
          <TopBar
            person={person}
            onPalette={openPalette}
            onHelp={() => setLayer("help")}
            onDeclare={onDeclare}
            onSignOut={onSignOut}
          />
          <Progress />
          {notice === undefined ? null : <div className="s-notice">{notice}</div>}
          <Main>{children}</Main>
        </div>
        <BottomBar />
      </div>
      <Announcer />
      <CommandPalette open={layer === "palette"} onOpenChange={close} onNotFetched={onNotFetched} />
      <ShortcutsHelp open={layer === "help"} onOpenChange={close} onNotFetched={onNotFetched} />
      <ToastHost />
      <TooltipHost />
    </>
  );
}

function Main({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useHeadingFocus(main, useLocation().pathname);
  return (
    <main id="main" ref={main} tabIndex={-1} className="s-main">
      {children}
    </main>
  );
}

/** A thin line while the next page is on its way; only seen when that takes longer than a blink. */
function Progress() {
  const { state } = useNavigation();
  return <div className="s-progress" data-busy={state !== "idle" || undefined} aria-hidden="true" />;
}

function Announcer() {
  const message = useAnnouncement();
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}

function useShellKeys({
  onPalette,
  onHelp,
  onDeclare,
}: {
  onPalette: () => void;
  onHelp: () => void;
  onDeclare: () => void;
}) {
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate(to);
  useShortcuts([
    { keys: "mod+k", label: "Search, go to, or do", group: "Anywhere", run: onPalette, everywhere: true },
    { keys: "d", label: "Declare an incident", group: "Anywhere", run: onDeclare },
    { keys: "/", label: "Search", group: "Anywhere", run: go(paths.search()) },
    { keys: "?", label: "Show shortcuts", group: "Anywhere", run: onHelp },
    ...places.map((place) => ({ keys: place.keys, label: place.label, group: "Go to", run: go(place.to) })),
  ]);
  const commands: Command[] = [
    {
      id: "declare",
      label: "Declare an incident",
      keywords: "new outage report",
      group: "Do",
      keys: "d",
      run: onDeclare,
    },
    {
      id: "import",
      label: "Import write-ups",
      keywords: "markdown upload",
      group: "Do",
      run: go(paths.importWriteUps()),
    },
    {
      id: "help",
      label: "Show keyboard shortcuts",
      keywords: "help keys",
      group: "Do",
      keys: "?",
      run: onHelp,
    },
    ...places.map((place): Command => ({
      id: place.to,
      label: place.label,
      keywords: place.to === paths.search() ? "search" : "go",
      group: "Go to",
      icon: place.icon,
      keys: place.keys,
      run: go(place.to),
    })),
    {
      id: "people",
      label: "People",
      keywords: "users members invite",
      group: "Go to",
      run: go(paths.people()),
    },
    { id: "teams", label: "Teams", group: "Go to", run: go(paths.teams()) },
    {
      id: "policy",
      label: "Severity policy",
      keywords: "settings due dates",
      group: "Settings",
      run: go(paths.policy()),
    },
    {
      id: "tokens",
      label: "API tokens",
      keywords: "settings account",
      group: "Settings",
      run: go(paths.tokens()),
    },
    {
      id: "light",
      label: "Use the light theme",
      keywords: "day",
      group: "Settings",
      run: () => chooseTheme("light"),
    },
    {
      id: "dark",
      label: "Use the dark theme",
      keywords: "night",
      group: "Settings",
      run: () => chooseTheme("dark"),
    },
    {
      id: "system",
      label: "Use the system's theme",
      keywords: "auto",
      group: "Settings",
      run: () => chooseTheme("system"),
    },
  ];
  useCommands(commands);
}
