import { describe } from "vitest";
import { table } from "../../testing/table.ts";

describe("folly", () => {
  table("hindsight-judgement", {
    flagged: [
      ["Mooring there in a storm was foolhardy.", "foolhardy"],
      ["A daft plan from the start.", "daft"],
      ["The crossing was planned in sheer arrogance.", "arrogance"],
      ["To cross without a chart was madness.", "To cross without a chart was madness"],
      ["Painting the deck in the rain was, frankly, mad.", "Painting the deck in the rain was, frankly, mad"],
      ["We acted rashly on the pier.", "rashly"],
      ["We were fools to trust that rope.", "were fools to"],
      ["Such a simple check, and it was left out.", "Such a simple check"],
      ["A feeble excuse for a missing lamp.", "feeble excuse"],
      ["The harbour plan is a disgrace.", "is a disgrace"],
      ["That the sign still says 1990 is embarrassing for everyone.", "embarrassing for everyone"],
      ["I was, frankly, stupid.", "was, frankly, stupid"],
    ],
    clean: [
      "Painting the deck was finished at noon.",
      "During the storm the wrong lamp was lit.",
      "We would be fools to blame her.",
      "Reading it twice is wrong at low tide.",
      "Lazy loading was switched off.",
      "The signal was weak.",
      "This is not madness.",
      "Avoid wishful thinking in estimates.",
      "The result of the sum was wrong.",
      "Such a long outage is inexcusable.",
      "It could easily have been the other pier.",
    ],
  });
});

describe("turns of phrase", () => {
  table("hindsight-judgement", {
    flagged: [
      ["Leaving the hatch open was not exactly clever.", "not exactly clever"],
      ["It was hardly our finest hour.", "hardly our finest hour"],
      ["No sane sailor sets out in that, and no sane person did.", "no sane person"],
      ["A child could see that the rope was thin.", "A child could"],
      ["It doesn't take a genius to count four lamps.", "doesn't take a genius"],
      ["Nobody in their right mind sails at night.", "in their right mind"],
      ["How on earth was the gate left open?", "How on earth"],
      ["What was the crew thinking?", "What was the crew thinking"],
      ["It beggars belief that the lamp was painted.", "beggars belief"],
      ["How anyone can trust that gauge is a riddle.", "How anyone can"],
      ["Sailing that close was asking for trouble.", "Sailing that close was asking for trouble"],
      ["It was painfully clear that the rope would snap.", "painfully clear"],
      ["The crossing was doomed.", "was doomed"],
      ["A plan like that was bound to fail.", "was bound to"],
      ["One look at the barometer should have stopped them.", "One look at the barometer should have"],
      ["It would have been prudent to wait.", "It would have been prudent"],
      ["In light of what we know now the route was odd.", "In light of what we know now"],
    ],
    clean: [
      "The socket was bound to port 80.",
      "Who owns the lamp?",
      "The gauge works as you would expect.",
      "You don't need to be an expert to join the crew.",
      "What was the cause of the leak?",
      "Anyone with access can open the gate.",
      "Any trained volunteer may steer.",
      "A look at the barometer showed the drop.",
      "This was not a smart card.",
      "What happened on the pier?",
    ],
  });
});
