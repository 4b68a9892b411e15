import { describe } from "vitest";
import { table } from "../../testing/table.ts";

describe("who is a person", () => {
  table("blame-person", {
    flagged: [
      ["A gardener accidentally watered the cabinet.", "accidentally watered"],
      ["The meteorologist mistyped the wind.", "mistyped"],
      ["Our harbourmaster overlooked the second buoy.", "overlooked"],
      ["Night supervisor Oyelaran misread the tide table.", "misread"],
      ["The quay manager forgot the spare rope.", "forgot"],
      ["Marketing brushed the warning aside.", "brushed the warning aside"],
      ["The late shift never updated the log book.", "never updated"],
      ["The ferry guild shrugged off two complaints.", "shrugged off"],
      ["Second-line support moved the buoy to the wrong pier by mistake.", "by mistake"],
      ["The timetable's author mistook feet for metres.", "mistook"],
      ["- 07:40 ilse lowers the wrong gate by mistake", "by mistake"],
      ["- 07:41 UTC — tove accidentally opens the sluice", "accidentally opens"],
      ["Ingeborg accidentally mailed the draft to every guest.", "accidentally mailed"],
    ],
    clean: [
      "The load balancer forgot its sessions after the restart.",
      "The new release mistook feet for metres.",
      "The query planner failed to use the index.",
      "The metrics reporter failed to flush.",
      "The setter accidentally dropped the second value.",
      "- 07:40 deploy lowers the limit by mistake",
      "Guests who forgot their key were let in by the porter.",
      "Some visitors accidentally opened the wrong door.",
    ],
  });
});

describe("deeds that only people do", () => {
  table("blame-person", {
    flagged: [
      ["Nadja never got round to oiling the hinge.", "never got round to"],
      ["The porters could not be bothered to ring.", "could not be bothered"],
      ["The mate waved the crates through.", "waved the crates through"],
      ["The crates were waved through by the duty officer.", "waved through"],
      ["The board rubber-stamped the route.", "rubber-stamped"],
      ["The clerk let the licence lapse.", "let the licence lapse"],
      ["Dispatch sat on the request for a week.", "sat on the request"],
      ["The steward dismissed the smell as harmless.", "dismissed the smell as harmless"],
      ["The rigger skipped the second inspection.", "skipped the second inspection"],
      ["The skipper bypassed the agreed procedure.", "bypassed the agreed procedure"],
      ["The crew told nobody about the leak.", "told nobody"],
      ["The early shift didn't pass it on.", "didn't pass it on"],
      ["The plumber left the valve open.", "left the valve open"],
      ["Comms got the date wrong in the letter.", "got the date wrong"],
      ["The stewards were told twice to oil the hinge and never did.", "never did"],
      ["A tired operator rang the wrong pier.", "rang the wrong pier"],
      ["The purser confused port with starboard.", "confused"],
      ["Why did the pilot forget to radio the port?", "forget to radio"],
    ],
    clean: [
      "The proxy skipped the second check.",
      "The parser got the wrong encoding.",
      "The crates were waved through.",
      "The agent forgot its lease after the storm.",
      "Some knew the way and some did not.",
      "The office cat slept off the storm.",
      "If a porter forgot the key, the door stayed shut.",
      "Anyone could have misread the sign.",
      "The crew sat on the deck and waited.",
      "The skipper signed off the route at noon.",
      "The mate silenced the horn at 04:10.",
      "The pilot never received the message.",
      "A misspelled name was corrected.",
      "The retry loop left the socket open.",
    ],
  });
});

describe("how it was done", () => {
  table("blame-person", {
    flagged: [
      ["The machinist sawed through the beam without asking anyone.", "without asking anyone"],
      ["The trainee moved the anchor, against all advice.", "against all advice"],
      ["A fitter doubled the pressure on a whim.", "on a whim"],
      ["The purser signed the list without so much as a glance.", "without so much as a glance"],
      ["The cook emptied the tank through carelessness.", "through carelessness"],
      [
        "The assistant mailed the keys to the office instead of the vault.",
        "mailed the keys to the office instead of the",
      ],
      ["The hatch was closed by the deckhand's mate for no good reason.", "for no good reason"],
    ],
    clean: [
      "The pump restarted without asking anyone.",
      "The tool writes to the vault instead of the office.",
      "You can mail the keys to the office instead of the vault.",
      "The on-call engineer can open the sluice without approval.",
      "# Crates moved by mistake",
      "If you closed the hatch by accident, ring the bell.",
    ],
  });
});

describe("faults and whose they were", () => {
  table("blame-person", {
    flagged: [
      ["It was a lapse by the harbour crew.", "lapse by the harbour crew"],
      ["This was an error of judgement on the skipper's part.", "error of judgement on the skipper's part"],
      ["The mate turned the wheel too late, a costly blunder.", "a costly blunder"],
      ["We left the boom up, which was a misjudgement.", "which was a misjudgement"],
      ["My carelessness cost us the mast.", "My carelessness"],
      ["The blunder was the architect's.", "blunder was the architect's"],
      ["Whoever drew this chart had not seen the reef.", "Whoever drew this chart had not"],
      ["Mea culpa: the rope was mine.", "Mea culpa"],
      ["The blame rests with the pilots.", "The blame rests with"],
      ["The appointment slipped his mind.", "slipped his mind"],
      ["This one is on me.", "This one is on me"],
    ],
    clean: [
      "The certificate lapses in May.",
      "A slip of paper was stuck in the reader, an odd thing.",
      "The library's oversight board meets on Mondays.",
      "This was not negligence by the crew.",
      "| Operator error involved? | no |",
      "Avoid operator error.",
      "Whoever steers wears the vest.",
      "The captain took the late tide, and who can blame her.",
      "Guests wrote in and blamed us.",
    ],
  });
});
