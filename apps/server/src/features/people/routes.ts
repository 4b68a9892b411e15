import {
  invitationRoutes,
  peopleRoutes,
  sessionRoutes,
  setupRoutes,
  teamRoutes,
  tokenRoutes,
} from "@morrow/contract/people";

import type { Api } from "../../platform/http/api.ts";
import { secretOf, sessionCookie } from "./authenticate.ts";
import type { PeopleFeature } from "./index.ts";
import type { OpenedSession } from "./sessions.ts";

export function mountPeople(api: Api, people: PeopleFeature, options: { secureCookies: boolean }): void {
  const { sessions, setup, directory, invitations, teams, tokens } = people;
  const withCookie = (opened: OpenedSession) => ({
    answer: opened.session,
    headers: { "set-cookie": cookie(opened.secret, opened.maxAge, options.secureCookies) },
  });

  api.onPublic(setupRoutes.state, () => setup.state());
  api.onPublic(setupRoutes.complete, async ({ body }) => {
    const { token, ...input } = body;
    setup.checkToken(token);
    return withCookie(await sessions.open(await setup.complete(input)));
  });

  api.onPublic(sessionRoutes.signIn, async ({ body, remote }) =>
    withCookie(await sessions.signIn(body, remote)),
  );
  api.on(sessionRoutes.show, (caller) => sessions.show(caller.viewer));
  api.on(sessionRoutes.signOut, async (_caller, { request }) => {
    await sessions.signOut(secretOf(request) ?? "");
    return { answer: undefined, headers: { "set-cookie": cookie("", 0, options.secureCookies) } };
  });
  api.on(sessionRoutes.changePassword, async (caller, { body, request }) => {
    await sessions.changePassword(caller, body, secretOf(request) ?? "");
    return undefined;
  });
  api.on(sessionRoutes.rename, (caller, { body }) => directory.rename(caller, body.name));

  api.on(peopleRoutes.list, () => directory.list());
  api.on(peopleRoutes.create, (caller, { body }) => directory.create(caller, body));
  api.on(peopleRoutes.change, (caller, { params, body }) => directory.change(caller, params.id, body));

  api.on(invitationRoutes.list, () => invitations.list());
  api.on(invitationRoutes.create, (caller, { body }) => invitations.create(caller, body));
  api.on(invitationRoutes.withdraw, async (caller, { params }) => {
    await invitations.withdraw(caller, params.id);
    return undefined;
  });
  api.onPublic(invitationRoutes.show, ({ params }) => invitations.show(params.token));
  api.onPublic(invitationRoutes.accept, async ({ params, body }) =>
    withCookie(await sessions.open(await invitations.accept(params.token, body))),
  );

  api.on(teamRoutes.list, () => teams.list());
  api.on(teamRoutes.create, (caller, { body }) => teams.create(caller, body));
  api.on(teamRoutes.change, (caller, { params, body }) => teams.change(caller, params.id, body));

  api.on(tokenRoutes.list, (caller) => tokens.list(caller));
  api.on(tokenRoutes.create, (caller, { body }) => tokens.create(caller, body));
  api.on(tokenRoutes.withdraw, async (caller, { params }) => {
    await tokens.withdraw(caller, params.id);
    return undefined;
  });
}

function cookie(secret: string, maxAge: number, secure: boolean): string {
  return `${sessionCookie}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? "; Secure" : ""}`;
}
