import { describe, expect, test } from "vitest";
import {
  facilitatorAdvice,
  missingGroups,
  proposeStakeholders,
  stakeholderGroups,
  wasInvolved,
} from "./index.ts";

const parts = {
  timeline: [
    { kind: "detection", source: "alert", actor: "prometheus" },
    { kind: "detection", source: "person", personId: "ada" },
    { kind: "investigation", source: "chat", actor: "bo" },
    { kind: "hypothesis", source: "chat", actor: " bo " },
    { kind: "action", source: "person", personId: "ada" },
    { kind: "effect", source: "person", personId: "cy" },
    { kind: "action", source: "deploy", personId: "dee" },
  ],
  roles: [{ personId: "eve", role: "incident_commander" }],
  declaredBy: "ada",
} as const;

describe("proposeStakeholders", () => {
  test("reads groups from kinds of event and roles; machines are not asked", () => {
    expect(proposeStakeholders(parts)).toEqual([
      { personId: "ada", group: "identified", because: "declared the incident; noticed a sign of it" },
      { personId: "eve", group: "responded", because: "was incident commander" },
      { name: "bo", group: "diagnosed", because: "looked into it; offered a hypothesis" },
      { personId: "ada", group: "responded", because: "acted on the system" },
      { personId: "dee", group: "contributed", because: "made a change that is on the timeline" },
    ]);
  });

  test("shows which groups nobody speaks for", () => {
    expect(missingGroups(proposeStakeholders(parts))).toEqual(["affected", "interested"]);
    expect(missingGroups([])).toEqual([...stakeholderGroups]);
  });
});

describe("wasInvolved", () => {
  const question = { ...parts, stakeholders: [{ personId: "fay", group: "interested" as const }] };

  test("names every part calmly", () => {
    const involvement = wasInvolved("ada", question);
    expect(involvement).toEqual({
      involved: true,
      because: ["declared the incident", "acted in 2 events of the timeline"],
    });
    expect(facilitatorAdvice("Ada", involvement)).toBe(
      "Ada declared the incident and acted in 2 events of the timeline. " +
        "A facilitator who was not involved finds it easier to ask open questions; you may still choose them.",
    );
  });

  test("interest is no involvement", () => {
    expect(wasInvolved("fay", question)).toEqual({ involved: false, because: [] });
    expect(facilitatorAdvice("Fay", wasInvolved("fay", question))).toBeNull();
  });
});
