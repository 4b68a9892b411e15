import type { Story } from "../story.ts";

/**
 * April 2011, told in our own words from the public accounts: a large cloud zone fails, and one video service plays on because
 * it had been built, and exercised, for exactly that. Times of day are approximate.
 */
export const zoneOutage: Story = {
  title: "April 2011: an availability zone goes dark, and video plays on",
  kind: "near_miss",
  severity: 4,
  startedAt: "2011-04-21T07:47:00Z",
  declaredAt: "2011-04-21T08:05:00Z",
  declaredBy: "chidi",
  services: ["playback", "recommendations", "block storage"],
  tags: ["availability zone", "graceful degradation", "retold"],
  team: "Platform",
  summary:
    "A whole zone of the cloud region we run in became unusable for most of a day. Many sites were down with it. Ours answered more slowly and showed plainer pages.",
  impact: {
    who: "People browsing the catalogue",
    howMany: null,
    how: "Lists were the same for everybody for some hours; watching was not affected.",
  },
  links: [
    {
      kind: "document",
      url: "https://netflixtechblog.com/lessons-netflix-learned-from-the-aws-outage-deefe5fd0c04",
      label: "What the video service published",
    },
  ],
  commander: "chidi",
  moments: [
    {
      at: "2011-04-21T07:47:00Z",
      by: "chidi",
      kind: "effect",
      text: "Network paths inside one zone become overloaded after a routing change at the provider. Storage nodes lose sight of their copies.",
    },
    {
      at: "2011-04-21T07:52:00Z",
      by: "chidi",
      kind: "effect",
      text: "Storage nodes all look for new places for their copies at once. The search itself uses up what capacity is left.",
      starred: true,
    },
    {
      at: "2011-04-21T08:01:00Z",
      by: "ben",
      kind: "detection",
      milestone: "detected",
      text: "Error rates of three dependencies rise in one zone only. Circuit breakers for that zone open.",
    },
    {
      at: "2011-04-21T08:03:00Z",
      by: "ben",
      kind: "effect",
      text: "The home page falls back to a static list; personal rows disappear. Start of playback stays within its limit.",
      starred: true,
    },
    {
      at: "2011-04-21T08:20:00Z",
      by: "chidi",
      kind: "decision",
      text: "We leave the zone: traffic is weighted away from it by hand, because no switch exists for it yet.",
    },
    {
      at: "2011-04-21T09:40:00Z",
      by: "ben",
      kind: "action",
      milestone: "mitigated",
      text: "The last instance group serves from the other zones.",
    },
    {
      at: "2011-04-22T19:30:00Z",
      by: "ben",
      kind: "effect",
      milestone: "resolved",
      text: "The provider restores most volumes. Personal rows return.",
    },
  ],
  retrospective: {
    startedAt: "2011-04-25T09:00:00Z",
    publishedAt: "2011-04-29T15:00:00Z",
    owner: "ben",
    facilitator: "fatima",
    speakers: {
      contributed: "chidi",
      identified: "ben",
      responded: "ben",
      diagnosed: "chidi",
      affected: "dana",
      interested: "goran",
    },
    document: {
      lesson:
        "What was built to lose a zone, and had lost one often in practice, lost one without anybody noticing.",
      narrative: `In 2009 the service was rebuilt with one assumption written above every design: any part of it may be gone at any moment, a whole zone included. Four things followed, and all four carried weight in April 2011.

- **Aggressive timeouts.** A slow dependency counts as a missing one after a few hundred milliseconds.
- **Circuit breakers.** A dependency that keeps missing is left alone for a while, so that waiting does not spread.
- **A plainer answer for every feature.** When personal rows cannot be computed, a list that is the same for everybody is shown.
- **Practice.** For months a program had ended instances at random during working hours. Teams had met small failures often enough that this large one was familiar.

What was not automatic was leaving a zone. That took people an hour and twenty minutes, mostly spent on deciding in which order to move things.`,
      factors: [
        { id: "routing", text: "A routing change at the provider sent traffic over a smaller network" },
        { id: "storm", text: "Storage nodes searched for new copies all at once" },
        { id: "zone", text: "One zone lost its storage" },
        { id: "manual", text: "Leaving a zone was a manual procedure" },
        { id: "slow", text: "Moving away took 80 minutes" },
      ],
      connections: [
        { from: "routing", to: "storm" },
        { from: "storm", to: "zone" },
        { from: "zone", to: "slow" },
        { from: "manual", to: "slow" },
      ],
      wentWell: [
        "Timeouts and breakers contained the failure to one zone.",
        "The static list was served without anybody deciding it.",
      ],
      confusing: ["The provider's status page lay in the zone that had failed."],
      lucky: ["It was early morning where most viewers live."],
      detectSooner: ["Compare error rates across zones, not only in total."],
      recoverSooner: ["Make leaving a zone one command that is used every month."],
    },
    countermeasures: [
      {
        title: "Evacuate a zone with one command, and use it every month",
        kind: "recover",
        strength: "guard",
        priority: "high",
        owner: "chidi",
        dueOn: "2011-07-01",
        state: "done",
        votes: { ben: { effect: 3, effort: 2 }, chidi: { effect: 3, effort: 3 } },
      },
      {
        title: "Alert on the difference between zones",
        kind: "detect",
        strength: "detection",
        owner: "ben",
        dueOn: "2011-06-01",
        state: "done",
      },
    ],
  },
};
