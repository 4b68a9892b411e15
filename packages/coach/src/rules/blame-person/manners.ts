/** How a deed was done, where the words make a fault of it. Each needs a person as the subject of its clause. */
const somebody =
  "anyone|anybody|us|me|them|him|her|any of us|the (?:[\\w-]+ )?(?:team|crew|others|owners?|users?|rest)|a soul|somebody|someone|[a-z]+ing|[a-z]+s|(?:the |our )?[a-z]+(?=[.,;!]|$)";

const alternatives = [
  // Slips.
  "by (?:mistake|accident|error|oversight)|in error|by an oversight",
  "(?:through|out of|from|by|in) (?:an? )?(?:sheer |pure |plain |simple |mere )?(?:(?:act|moment|fit|bout) of )?(?:carelessness|inattention|negligence|neglect|haste|forgetfulness|laziness|complacency|impatience|vanity|arrogance|recklessness|thoughtlessness|absent-?mindedness|oversight|ignorance)",
  "(?<=, )(?:unwittingly|inadvertently|unintentionally|absent-?minded(?:ly)?|accidentally|mistakenly|carelessly|hastily)(?=[.,;!]| as |$)",
  // No reason, no second look.
  "on a whim|on (?:his|her|their) own whim|for no (?:good |apparent |particular )?reason(?! (?:that )?(?:we|i) )|without (?:a|any) second (?:thought|look|glance)|without further thought",
  "without (?:so much as |even )(?:an? )?(?:\\w+ )?(?:glance|look|thought|word|check|test|question|[a-z]+ing)",
  "without (?:opening|reading|looking at|looking into|glancing at|trying|testing|rehearsing|verifying) (?:it|them|the|a|one|either|any|first)\\b|without looking(?=[.,;!]|$)",
  "without (?:the |a |any )?(?:required |necessary |second |mandatory |agreed |peer )?(?:approval|sign-?off|permission|authori[sz]ation|second pair of eyes)",
  "without (?:being (?:thorough|careful|diligent|attentive)|paying attention|(?:properly|thoroughly|carefully|first|fully|adequately|even) [a-z]+ing|double-?checking|due diligence|proper (?:testing|review|checks?|care))",
  // Nobody was told.
  `without (?:first )?(?:telling|asking|consulting|informing|warning|notifying|alerting|checking with|talking to|clearing it with|involving) (?:${somebody})\\b|behind (?:our|his|her|their|everybody's|everyone's) backs?|off (?:his|her|their) own bat`,
  // Against what had been agreed.
  "(?:quite |clean |directly |wholly |in )?(?:against|contrary to|in breach of|in violation of|in defiance of) (?:(?:every|all|the|our|his|her|their|explicit|express|agreed|written|clear) )*(?:\\w+ )?(?:agreements?|rules?|advice|polic(?:y|ies)|procedures?|protocols?|instructions?|orders?|process|runbook|agreed)",
  "despite (?:a|the|an|several|two|repeated|our|all|clear|explicit) (?:[\\w-]+ )?(?:red (?:check|light|build|test)|warnings?|objections?|freeze|reminders?|instructions?)",
];

export const manners = new RegExp(`(?<![\\w-])(?:${alternatives.join("|")})(?![\\w-])`, "gu");

/** What is handled by hand lands in a place that was not meant: told with "instead of", it is a slip. */
export const wrongPlace =
  /\b(?:uploaded|sent|pasted|copied|published|mailed|emailed|selected|picked|clicked|typed|entered|moved|plugged|pulled|tagged|signed|booked|posted|pressed|wired|ticked|addressed|dragged|filed) [^.;:]{1,80}?(?:instead of|rather than) (?!(?:us|waiting|being)\b)[\w-]+/gu;
