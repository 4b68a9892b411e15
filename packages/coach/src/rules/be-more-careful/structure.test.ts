import { describe } from "vitest";
import { table } from "../../testing/table.ts";

const under =
  (heading: string) =>
  (item: string): string =>
    `# Voyage\n\n## ${heading}\n\n- ${item}\n`;
const anywhere = under("The harbour");
const inLessons = under("Lessons learned");
const inActions = under("Action items");

describe("be-more-careful, what is called important", () => {
  table("be-more-careful", {
    flagged: [
      ["It is crucial to double-check the tide table.", "crucial to double-check"],
      ["When loading, it is essential to consider the weight of the crates.", "essential to consider"],
      ["It's important that everyone knows the drill.", "important that everyone knows"],
      ["It is vital to conduct a thorough inspection of the hull.", "vital to conduct a thorough"],
      ["Notices should be read carefully before a voyage.", "should be read carefully"],
      ["The moorings need to be checked by hand.", "need to be checked by hand"],
      ["The narrow channel requires careful attention.", "requires careful attention"],
      [
        "The grounding highlighted the importance of thorough planning.",
        "highlighted the importance of thorough planning",
      ],
      [inLessons("The seals must be inspected."), "must be inspected"],
      [inLessons("Thorough preparation is essential."), "Thorough preparation is essential"],
    ],
    clean: [
      "It is important to add an alert on the bilge level.",
      "It was essential to use our time well.",
      "It is not necessary to check the moorings.",
      "The seals must be inspected.",
      "The moorings should be checked automatically.",
      "The narrow channel requires a pilot.",
      "The crew knew it is important to check the moorings.",
    ],
  });
});

describe("be-more-careful, plans to do better", () => {
  table("be-more-careful", {
    flagged: [
      ["I can improve by being more patient with new crew.", "being more patient"],
      ["We don't want to waste time on paint.", "We don't want to waste"],
      ["If we were to sail again, we would spend more time planning.", "spend more time"],
      ["This taught us to always check the anchor.", "taught us to always check"],
      ["The lesson is to ask the pilot.", "lesson is to ask"],
      ["Double-check those knots!", "Double-check"],
    ],
    clean: [
      "We continued to communicate well with the pier.",
      "Another way we will keep track of the cargo is a weekly count.",
      "We should have cut the rope early.",
      "We are changing the radio plan to make sure we can communicate faster.",
      "Please remain patient while the ferry is repaired.",
      "We want to recognize that the storm came early.",
    ],
  });
});

describe("be-more-careful, what a point orders under any heading", () => {
  table("be-more-careful", {
    flagged: [
      [anywhere("Be generous with praise."), "Be generous"],
      [anywhere("Stay polite with the port office."), "Stay polite"],
      [inActions("Operators need to be upfront with the pilots."), "be upfront"],
      [anywhere("Don't be greedy."), "Don't be greedy"],
      [anywhere("Try not to shout on deck."), "Try not to shout"],
      [anywhere("Remember to log the crates."), "Remember to"],
      [anywhere("Ask early."), "Ask early"],
      [anywhere("Speak up when something looks odd."), "Speak up"],
      [anywhere("**Don't forget the life vests**"), "Don't forget"],
      [anywhere("Keep the briefing short."), "Keep the briefing short"],
      [anywhere("Operators to listen to each other."), "listen"],
      [anywhere("Could we listen more?"), "listen"],
      [anywhere("Never take a quiet sea for granted."), "Never take a quiet sea for granted"],
    ],
    clean: [
      anywhere("Good communication with the pier."),
      anywhere("Meeting the pilots."),
      anywhere("Trust: the log was shared within an hour."),
      anywhere("The pump failed in a timely fashion."),
      anywhere("Don't use ropes of hemp."),
      anywhere("Be able to dock at night."),
      inActions("Must be idempotent."),
      inActions("The pumps must be idle."),
      inActions("We should be live by noon."),
      under("What went well")("Be generous with praise."),
      under("Setup")("Read the documentation of the winch."),
      under("Continue doing")("Ask early."),
      under("Timeline")("Remember to log the crates."),
    ],
  });
});

describe("be-more-careful, points without a verb", () => {
  table("be-more-careful", {
    flagged: [
      [inActions("Less multitasking."), "Less multitasking"],
      [inActions("More frequent check-ins with the pier."), "More frequent check-ins"],
      [inActions("A bit more curiosity about the engine room."), "A bit more curiosity"],
      [inActions("More careful merges."), "More careful merges"],
      [inActions("Starting sooner."), "Starting sooner"],
      [inActions("Integrate earlier."), "Integrate earlier"],
      [inLessons("Understand the currents."), "Understand the currents"],
      [inLessons("Prepare for delays."), "Prepare for delays"],
    ],
    clean: [
      inActions("Better communication paths to the pier."),
      inActions("Prepare for production."),
      inActions("Alert earlier on the bilge level."),
      inActions("Communicate frequently via Teams."),
      inActions("Encourage Slack communication."),
      inActions("Make sure to mention the berth in every entry."),
      inActions("Give each deckhand a chance to try the winch and ask questions."),
      inActions("Try to restart the pump."),
      inActions("The log should be automated as much as possible."),
    ],
  });
});
