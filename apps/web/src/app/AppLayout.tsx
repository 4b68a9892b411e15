/** The signed-in frame: the shell around the page, and the declaring sheet that every page can open. */
import type { Failure } from "@morrow/client";
import { setupRoutes, type Session } from "@morrow/contract/people";
import { sessionRoutes } from "@morrow/contract/people";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useState } from "react";
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from "react-router";
import { client } from "../api/client.ts";
import { useAnswer } from "../api/answers.ts";
import { useLive } from "../api/live.ts";
import { useSession } from "../api/session.ts";
import { ErrorState } from "../components/ErrorState.tsx";
import { forgetKept } from "../kept/kept.ts";
import { useDelivery } from "../outbox/useDelivery.ts";
import { useCommandSource } from "../commands/registry.ts";
import { paths } from "../paths.ts";
import { Shell } from "../shell/Shell.tsx";
import { DeclareContext } from "./declare.ts";
import { findInKnowledge } from "./findInKnowledge.tsx";
import { PageSkeleton } from "./PageSkeleton.tsx";

const DeclareSheet = lazy(() => import("../pages/incidents/DeclareSheet.tsx"));

export function Component() {
  const session = useSession();
  if (session.data !== undefined) return <SignedIn session={session.data} />;
  if (session.error !== null)
    return <NotSignedIn failure={session.error} onRetry={() => void session.refetch()} />;
  return <PageSkeleton />;
}

/** Nobody is signed in: on to the sign-in page, and back here afterwards. Other failures are said. */
function NotSignedIn({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { pathname, search } = useLocation();
  const setup = useAnswer(setupRoutes.state, {}, { enabled: failure.code === "session.required" });
  if (failure.code !== "session.required") {
    return (
      <ErrorState
        title="Morrow does not answer"
        kept={failure.message}
        advice="Try again in a moment."
        onRetry={onRetry}
      />
    );
  }
  if (setup.data === undefined && setup.error === null) return <PageSkeleton />;
  return (
    <Navigate to={setup.data?.done === false ? paths.setUp() : paths.signIn(pathname + search)} replace />
  );
}

function SignedIn({ session }: { session: Session }) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const connection = useLive(session.position);
  useCommandSource(
    useCallback((query, signal) => findInKnowledge(query, signal, (to) => void navigate(to)), [navigate]),
  );
  useDelivery(session.person.id);
  const [declaring, setDeclaring] = useState<"never" | "open" | "closed">("never");
  const declare = useCallback(() => setDeclaring("open"), []);
  const signOut = async () => {
    await client.call(sessionRoutes.signOut, {});
    await navigate(paths.signIn());
    cache.clear();
    await forgetKept();
  };
  return (
    <DeclareContext value={declare}>
      <Shell
        person={session.person}
        onSignOut={() => void signOut()}
        onDeclare={declare}
        {...(connection === "lost" ? { notice: <Disconnected /> } : {})}
      >
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

function Disconnected() {
  return (
    <p role="status">No connection at the moment. What you type is kept here and sent when it returns.</p>
  );
}
