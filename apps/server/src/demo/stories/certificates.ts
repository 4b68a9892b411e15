import type { Story } from "../story.ts";

export const expiredCertificate: Story = {
  title: "Partner gateway refuses all calls: its certificate ran out on a Sunday",
  severity: 2,
  startedAt: "2026-05-31T00:00:00Z",
  declaredAt: "2026-05-31T06:40:00Z",
  declaredBy: "dana",
  services: ["partner gateway"],
  tags: ["expired certificate", "tls"],
  team: "Support",
  summary:
    "The certificate of the partner gateway ended at midnight UTC. Partners could not send orders until 09:05.",
  impact: {
    who: "31 partners",
    howMany: 31,
    how: "Orders were refused with a TLS error; most were sent again later.",
  },
  commander: "eli",
  moments: [
    {
      at: "2026-05-31T00:00:00Z",
      by: "dana",
      kind: "effect",
      text: "The certificate's validity ends. New connections are refused.",
    },
    {
      at: "2026-05-31T06:31:00Z",
      by: "dana",
      kind: "detection",
      milestone: "detected",
      text: "A partner writes to support: `certificate has expired`.",
      starred: true,
    },
    {
      at: "2026-05-31T07:15:00Z",
      by: "eli",
      kind: "investigation",
      text: "The renewal job reports success every night. It renews the file; the gateway loads the file only when it starts.",
    },
    {
      at: "2026-05-31T09:05:00Z",
      by: "chidi",
      kind: "action",
      milestone: "mitigated",
      text: "Gateway restarted in both zones; it shows the renewed certificate.",
    },
    {
      at: "2026-05-31T09:30:00Z",
      by: "eli",
      kind: "communication",
      milestone: "resolved",
      text: "All partners told; orders arrive.",
    },
  ],
  retrospective: {
    startedAt: "2026-06-01T09:00:00Z",
    publishedAt: "2026-06-05T10:00:00Z",
    owner: "eli",
    facilitator: "ada",
    speakers: {
      contributed: "chidi",
      identified: "dana",
      responded: "eli",
      diagnosed: "chidi",
      affected: "dana",
      interested: "ben",
    },
    document: {
      lesson: "A renewed certificate helps nobody until the process that shows it has read it.",
      narrative: `Renewal had been automated two years before, and had been believed in since: the job's success was on a dashboard. What the job could see was the file. What partners see is the connection.

The gateway is restarted with each deployment, which used to happen weekly. This spring it became so stable that nobody deployed it for 91 days; the certificate lives for 90.`,
      factors: [
        { id: "load", text: "The gateway reads its certificate only at start" },
        { id: "rare", text: "No deployment for 91 days" },
        { id: "check", text: "The check looked at the file, not at the connection" },
        { id: "expired", text: "Partners met an expired certificate" },
      ],
      connections: [
        { from: "load", to: "expired" },
        { from: "rare", to: "expired" },
        { from: "check", to: "expired" },
      ],
      wentWell: ["A partner knew whom to write to, and the message held the exact error."],
      confusing: ["The renewal job had been green for 91 days."],
      lucky: ["Sunday is the quietest day for orders."],
      detectSooner: ["Ask the connection from outside, daily, how long it will be valid."],
      recoverSooner: [],
    },
    countermeasures: [
      {
        title: "Reload certificates without a restart",
        kind: "prevent",
        strength: "elimination",
        priority: "high",
        owner: "chidi",
        dueOn: "2026-08-31",
        slippedTo: "2026-12-11",
        state: "accepted",
      },
      {
        title: "Check certificates over the connection, from outside, 21 days ahead",
        kind: "detect",
        strength: "detection",
        priority: "high",
        owner: "dana",
        dueOn: "2026-06-19",
        state: "done",
      },
    ],
  },
};

export const nearlyExpiredCertificate: Story = {
  title: "Mail relay certificate noticed nine days before its end",
  kind: "near_miss",
  severity: 5,
  startedAt: "2026-10-05T08:00:00Z",
  declaredAt: "2026-10-05T08:10:00Z",
  declaredBy: "dana",
  services: ["mail relay"],
  tags: ["expired certificate", "tls"],
  team: "Support",
  summary:
    "The new outside check warned about the mail relay, which has the same habit as the partner gateway: it reads its certificate at start.",
  impact: { who: "Nobody", howMany: 0, how: "" },
  moments: [
    {
      at: "2026-10-05T08:00:00Z",
      by: "dana",
      kind: "detection",
      milestone: "detected",
      text: "The outside check: mail relay certificate is valid for nine more days. The file on disk is newer.",
    },
    {
      at: "2026-10-05T08:40:00Z",
      by: "chidi",
      kind: "action",
      milestone: "resolved",
      text: "Relay restarted; valid for 89 days.",
    },
  ],
  retrospective: {
    startedAt: "2026-10-06T09:00:00Z",
    publishedAt: "2026-10-07T11:00:00Z",
    owner: "dana",
    facilitator: "goran",
    speakers: {
      contributed: "chidi",
      identified: "dana",
      responded: "chidi",
      diagnosed: "chidi",
      affected: "dana",
      interested: "eli",
    },
    document: {
      lesson: "The check that one failure left behind caught the next one while it was still cheap.",
      narrative:
        "Nothing failed. It is written down because it is the same mechanism as in May in another part, and because the countermeasure from May found it. Four more services read certificates only at start.",
      factors: [{ id: "load", text: "The relay reads its certificate only at start" }],
      connections: [],
      wentWell: ["The outside check was three months old and right."],
      confusing: [],
      lucky: [],
      detectSooner: [],
      recoverSooner: [],
    },
    countermeasures: [
      {
        title: "Reload certificates without a restart, in all five services",
        kind: "prevent",
        strength: "elimination",
        state: "idea",
      },
    ],
  },
};
