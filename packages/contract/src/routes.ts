import { attachmentRoutes } from "./attachments/index.ts";
import { countermeasureRoutes } from "./countermeasures/index.ts";
import { incidentRoutes } from "./incidents/index.ts";
import { knowledgeRoutes } from "./knowledge/index.ts";
import { operationRoutes } from "./operation/index.ts";
import {
  invitationRoutes,
  peopleRoutes,
  sessionRoutes,
  setupRoutes,
  teamRoutes,
  tokenRoutes,
} from "./people/index.ts";
import { policyRoutes } from "./policy/index.ts";
import { coachRoutes, retrospectiveRoutes } from "./retrospectives/index.ts";
import { timelineRoutes } from "./timeline/index.ts";
import { writeupRoutes } from "./writeups/index.ts";

/** Everything that can be said to Morrow. */
export const routes = {
  setup: setupRoutes,
  session: sessionRoutes,
  people: peopleRoutes,
  invitations: invitationRoutes,
  teams: teamRoutes,
  tokens: tokenRoutes,
  policy: policyRoutes,
  incidents: incidentRoutes,
  timeline: timelineRoutes,
  retrospectives: retrospectiveRoutes,
  coach: coachRoutes,
  countermeasures: countermeasureRoutes,
  knowledge: knowledgeRoutes,
  writeups: writeupRoutes,
  attachments: attachmentRoutes,
  operation: operationRoutes,
};
