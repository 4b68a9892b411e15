import type { Described } from "../described.ts";
import type {
  CommandRole,
  IncidentKind,
  IncidentState,
  LinkKind,
  Milestone,
  Severity,
} from "./vocabulary.ts";

export const incidentKindLabels: Record<IncidentKind, Described> = {
  incident: { label: "Incident", description: "An unplanned event that was worth responding to." },
  near_miss: { label: "Near miss", description: "An event that could have become an incident." },
  drill: { label: "Drill", description: "A rehearsal: the failure was brought about on purpose." },
};

/** Fallbacks; the organisation names its severities in the policy. */
export const severityLabels: Record<Severity, string> = {
  1: "SEV1",
  2: "SEV2",
  3: "SEV3",
  4: "SEV4",
  5: "SEV5",
};

export const incidentStateLabels: Record<IncidentState, Described> = {
  open: { label: "Open", description: "People are affected and the response is under way." },
  mitigated: { label: "Mitigated", description: "The effect on people is contained; work on it goes on." },
  resolved: { label: "Resolved", description: "The service is back to normal; learning from it has begun." },
  closed: { label: "Closed", description: "The response is over and what it taught is published or waived." },
};

export const milestoneLabels: Record<Milestone, Described> = {
  started: { label: "Started", description: "When the first effect set in, whether or not anybody saw it." },
  detected: { label: "Detected", description: "When a person or an alert first noticed it." },
  acknowledged: { label: "Acknowledged", description: "When somebody took it on." },
  declared: { label: "Declared", description: "When it was named an incident and others were called." },
  mitigated: { label: "Mitigated", description: "When the effect on people was contained." },
  resolved: { label: "Resolved", description: "When the service was back to normal." },
  closed: {
    label: "Closed",
    description: "When the incident was filed, with its retrospective published or waived.",
  },
};

export const commandRoleLabels: Record<CommandRole, Described> = {
  incident_commander: { label: "Incident commander", description: "Decides, and keeps the whole in view." },
  deputy: { label: "Deputy", description: "Stands in for the commander and takes work off their hands." },
  operations_lead: { label: "Operations lead", description: "Leads the people who change the system." },
  communications_lead: { label: "Communications lead", description: "Tells those affected what is known." },
  liaison_officer: {
    label: "Liaison officer",
    description: "Speaks with one audience, such as support or a supplier.",
  },
  scribe: { label: "Scribe", description: "Writes down what happens as it happens." },
};

export const linkKindLabels: Record<LinkKind, string> = {
  ticket: "Ticket",
  forum: "Forum post",
  chat: "Chat",
  dashboard: "Dashboard",
  document: "Document",
  other: "Link",
};
