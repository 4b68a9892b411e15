import type { PeopleDeps } from "./deps.ts";
import { Invitations } from "./invitations.ts";
import { People } from "./people.ts";
import { Sessions } from "./sessions.ts";
import { Setup } from "./setup.ts";
import { Teams } from "./teams.ts";
import { Tokens } from "./tokens.ts";

export { audiencesIn } from "./audiences.ts";
export { authenticate } from "./authenticate.ts";
export { type Names, namesOf } from "./briefs.ts";
export { mountPeople } from "./routes.ts";
export { findPerson } from "./store.ts";

export interface PeopleFeature {
  sessions: Sessions;
  setup: Setup;
  directory: People;
  invitations: Invitations;
  teams: Teams;
  tokens: Tokens;
}

export function createPeople(deps: PeopleDeps): PeopleFeature {
  return {
    sessions: new Sessions(deps),
    setup: new Setup(deps),
    directory: new People(deps),
    invitations: new Invitations(deps),
    teams: new Teams(deps),
    tokens: new Tokens(deps),
  };
}
