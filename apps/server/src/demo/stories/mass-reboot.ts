import type { Story } from "../story.ts";

/** September 2014, told in our own words from the public accounts: an emergency patch reboots a tenth of a cloud's servers. */
export const massReboot: Story = {
  title: "September 2014: 218 database nodes reboot at short notice, and nothing stops",
  severity: 4,
  scheduled: true,
  startedAt: "2014-09-26T02:00:00Z",
  declaredAt: "2014-09-25T16:00:00Z",
  declaredBy: "ada",
  services: ["viewing history", "database"],
  tags: ["mass reboot", "self-healing", "retold"],
  team: "Platform",
  summary:
    "Nearly a tenth of the provider's servers had to be rebooted for a security patch within a few days. 218 of our more than 2,700 database nodes were among them; 22 did not come back.",
  impact: { who: "Nobody that we know of", howMany: null, how: "No downtime over the weekend." },
  commander: "ada",
  moments: [
    {
      at: "2014-09-25T16:00:00Z",
      by: "ada",
      kind: "communication",
      text: "The provider tells us that servers will be rebooted over the weekend for an urgent patch. The list names 218 of our database nodes.",
    },
    {
      at: "2014-09-25T17:30:00Z",
      by: "ada",
      kind: "decision",
      text: "We change nothing. Nodes are ended at random every working day; this is the same, only more of it.",
      starred: true,
    },
    { at: "2014-09-26T02:00:00Z", by: "chidi", kind: "effect", text: "The first nodes reboot." },
    {
      at: "2014-09-27T11:10:00Z",
      by: "chidi",
      kind: "detection",
      milestone: "detected",
      text: "A node that rebooted does not answer again. Automation replaces it and streams its data from the copies.",
    },
    {
      at: "2014-09-28T20:00:00Z",
      by: "chidi",
      kind: "effect",
      milestone: "mitigated",
      text: "218 nodes were rebooted in all; 22 did not come back and were replaced without a person.",
      starred: true,
    },
    {
      at: "2014-09-29T06:00:00Z",
      by: "ada",
      kind: "note",
      milestone: "resolved",
      text: "The weekend is over. Nobody was called.",
    },
  ],
  retrospective: {
    startedAt: "2014-09-30T09:00:00Z",
    publishedAt: "2014-10-02T14:00:00Z",
    owner: "ada",
    facilitator: "goran",
    speakers: {
      contributed: "ada",
      identified: "chidi",
      responded: "chidi",
      diagnosed: "chidi",
      affected: "dana",
      interested: "ben",
    },
    document: {
      lesson: "A database that loses nodes every working day does not mind losing 218 in a weekend.",
      narrative: `The list of affected nodes was longer than anybody had seen. What made it bearable was a decision of the year before: the random ending of instances, until then kept away from the database, was extended to it.

That decision had been argued about. State was said to be different. It was extended one cluster at a time, with the database team choosing the pace, and each step showed something to mend: a replacement that waited for a person, a repair that started too many streams at once. By September 2014 those were gone.

So the weekend needed no plan of its own. 22 of the 218 nodes did not return, which is one in ten, and each was replaced the way one is replaced on any Tuesday.`,
      factors: [
        { id: "patch", text: "An urgent patch had to be applied to the hosts" },
        { id: "share", text: "A twelfth of our nodes ran on hosts of the first wave" },
        { id: "hardware", text: "Old hosts do not always survive a reboot" },
      ],
      connections: [
        { from: "patch", to: "share" },
        { from: "share", to: "hardware" },
      ],
      wentWell: [
        "Every lost node was replaced without a person.",
        "The database had been part of the random terminations for a year.",
      ],
      confusing: ["The provider's list changed three times in a day; it was not clear which version held."],
      lucky: ["No two copies of the same data were rebooted within the same hour."],
      detectSooner: [],
      recoverSooner: ["Replace a node before it is rebooted, when the date is known."],
    },
    countermeasures: [
      {
        title: "Keep two copies of the same data out of the same reboot window",
        body: "Placement asks the provider's schedule and moves one of the copies first.",
        kind: "prevent",
        strength: "guard",
        priority: "medium",
        owner: "chidi",
        dueOn: "2015-01-31",
        state: "done",
      },
      {
        title: "Replace nodes ahead of an announced reboot",
        kind: "recover",
        strength: "guard",
        state: "idea",
        votes: { chidi: { effect: 2, effort: 3 } },
      },
    ],
  },
};
