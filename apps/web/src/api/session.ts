import type { Session } from "@morrow/contract/people";
import { sessionRoutes } from "@morrow/contract/people";
import type { Permission } from "@morrow/domain/people";

import { answerQuery, useAnswer } from "./answers.ts";

const sessionOptions = { staleTime: 60_000, kept: true };

/** Who is signed in, for asking before any page is there. */
export const sessionQuery = answerQuery(sessionRoutes.show, {}, sessionOptions);

/** Who is signed in; `data` is undefined while that is being asked. */
export function useSession() {
  return useAnswer(sessionRoutes.show, {}, sessionOptions);
}

/** For pages inside the signed-in layout, which renders nothing before the session is known. */
export function useSignedIn(): Session {
  const { data } = useSession();
  if (data === undefined) throw new Error("this page is only shown to signed-in people");
  return data;
}

/** Whether to offer an action; the server decides again. */
export function useMay(permission: Permission): boolean {
  return useSession().data?.permissions.includes(permission) ?? false;
}
