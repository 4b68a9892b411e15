/** Every page is a chunk of its own: `lazy` loads a module that exports `Component` (and, if it likes, `loader`). */
import type { RouteObject } from "react-router";
import { PageSkeleton } from "./app/PageSkeleton.tsx";
import { RouteError } from "./app/RouteError.tsx";
import { patterns } from "./paths.ts";

const signedIn: RouteObject[] = [
  { index: true, lazy: () => import("./pages/home/HomePage.tsx") },
  { path: patterns.incidents, lazy: () => import("./pages/incidents/IncidentsPage.tsx") },
  { path: patterns.incident, lazy: () => import("./pages/incidents/IncidentPage.tsx") },
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
        lazy: () => import("./app/AppLayout.tsx"),
        children: [{ ErrorBoundary: RouteError, children: signedIn }],
      },
    ],
  },
];
