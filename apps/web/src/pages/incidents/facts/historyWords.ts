/** The log's names for changes, as a person would say them. */
const words: Readonly<Record<string, string>> = {
  "incident.declared": "Declared",
  "incident.changed": "Facts changed",
  "incident.severity_changed": "Severity changed",
  "incident.role_assumed": "Role assumed",
  "incident.role_relinquished": "Role left",
  "incident.access_changed": "Access changed",
  "incident.closed": "Closed",
  "incident.reopened": "Reopened",
  "incident.imported": "Imported from a write-up",
  "timeline.event_added": "Entry added",
  "timeline.event_corrected": "Entry corrected",
  "timeline.event_withdrawn": "Entry withdrawn",
  "timeline.event_starred": "Entry starred",
  "timeline.event_unstarred": "Star removed",
  "attachment.added": "Image added",
};

/** Names that are not in the table read tolerably as well: "retrospective.meeting_planned" is "Retrospective: meeting planned". */
export function historyWords(what: string): string {
  const known = words[what];
  if (known !== undefined) return known;
  const [subject = "", deed = ""] = what.replaceAll("_", " ").split(".");
  const name = subject.charAt(0).toUpperCase() + subject.slice(1);
  return deed === "" ? name : `${name}: ${deed}`;
}
