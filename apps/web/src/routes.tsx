/** Every page is a chunk of its own: `lazy` loads a module that exports `Component`. Where a page shows much, a loader begins to fetch
    its data beside its code; the page does not wait for it, because it shows its own outline meanwhile. */
import type { RouteObject } from "react-router";
import { queries } from "./api/queries.ts";
import { sessionQuery } from "./api/session.ts";
import { Component as AppLayout } from "./app/AppLayout.tsx";
import { PageSkeleton } from "./app/PageSkeleton.tsx";
import { RouteError } from "./app/RouteError.tsx";
import { prefetchIncident } from "./pages/incidents/prefetchIncident.ts";
import { prefetchIncidents } from "./pages/incidents/list/useIncidents.ts";
import { patterns } from "./paths.ts";

const signedIn: RouteObject[] = [
  { index: true, lazy: () => import("./pages/home/HomePage.tsx") },
  {
    path: patterns.incidents,
    loader: ({ request }) => meanwhile(prefetchIncidents(new URL(request.url).searchParams)),
    lazy: () => import("./pages/incidents/IncidentsPage.tsx"),
  },
  {
    path: patterns.incident,
    loader: ({ params }) => meanwhile(prefetchIncident(params["reference"] ?? "")),
    lazy: () => import("./pages/incidents/IncidentPage.tsx"),
  },
  { path: patterns.retrospective, lazy: () => import("./pages/retrospectives/RetrospectivePage.tsx") },
  {
    path: patterns.editRetrospective,
    lazy: () => import("./pages/retrospectives/EditRetrospectivePage.tsx"),
  },
  { path: patterns.retrospectives, lazy: () => import("./pages/retrospectives/RetrospectivesPage.tsx") },
  { path: patterns.countermeasures, lazy: () => import("./pages/countermeasures/CountermeasuresPage.tsx") },
  { path: patterns.countermeasure, lazy: () => import("./pages/countermeasures/CountermeasurePage.tsx") },
  { path: patterns.search, lazy: () => import("./pages/knowledge/SearchPage.tsx") },
  { path: patterns.importWriteUps, lazy: () => import("./pages/import/ImportPage.tsx") },
  { path: patterns.people, lazy: () => import("./pages/people/PeoplePage.tsx") },
  { path: patterns.teams, lazy: () => import("./pages/people/TeamsPage.tsx") },
  { path: patterns.policy, lazy: () => import("./pages/policy/PolicyPage.tsx") },
  { path: patterns.tokens, lazy: () => import("./pages/people/TokensPage.tsx") },
  { path: "*", lazy: () => import("./pages/home/NotFoundPage.tsx") },
];

/** What fails here is asked again, and said, by the page. */
function meanwhile(fetching: Promise<unknown>): null {
  void fetching;
  return null;
}

const signedOut: RouteObject[] = [
  { path: patterns.signIn, lazy: () => import("./pages/people/SignInPage.tsx") },
  { path: patterns.setUp, lazy: () => import("./pages/people/SetUpPage.tsx") },
  { path: patterns.invitation, lazy: () => import("./pages/people/InvitationPage.tsx") },
];

/** Every component in one place, for looking at; development only. */
const kit: RouteObject[] = import.meta.env.DEV
  ? [{ path: patterns.kit, lazy: () => import("./kit/KitPage.tsx") }]
  : [];

export const routes: RouteObject[] = [
  {
    ErrorBoundary: RouteError,
    HydrateFallback: PageSkeleton,
    children: [
      ...kit,
      { lazy: () => import("./app/BareLayout.tsx"), children: signedOut },
      {
        // Every page inside waits for who is signed in.
        loader: () => meanwhile(queries.prefetchQuery(sessionQuery)),
        Component: AppLayout,
        children: [{ ErrorBoundary: RouteError, children: signedIn }],
      },
    ],
  },
];
