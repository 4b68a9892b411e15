import type { Story } from "../story.ts";

/** A thirteen-hour outage at a billing provider, told in our own words from the public account. Times of day are illustrative. */
export const networkLoop: Story = {
  title: "A server reboots, and a network loop takes everything down for 13 hours",
  severity: 1,
  startedAt: "2019-02-04T14:10:00Z",
  declaredAt: "2019-02-04T14:25:00Z",
  declaredBy: "eli",
  services: ["billing", "customer care", "network"],
  tags: ["network loop", "incident command", "retold"],
  team: "Support",
  summary:
    "Routine maintenance ended with the reboot of one server. A packet it sent was misread by the network and passed on in a circle until nothing else got through, our own tools included.",
  impact: {
    who: "Companies that bill and serve their customers through us",
    howMany: null,
    how: "Large parts of the product could not be reached for thirteen hours.",
  },
  commander: "eli",
  moments: [
    {
      at: "2019-02-04T14:05:00Z",
      by: "ben",
      kind: "action",
      text: "Routine maintenance of a server whose operating system few others here run. It ends with a reboot.",
    },
    {
      at: "2019-02-04T14:10:00Z",
      by: "ben",
      kind: "effect",
      text: "The server announces itself with an LLDP packet. Network software takes it for a spanning-tree message and spreads it; the load balancer sends it back. The loop fills the network.",
      starred: true,
    },
    {
      at: "2019-02-04T14:16:00Z",
      by: "eli",
      kind: "detection",
      milestone: "detected",
      text: "Customers call. Our monitoring shows nothing, because it cannot be reached either.",
      starred: true,
    },
    {
      at: "2019-02-04T14:40:00Z",
      by: "eli",
      kind: "communication",
      text: "The conference call has more than a hundred people on it. Several conversations run at once; nobody is sure who decides.",
    },
    {
      at: "2019-02-04T17:30:00Z",
      by: "chidi",
      kind: "hypothesis",
      text: "A hardware fault in the core switches is suspected. Replacing one changes nothing.",
    },
    {
      at: "2019-02-04T22:15:00Z",
      by: "chidi",
      kind: "investigation",
      text: "Segments are separated one by one. With the load balancer's segment away, the rest recovers.",
    },
    {
      at: "2019-02-05T01:50:00Z",
      by: "chidi",
      kind: "action",
      milestone: "mitigated",
      text: "The segment stays separated; its services are moved.",
    },
    {
      at: "2019-02-05T03:10:00Z",
      by: "eli",
      kind: "effect",
      milestone: "resolved",
      text: "All products answer again, thirteen hours after the reboot.",
    },
  ],
  retrospective: {
    startedAt: "2019-02-06T09:00:00Z",
    publishedAt: "2019-02-22T16:00:00Z",
    owner: "eli",
    facilitator: "fatima",
    speakers: {
      contributed: "ben",
      identified: "dana",
      responded: "eli",
      diagnosed: "chidi",
      affected: "dana",
      interested: "ada",
    },
    document: {
      lesson:
        "When the tools to see and to decide share the network that fails, the first hours go to finding each other.",
      narrative: `Two questions were asked in the weeks after: how did one packet stop a company, and why did it take so long to act together?

The first took days in a laboratory, where the outage was reproduced. The reboot was ordinary. The packet was ordinary too. Network software held a fault that took it for something else, and a load balancer had been configured to send such messages back. Each alone is silent; it was the pair that made the circle.

The second was answered by listening. Interviews with those who were on the call showed as many accounts of the day as people. Everybody acted sensibly on what they saw, and nobody saw much: health pages, chat and server access all lay behind the same network. On the call, people waited for one another, because it was not said who decides.

Out of this came incident command as a habit: one commander whose authority is explicit, a liaison officer who keeps the customers' questions off the call, work that runs in parallel between updates, and updates at a known time.`,
      factors: [
        { id: "fault", text: "Network software misread one kind of packet" },
        { id: "balancer", text: "The load balancer sent such packets back" },
        { id: "loop", text: "A loop filled the network" },
        { id: "tools", text: "Monitoring, chat and server access lay behind the same network" },
        { id: "authority", text: "Nobody knew who decides on the call" },
        { id: "length", text: "Thirteen hours to recover" },
      ],
      connections: [
        { from: "fault", to: "loop" },
        { from: "balancer", to: "loop" },
        { from: "loop", to: "tools" },
        { from: "tools", to: "length" },
        { from: "authority", to: "length" },
      ],
      wentWell: [
        "Separating segments one by one found the place without knowing the cause.",
        "Afterwards, people were asked for their accounts instead of for reasons.",
      ],
      confusing: [
        "Health pages stayed green, because they could not be updated.",
        "Many people joined the call; few knew what was expected of them.",
      ],
      lucky: ["Nightly billing runs had finished an hour before."],
      detectSooner: ["A monitor outside our own network, with its own way to reach people."],
      recoverSooner: ["Access to the network devices that does not pass through the network."],
    },
    countermeasures: [
      {
        title: "Give network devices a way in that does not use the network",
        kind: "recover",
        strength: "elimination",
        priority: "high",
        owner: "chidi",
        dueOn: "2019-06-30",
        slippedTo: "2019-09-30",
        state: "done",
        votes: { eli: { effect: 3, effort: 3 }, chidi: { effect: 3, effort: 2 } },
      },
      {
        title: "Drop discovery packets at the load balancer",
        kind: "prevent",
        strength: "guard",
        priority: "high",
        owner: "ben",
        dueOn: "2019-02-20",
        state: "done",
      },
      {
        title: "Train incident command: commander, liaison officer, updates at a known time",
        kind: "process",
        strength: "training",
        owner: "eli",
        dueOn: "2019-05-31",
        state: "done",
      },
      {
        title: "Monitor from outside our own network",
        kind: "detect",
        strength: "detection",
        owner: "dana",
        dueOn: "2019-04-30",
        state: "done",
      },
    ],
  },
};
