import { isRouteErrorResponse, useRouteError } from "react-router";
import { ButtonLink } from "../components/Button.tsx";
import { ErrorState } from "../components/ErrorState.tsx";
import { paths } from "../paths.ts";

/** What is shown when a page breaks or its code cannot be fetched (no network, or a newer version was installed). */
export function RouteError() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main className="s-main" id="main">
      <ErrorState
        heading={1}
        title={missing ? "There is no such page" : "This page could not be shown"}
        kept="Nothing was changed."
        advice={
          missing
            ? "The address may be mistyped or old."
            : "Load it again; if it stays so, tell whoever runs Morrow here."
        }
        {...(missing ? {} : { onRetry: () => location.reload() })}
        action={<ButtonLink to={paths.home()}>Go home</ButtonLink>}
      />
    </main>
  );
}
