import { Outlet } from "react-router";
import { Mark } from "../components/Mark.tsx";
import { ThemeMenu } from "../shell/TopBar.tsx";
import "./BareLayout.css";

/** The frame before one is signed in: the mark, one card, nothing else. */
export function Component() {
  return (
    <div className="s-bare">
      <header className="s-bare-head">
        <ThemeMenu />
      </header>
      <main id="main" className="s-bare-main">
        <div className="s-bare-brand">
          <Mark size={40} />
          <span className="s-brand-word">Morrow</span>
        </div>
        <Outlet />
      </main>
    </div>
  );
}
