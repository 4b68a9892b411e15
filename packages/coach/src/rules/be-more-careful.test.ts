import { describe } from "vitest";
import { table } from "../testing/table.ts";

const inActions = (item: string): string => `# Outage\n\n## Action items\n\n- ${item}\n`;

describe("be-more-careful, one countermeasure", () => {
  table(
    "be-more-careful",
    {
      flagged: [
        ["Be more careful with the production console.", "Be more careful"],
        ["Pay more attention to the alerts.", "Pay more attention"],
        ["Double-check the region before running the script.", "Double-check"],
        ["Remember to drain the node first.", "Remember to"],
        ["Remind the team to update the status page.", "Remind the team to"],
        ["Follow up on alerts in the channel.", "Follow up on"],
        ["Raise incidents sooner.", "Raise incidents sooner"],
        ["Communicate earlier with support.", "Communicate earlier"],
        ["Make sure to check the replica lag.", "Make sure to check the"],
        ["Ensure everyone is aware of the freeze.", "Ensure everyone is aware"],
        ["Ensure that engineers follow the checklist.", "Ensure that engineers follow"],
        ["Follow the process when changing the firewall.", "Follow the process"],
        ["Try harder to keep the board up to date.", "Try harder"],
        ["Review changes more carefully.", "Review changes more carefully"],
        ["Improve communication between the teams.", "Improve communication"],
        ["Take extra care during failovers.", "Take extra care"],
        ["Exercise caution with bulk deletes.", "Exercise caution"],
        ["Raise awareness of the limits.", "Raise awareness"],
        ["Always verify the target before a delete.", "Always verify"],
        ["We need to be more vigilant.", "be more vigilant"],
        ["Engineers should test more thoroughly.", "test more thoroughly"],
        ["Don't forget to rotate the key.", "Don't forget"],
        ["Keep an eye on the disk.", "Keep an eye"],
        ["More careful review of schema changes.", "More careful review"],
        ["Escalate faster when customers report.", "Escalate faster"],
        ["Think twice before running a bulk update.", "Think twice"],
        ["Stress the importance of the runbook to new colleagues.", "Stress the importance"],
      ],
      clean: [
        "Add an alert on replica lag.",
        "Ensure that the deploy pipeline blocks on a failed smoke test.",
        "Ensure alerts page the on-call engineer.",
        "Ensure backups are restored into a scratch database every night.",
        "Add a pre-commit hook that double-checks the region.",
        "Document the restore and add it to the runbook.",
        "Create a checklist for failovers.",
        "Make the script print its target and ask for confirmation.",
        "Alert sooner: lower the threshold to 70 %.",
        "Detect replica lag earlier by alerting on it.",
        "The service should respond faster under load.",
        "The scheduler should retry more often.",
        "Automate the failover so that nobody has to remember to drain the node.",
        "Reduce the number of alerts.",
        "Move the job to its own queue.",
        "Make sure the health check covers the database.",
        "Schedule a game day for the zone loss.",
        "Require a second approval for bulk deletes.",
      ],
    },
    { context: "countermeasure" },
  );
});

describe("be-more-careful, in a document", () => {
  table("be-more-careful", {
    flagged: [
      [inActions("Be more careful when editing the zone file"), "Be more careful"],
      [inActions("@ada: double-check the region"), "double-check"],
      [inActions("**Process**: follow up on open tickets"), "follow up on"],
      [inActions("[ ] Remember to update the status page"), "Remember to"],
      ["# Lessons learned\n\nWe need to be more aware of expiry dates.", "be more aware"],
      ["# Lessons learned\n\n- In a crisis, remain calm.", "remain calm"],
      ["**Action items**\n\n- Raise an incident quicker", "Raise an incident quicker"],
      ["We will be more careful in future.", "be more careful"],
      ["From now on we must pay more attention to the queue.", "pay more attention"],
    ],
    clean: [
      "We double-checked the region and restarted the job.",
      "The team followed up on the ticket at 15:00.",
      "## Timeline\n\n- 14:00 Double-check the replica lag",
      "The engineers paid close attention to the graphs.",
      "Users should double-check their settings.",
      inActions("Move the check into the deploy tool"),
      inActions("Add monitoring to detect this sooner"),
      "This makes incidents easier to detect early.",
    ],
  });
});
