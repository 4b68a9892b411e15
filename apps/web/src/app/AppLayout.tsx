/** The signed-in frame: the shell around the page, and the declaring sheet that every page can open. */
import type { Failure } from "@morrow/client";
import { setupRoutes, type Session } from "@morrow/contract/people";
import { sessionRoutes } from "@morrow/contract/people";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from "react-router";
import { client } from "../api/client.ts";
import { useAnswer } from "../api/answers.ts";
import { useLive } from "../api/live.ts";
import { useSession } from "../api/session.ts";
import { Button } from "../components/Button.tsx";
import { ErrorState } from "../components/ErrorState.tsx";
import { latePart } from "../components/latePart.tsx";
import { holdKeys, letGo } from "../keyboard/heldKeys.ts";
import { forgetKept } from "../kept/kept.ts";
import { useDelivery } from "../outbox/useDelivery.ts";
import { useCommandSource } from "../commands/registry.ts";
import { paths } from "../paths.ts";
import { Shell } from "../shell/Shell.tsx";
import { DeclareContext } from "./declare.ts";
import { findInKnowledge } from "./findInKnowledge.tsx";
import { PageSkeleton } from "./PageSkeleton.tsx";

const DeclareSheet = latePart(() => import("../pages/incidents/DeclareSheet.tsx"));

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
  const [declaring, setDeclaring] = useState(false);
  const declare = useCallback(() => {
    holdKeys();
    setDeclaring(true);
  }, []);
  const { pathname } = useLocation();
  /** Where something could not be opened; said until the next page. */
  const [notFetchedAt, setNotFetchedAt] = useState<string | null>(null);
  const notFetched = () => {
    letGo();
    setNotFetchedAt(pathname);
  };
  const notice =
    connection === "lost" ? <Disconnected /> : notFetchedAt === pathname ? <NotFetched /> : undefined;
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
        onNotFetched={notFetched}
        notice={notice}
      >
        <Outlet />
      </Shell>
      <DeclareSheet open={declaring} onOpenChange={setDeclaring} onNotFetched={notFetched} />
      <ScrollRestoration />
    </DeclareContext>
  );
}

function NotFetched() {
  // Some browsers remember for as long as the page lives that a part did not come.
  return (
    <div className="cluster">
      <p role="status">
        This could not be opened, because its part of Morrow did not arrive. Nothing is lost.
      </p>
      <Button size="small" onClick={() => location.reload()}>
        Load the page again
      </Button>
    </div>
  );
}

function Disconnected() {
  return (
    <p role="status">No connection at the moment. What you type is kept here and sent when it returns.</p>
  );
}
