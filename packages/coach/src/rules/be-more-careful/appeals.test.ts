import { describe } from "vitest";
import { table } from "../../testing/table.ts";

const inList = (heading: string, item: string): string => `## ${heading}\n\n- ${item}\n`;
const inLessons = (item: string): string => `## Lessons learned\n\n- ${item}\n`;

describe("be-more-careful, a glance before an action", () => {
  table(
    "be-more-careful",
    {
      flagged: [
        ["Verify the berth before lowering the ramp.", "Verify the berth before lowering"],
        ["Review the manifest prior to departure.", "Review the manifest prior to departure"],
        ["Consult the pilot before changing course.", "Consult the pilot before changing"],
        ["Inform the harbour office before each test.", "Inform the harbour office before each test"],
        ["Look up the tide before naming a berth.", "Look up the tide before naming"],
      ],
      clean: [
        "Check for null before dereferencing the handle.",
        "The tool verifies the berth before lowering the ramp.",
        "Run the automated check before merging.",
        "Test the ramp on the spare pier before rollout.",
        "Take a snapshot before the upgrade.",
      ],
    },
    { context: "countermeasure" },
  );
});

describe("be-more-careful, in lessons a glance is meant for every time", () => {
  table("be-more-careful", {
    flagged: [
      [inLessons("Check the tide table."), "Check the tide table"],
      [inLessons("Always read the notice to mariners."), "Always read"],
      [inLessons("The label was confusing, so next time don't be afraid to ask."), "don't be afraid"],
    ],
    clean: [
      inLessons("Check whether the pump was serviced."),
      inLessons("Reading the notice took an hour."),
      "## Action items\n\n- Check the tide table",
      "## Action items\n\n- Review the thresholds of the pump alerts",
    ],
  });
});

describe("be-more-careful, who is asked", () => {
  table(
    "be-more-careful",
    {
      flagged: [
        ["Crews are reminded to close the hatch.", "are reminded to"],
        ["When in doubt, call the bridge.", "When in doubt"],
        ["Care must be taken when the tide turns.", "Care must be taken"],
        ["It is important to check the moorings.", "important to check"],
        ["Never bypass the boarding procedure.", "Never bypass the boarding procedure"],
        ["Use common sense near the winch.", "Use common sense"],
        ["Follow the runbook.", "Follow the runbook"],
        ["Don't rush the loading.", "Don't rush"],
        ["Make sure this does not happen again.", "Make sure this does not happen again"],
        ["[bosun] Remember to log the crates.", "Remember to"],
        ["The chart was old - always ask for the newest one.", "always ask"],
        ["Build a habit of reading the log.", "Build a habit of reading"],
        ["Keep the meetings short.", "Keep the meetings short"],
        ["Turn up on time.", "Turn up on time"],
        ["More trust between the shifts.", "More trust"],
        ["We need more communication with the pier.", "more communication"],
        ["Understand the limits of the crane.", "Understand the limits"],
      ],
      clean: [
        // Something acts, and nobody is asked.
        "The valve closes earlier.",
        "The office kept the list promptly.",
        // Machines have manners and virtues, too.
        "Rotate the spare pumps promptly.",
        "Flush the tank regularly.",
        "Improve the consistency of the replicas.",
        // It can be seen to be kept, or is said once.
        "Order the parts seven days ahead.",
        "Tell the passengers that the ferry runs again.",
        "Turn up the volume of the horn.",
        "Write the ordering rule down first.",
        "A mooring pipeline from the start.",
      ],
    },
    { context: "countermeasure" },
  );
});

describe("be-more-careful, in a narrative", () => {
  table("be-more-careful", {
    flagged: [
      ["Must remember to tell the night shift.", "remember to"],
      ["The plan holds, also need to get better at saying no.", "get better at"],
      ["This can be avoided by keeping a closer eye on the pier.", "keeping a closer eye"],
      ["The roster is longer, so keep that in mind for Monday.", "keep that in mind"],
      ["Make sure everybody reads the notice.", "Make sure everybody reads"],
      ["It would be good to talk more often.", "talk more often"],
      ["We do need to at least try to keep in touch.", "keep in touch"],
    ],
    clean: [
      "This can be avoided by adding a second lamp.",
      "It would be good to add a chart.",
      "Make sure we can restore the log.",
      "It has been long enough that we should focus on planning the next trip instead.",
      "The new rota - getting better at using it.",
      "The pump stopped - should retry after a minute.",
    ],
  });
});

describe("be-more-careful, whose request it is and what it leaves", () => {
  table(
    "be-more-careful",
    {
      flagged: [
        ["Handle the lanterns with more care.", "Handle the lanterns with more care"],
        ["Testing of the sails should start sooner.", "start sooner"],
        ["Everyone needs to take more initiatives.", "take more initiatives"],
        ["Test early and often.", "Test early"],
        ["Mind the gangway.", "Mind the"],
        ["Alert each other when the wind turns.", "Alert each other"],
        ["Consider the implications of a low tide.", "Consider the implications"],
        ["Learn from our own mistakes.", "Learn from our own mistakes"],
        ["Regularly question the route.", "Regularly question"],
        ["Changes of the berth require careful attention to the tide.", "require careful attention"],
        ["Check the mooring lines daily.", "Check the mooring lines daily"],
        ["Communicate better with the pilots.", "Communicate better"],
        ["Slow down when the fog comes in.", "Slow down"],
        ["Escalate sooner: everyone is asked to call the mate.", "Escalate sooner"],
      ],
      clean: [
        "We should split chores evenly.",
        "Spread the watches a little more evenly.",
        "Encourage the crews to:",
        "Name the mates who need to work together on the sails.",
        "I'll be honest: the winch is old.",
        "Add meaningful names to the berths.",
        "Add more detailed descriptions to each berth.",
        "Better define owners.",
        "Ada to start writing the rigging tests earlier.",
        "Share daily tide reports with the crew.",
        "Communicate the new timetable to all passengers.",
        "Communicate more in the group chat.",
        "Notify the mates on Discord before casting off.",
        "Improve the organization of the chart room.",
        "Try to have a lighter mast.",
        "Update the sailing guide to include how to ask for help.",
        "Update SOP: keep the charts up to date.",
        "Clarify the route early: conduct planning sessions in the harbour.",
        "The winch did what it was told to do.",
        "We managed to stay organized and dock on time.",
        "Faster escalation: calls that nobody takes go to the mate by themselves.",
        "Escalate sooner: the rota is changed.",
        "Keep an eye on the pumps through the new gauge board.",
        "Slow down retries.",
      ],
    },
    { context: "countermeasure" },
  );
});

describe("be-more-careful, where it is asked", () => {
  table("be-more-careful", {
    flagged: [
      [inList("Tips", "Be on time."), "Be on time"],
      [
        inList("New practices for the next voyage", "Stick to the agreed deadlines."),
        "Stick to the agreed deadlines",
      ],
      [
        inList("What practices might you want to use next season?", "Start the rigging earlier."),
        "Start the rigging earlier",
      ],
      [inList("Longed for", "Be more communicative with each other."), "Be more communicative"],
      [inList("Notes", "Remember to close the hatch."), "Remember to"],
      [inList("Notes", "Be careful with the winch."), "Be careful"],
      [inList("Notes", "Should not wait until the last tide."), "not wait"],
      ["Next year I would like to put a greater focus on the charts.", "put a greater focus"],
    ],
    clean: [
      inList("Good practices we kept", "Start the rigging earlier."),
      inList("Notes", "The winch is old."),
      "I would like to thank the crew.",
    ],
  });
});
