/** The signed-in frame: the shell around the page, and the declaring sheet that every page can open. */
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { Outlet, ScrollRestoration, useNavigate } from "react-router";
import { paths } from "../paths.ts";
import { Shell } from "../shell/Shell.tsx";
import { DeclareContext } from "./declare.ts";

const DeclareSheet = lazy(() => import("../pages/incidents/DeclareSheet.tsx"));

export function Component() {
  const navigate = useNavigate();
  const [declaring, setDeclaring] = useState<"never" | "open" | "closed">("never");
  const declare = useCallback(() => setDeclaring("open"), []);
  const person = useMemo(() => ({ name: "Sample Person", email: "sample@example.org" }), []);
  return (
    <DeclareContext value={declare}>
      <Shell person={person} onSignOut={() => void navigate(paths.signIn())} onDeclare={declare}>
        <Outlet />
      </Shell>
      <Suspense fallback={null}>
        {declaring === "never" ? null : (
          <DeclareSheet
            open={declaring === "open"}
            onOpenChange={(open) => setDeclaring(open ? "open" : "closed")}
          />
        )}
      </Suspense>
      <ScrollRestoration />
    </DeclareContext>
  );
}
