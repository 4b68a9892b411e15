import { done, entirely, event, namedEvent, notClaimed, notNamed, sole } from "./vocabulary.ts";

export interface Claim {
  words: RegExp;
  /** Tested on the text from the match on. */
  not?: RegExp;
  /** Tested on the text in front of the match. */
  notBefore?: RegExp;
}

const be = String.raw`(?:was|is|were|turned out to be|has been (?:identified|determined|traced|found)|appears? to (?:be|have been)|seems to (?:be|have been))`;
const global = (words: string): RegExp => new RegExp(words, "gu");
const never = /\b(?:not|n't|never|rarely|seldom) $/u;

/** Claims with a noun of cause: "the cause was", "is the culprit", "has one explanation". */
export const nounClaims: readonly Claim[] = [
  {
    words: global(
      String.raw`\b(?:the|an?|one|its?|our|as) (?:[a-z]+(?:,| and|,? but) )?${sole} (?:cause|culprit|reason (?:for|behind|of) ${event})\b(?! of (?:truth|failure))`,
    ),
    not: /^[^.]{0,30}\bcause for\b|^[^.]{0,50}\b(?:unknown|unclear|not (?:yet )?(?:known|clear)|why we|(?:might|may|could) (?:well )?(?:be|have been))\b/u,
    notBefore:
      /\b(?:find|identify|determine|understand|not|n't|no|never|investigat\w+|search\w*|look\w*(?: \w+)?|whether|if|than|into|what) $/u,
  },
  {
    words: global(
      String.raw`\bthe source of (?:the|this|that|our) (?:[\w-]+ )?(?:problem|issue|outage|incident|failure|downtime|errors?)s? (?:was|is|turned out to be|as|to be)\b`,
    ),
    not: /^.{0,90}?\b(?:not|n't|unknown|unclear|found|identified|located)\b/u,
    notBefore: /\b(?:what|whether|if|where) $/u,
  },
  {
    words: global(
      String.raw`\bthe (?:real |true |actual |simple |underlying |immediate |direct |exact |technical |likely )?(?:reason|explanation|origin(?= of ${namedEvent})) (?:for|of|behind) (?=the|this|that|our|these)${event}(?: (?:of|on|in|at|to|with|for|during|after|between|from|this|that|last|we|which) [^.,;?]{1,50}?)? (?:was|is|were|turned out to be|lies in|lay in)\b (?!(?:\w+ )?(?:why|how|because we|to)\b)(?!${done})${notNamed}`,
    ),
    notBefore: notClaimed,
  },
  {
    words: global(
      String.raw`\bthe (?:underlying |immediate |direct |exact |precise |technical |actual |definitive |true |real |(?:primary |main |principal )(?=cause of ))?cause (?:of (?:[\w\uE000'-]+ ){1,9}?)?${be}\b(?! ${done})(?! (?:\w+ly |also |then |soon |later )?(?:identified|found|discovered|determined|located|isolated|pinpointed|confirmed|established|diagnosed|known|understood|validated|fixed|resolved|addressed|clear|obvious)\b(?! (?:as|to be)\b))`,
    ),
    not: /^.{0,90}?\b(?:was|is|been) (?:currently |yet |as yet )*(?:still|not(?! [a-z]+ing (?:the|this|that|an?)\b)|n't|unknown|unclear|under|being|to be|pending|undetermined|hard|investigated)\b/u,
    notBefore:
      /\b(?:what|whether|if|unsure|investigat\w+|not know|know|understand|determine|identify|find|as) $|^\W*(?:while|although|though|even if|whereas) (?:[\w-]+ ){0,2}$/u,
  },
  {
    words: global(
      String.raw`\b(?:as|was|were|is|be|been|became|pinpointed|isolated|that's|it's)(?:,[^,.;]{2,30},)? (?:indeed |really |in fact |actually |likely |probably |most likely |clearly )?the (?:underlying |actual |single |sole )?(?:cause|culprit)\b(?! (?:for|to) concern)(?! of (?:the|this|that) (?:[\w-]+ )?(?:restart|alert|page|ticket|change|delay)\b)`,
    ),
    notBefore:
      /\b(?:not|n't|whether|if|possib\w+|might|may|could|what|who|suspect\w*|rul\w+ out|exclud\w+)(?: \w+){0,4} $|\b(?:seems?|appears?|likely) (?:(?:most )?likely )?to $|\bidentification of [^.;]{1,60} $/u,
  },
  {
    words: global(
      String.raw`\b(?:the )?(?:main |real |actual |ultimate |true )?culprit (?:was|is|turned out|being)\b(?! (?:identified|found|terminated|killed|removed|quickly|isolated))`,
    ),
    not: /^.{0,40}\b(?:not|n't|unknown|unclear)\b/u,
    notBefore: /\b(?:what|whether|if|suspect\w*|possible|likely) (?:the )?$/u,
  },
  {
    words: global(
      String.raw`(?<=\b(?:was|is|as|remains) )the (?:only|sole|whole|complete|full|entire) explanation\b`,
    ),
    notBefore: notClaimed,
  },
  {
    words: global(
      String.raw`\b(?:only|just|exactly) one (?:root )?cause\b|\b(?:had|has) (?:a single|one) (?:root )?cause\b`,
    ),
    notBefore: never,
  },
  {
    words: global(
      String.raw`\b(?:has|had|have) (?:exactly |only |just |but )?(?:one|a single) (?:reason|explanation)(?: only)?(?=\s*[:,\u2013\u2014])`,
    ),
    notBefore: notClaimed,
  },
  {
    words: global(
      String.raw`(?<=${event} )(?:has|had|have) (?:exactly |only |just |but )?(?:one|a single) (?:source|origin)(?: only)?(?=\s*[:,\u2013\u2014])`,
    ),
    notBefore: notClaimed,
  },
  {
    words: global(
      String.raw`\b(?:exactly one|just one|only one|but one|a single) reason (?:why|that|for|behind) [^.;?]{1,80}?(?=\s*:|,? namely\b| (?:was|is) (?:that|the|an?)\b)`,
    ),
    notBefore: notClaimed,
  },
  { words: global(String.raw`\bthe only reason (?:was|is)\b(?! not)`) },
  {
    words: global(
      String.raw`\broot of (?:the|this|our) (?:problem|issue|outage|incident|crash|failure)\b|\broot of (?:it all|all (?:of )?(?:this|it))\b`,
    ),
    notBefore:
      /\b(?:find|get to|getting to|identify|understand|at|to) the $|\b(?:find|get to|getting to|identify|understand)\b[^.]{0,12}$/u,
  },
  {
    words: global(
      String.raw`\b(?:was|is|were|lay|lies) at the (?:bottom|root|heart) of (?:it all|all (?:of )?(?:this|it)|everything|this(?=\s*[.,;!]|$)|${event})|^\W*at the bottom of (?:it all|all this|everything|${event})(?=,)`,
    ),
    notBefore: notClaimed,
  },
  {
    words: global(
      String.raw`\b(?:caused|accounted for|explained|brought about|due|attributable|attributed|traced|traceable|owed|owing|ascribed|put down) (?:${entirely}|only|simply) (?:by|to)\b`,
    ),
    notBefore: never,
  },
  {
    words: global(
      String.raw`\b${entirely} (?:caused by|due to|because(?: of)?|the result of|attributable to|attributed to|traceable to|owed to|down to|a result of)\b`,
    ),
    notBefore: never,
  },
];
