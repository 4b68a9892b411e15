import { authenticate, createPeople, mountPeople, type PeopleFeature } from "./features/people/index.ts";
import { mountAttachments } from "./features/attachments/index.ts";
import { Coaching, mountCoach } from "./features/coach/index.ts";
import { Countermeasures, mountCountermeasures } from "./features/countermeasures/index.ts";
import { mountIncidents } from "./features/incidents/index.ts";
import { followIntoIndex, mountKnowledge, withFeedToken } from "./features/knowledge/index.ts";
import { mountOperation } from "./features/operation/index.ts";
import { createPolicy, mountPolicy } from "./features/policy/index.ts";
import { mountRetrospectives } from "./features/retrospectives/index.ts";
import { mountTimeline } from "./features/timeline/index.ts";
import { mountWriteups, Reader } from "./features/writeups/index.ts";
import type { Database } from "./platform/db/index.ts";
import { Api } from "./platform/http/api.ts";
import type { Log } from "./platform/log/log.ts";
import type { Spine } from "./platform/spine/index.ts";

export interface Adapters {
  db: Database;
  spine: Spine;
  log: Log;
  now: () => string;
  /** Address that people reach Morrow by, without a trailing slash. */
  publicUrl: string;
}

export interface Morrow {
  api: Api;
  people: PeopleFeature;
}

/** The version of this program, as its API says it. */
const version = "0.1.0";

/** Builds every feature on the given adapters and mounts its routes: the same for the real server and for tests. */
export function compose(adapters: Adapters): Morrow {
  const { db, spine, log, now, publicUrl } = adapters;
  const identify = (request: Request) => authenticate(db, withFeedToken(request), now());
  const api = new Api({ authenticate: identify, log });
  const people = createPeople({ db, spine, now, publicUrl });
  const policy = createPolicy({ db, spine });
  const coaching = new Coaching();
  const reader = new Reader();
  const countermeasures = new Countermeasures({ db, spine, policy, now });

  mountPeople(api, people, { secureCookies: publicUrl.startsWith("https://") });
  mountPolicy(api, policy);
  mountIncidents(api, { db, spine, policy, now });
  mountTimeline(api, { db, spine, policy, now });
  mountAttachments(api, { db, spine });
  mountCoach(api, coaching);
  mountRetrospectives(api, { db, spine, policy, coaching, now, publicUrl });
  mountCountermeasures(api, countermeasures);
  mountWriteups(api, { db, spine, now, reader });
  mountKnowledge(api, { db, spine, policy, reader, now, publicUrl, follower: followIntoIndex(spine) });
  mountOperation(api, { db, spine, log, people, authenticate: identify, version });
  return { api, people };
}
