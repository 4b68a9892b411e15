import { inChannel } from "./channel.ts";
import { endAt, type Request } from "./request.ts";

/** What people look at, read or talk about: doing so before an action depends on their thinking of it. */
const looking =
  /(?:(?:re-?|double[- ]|cross[- ])?check(?:ing)?|verify(?:ing)?|confirm(?:ing)?|review(?:ing)?|read(?:ing)?|inspect(?:ing)?|examin(?:e|ing)|consult(?:ing)?|study(?:ing)?|look(?:ing)?(?! into| for)|understand(?:ing)?|learn(?:ing)?|inform(?:ing)?|notify(?:ing)?|warn(?:ing)?|tell(?:ing)?)\b(?:[^.;:\uE000]|\.(?! )){0,80}? (?:before|prior to) (?:every |each |any |the |a |an )?[a-z]+/uy;
/** "Check for null before dereferencing" and "check by a script" are written into a program. */
const programmed =
  /^\w+ (?:for (?:null|undefined|nil|empty)|the (?:return|exit|status) (?:value|code)|automatically|mandatory)|\b(?:automated|automatically|mandatory|in ci|pipeline|script|hook)\b/u;
const anything =
  /(?:check|verify|read|test|try|look at)(?:ing)?\b[^.;:]{0,50}? (?:before (?:anything|everything) else|against (?:a|another) second [a-z]+)/uy;

/** "Verify the host before rebooting": a glance that nothing in the system asks for. */
export function lookingBefore(request: Request): number | undefined {
  const { lower, words, head } = request;
  const end = endAt(looking, request, head) ?? endAt(anything, request, head);
  const asked = lower.slice(words[head]?.start, end);
  if (end === undefined || programmed.test(asked) || inChannel.test(asked)) return undefined;
  return end;
}
