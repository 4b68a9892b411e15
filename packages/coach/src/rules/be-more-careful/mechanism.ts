const introduces =
  /\b(?:mandatory|compulsory|add(?:ing|s|ed)?\b(?! (?:adequate|proper|sufficient|more|better|clear)\b)|creat(?:e|es|ing|ed)|automat(?:e|es|ed|ing|ion|ically)|implement(?:s|ed|ing)?\b|introduc\w+|set(?:ting)? up|configur(?:e|es|ing)|enforc\w+|build(?:ing|s)?|install\w*|(?:that|which|to|and) blocks?|blocking (?:deploy|merge|release)\w*|lint\w*|pre-?commit|in ci|ci check|via (?:an?|the)|using an?|with (?:an?|automated) (?:[\w-]+ ){0,2}(?:script|check|alert|test|tool|job|bot|checklist|template|gate|form|field|rule|limit|guard|alarm|monitor|dashboard|query|report|review(?:er)?)|write an?|writing an?|(?:to|in|into) the (?:[\w-]+ ){0,2}(?:checklist|runbook|template|pipeline|agenda|playbook|ci)|required? (?:an?|two|approval|review)|by (?!default|mistake|accident|then|now|the|our|an?\b|hand|being|paying|taking|remembering|asking|reminding|making|double|checking|following|communicating|increasing our|improving our|having|doing|working|talking|discussing|planning|starting|meeting|sharing|helping|listening|being|keeping|trying|learning|reading|thinking|spending|focusing|prioriti|moving|assigning|writing|reviewing|splitting|breaking|giving|checking|estimating|organi|attending|responding|reaching|showing|committing)[a-z]+ing|so that (?:it (?!becomes?|is easi|will be|helps|would)|the (?:system|tool|pipeline|script|deploy\w*|job))|code ?owners|scripted|(?:provid|conduct|organi[sz]|schedul|hold|arrang|run|host)(?:e|ing)? (?:an? |regular |more )*(?:[\w-]+ ){0,2}(?:training|workshops?|sessions?|game days?|drills?|retrospectives?|stand-?ups?|meetings?)|(?:monitoring|alert(?:s|ing)?) (?:for|on|when|if|to)|document(?:ing)? )/u;

/** What an effort is to prevent is no mechanism: "… to avoid failures of the CI checks". */
const aim = / to (?:avoid|prevent|minimi[sz]e|reduce) [^.;,]+/u;

/**
 * Whether the sentence names a change in the system beside the appeal. Words that are part of the appeal's own object
 * ("pay attention to the alerts") are read too; the appeals that suffer from it do not ask.
 */
export function namesMechanism(lower: string, start: number, words: string): boolean {
  const after = lower.slice(start + words.length).replace(aim, "");
  return introduces.test(`${lower.slice(0, start)} ${after}`);
}
