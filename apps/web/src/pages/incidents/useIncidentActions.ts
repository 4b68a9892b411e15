import type { Incident } from "@morrow/contract/incidents";
import {
  commandRoleLabels,
  commandRoles,
  milestoneLabels,
  milestones,
  type Milestone,
} from "@morrow/domain/incidents";
import { useNavigate } from "react-router";
import { useCommands, type Command } from "../../commands/registry.ts";
import { useShortcuts, type Shortcut } from "../../keyboard/shortcuts.ts";
import { paths } from "../../paths.ts";
import type { IncidentDialog } from "./IncidentDialogs.tsx";

export interface IncidentActions {
  readonly incident: Incident;
  readonly may: { readonly edit: boolean; readonly write: boolean; readonly restrict: boolean };
  readonly onNote: () => void;
  readonly onSeverity: () => void;
  readonly onDialog: (dialog: IncidentDialog) => void;
  readonly onSetNow: (milestone: Milestone) => void;
  readonly onStarred: () => void;
}

/** Everything that can be done here, by one key or through the palette. */
export function useIncidentActions(actions: IncidentActions): void {
  const { incident, may, onNote, onSeverity, onDialog, onSetNow, onStarred } = actions;
  const navigate = useNavigate();
  const nextMilestone = milestones.find(
    (each) => each !== "closed" && incident.milestones[each] === undefined,
  );
  const note = { keys: "n", label: "Add an entry to the timeline", run: onNote };
  const severity = { keys: "s", label: "Change the severity", run: onSeverity };
  const milestone = {
    keys: "m",
    label: "Set a milestone",
    run: () => onDialog({ kind: "milestone", milestone: nextMilestone ?? "resolved" }),
  };
  const assume = {
    keys: "a",
    label: "Assume a command role",
    run: () => onDialog({ kind: "role", question: { kind: "assume", role: "incident_commander" } }),
  };
  const facts = { keys: "e", label: "Edit what is known", run: () => onDialog({ kind: "facts" }) };
  const starred = { keys: "x", label: "Show only starred entries, or all", run: onStarred };
  const keyed = [
    ...(may.write ? [note] : []),
    ...(may.edit ? [severity, milestone, assume, facts] : []),
    starred,
  ];
  useShortcuts(keyed.map((each): Shortcut => ({ ...each, group: "Incident" })));

  const here = (id: string, label: string, run: () => void, keywords = ""): Command => ({
    id: `incident ${id}`,
    label,
    group: "Here",
    keywords: `${incident.ref} ${keywords}`,
    run,
  });
  useCommands([
    ...keyed.map(({ keys, label, run }) => ({ ...here(keys, label, run), keys })),
    ...(may.write
      ? milestones
          .filter((each) => each !== "closed" && incident.milestones[each] === undefined)
          .map((each) =>
            here(
              `now ${each}`,
              `Set ${milestoneLabels[each].label.toLowerCase()} to now`,
              () => onSetNow(each),
              "milestone",
            ),
          )
      : []),
    ...(may.edit
      ? commandRoles.map((role) =>
          here(
            `role ${role}`,
            `Assume: ${commandRoleLabels[role].label}`,
            () => onDialog({ kind: "role", question: { kind: "assume", role } }),
            "command role take",
          ),
        )
      : []),
    ...(may.restrict
      ? [here("access", "Change who may see it", () => onDialog({ kind: "access" }), "restrict")]
      : []),
    here("history", "Show all changes", () => onDialog({ kind: "history" }), "log record"),
    here(
      "retrospective",
      "Go to its retrospective",
      () => void navigate(paths.retrospective(incident.ref)),
      "review",
    ),
  ]);
}
