import { habits, stemOf } from "./lexicon.ts";
import { isOften, manner } from "./manner.ts";
import { endAt, type Request } from "./request.ts";

const machinery =
  /^(?:alerts?|alerting|alarms?|metrics|logs|logging|tools?|tooling|dashboards?|records?|offsets?|connections?|sockets?|caches?|rows?|tables?|index(?:es)?|snapshots?|sessions?|certificates?|tokens?|dns|queues?|workers?|nodes?|pods?|transactions?|buffers?|heartbeats?|replicas?|disks?|memory|threads?|cluster|limits?|pipelines?|thresholds?|timeouts?|quotas?|capacity|keys?|backups?|packages)$/u;
const watching =
  /^(?:check|monitor|watch|review|test|inspect|look|rais|observ|track|us|utiliz|utilis|acknowledg|triag|declar|investigat)(?:e|ing)?$/u;
const gapCloses =
  /^(?:we|you|they|mandatory|compulsory|automated|automatically|to|and|or|but|by|via|that|if|when|while|because|so|which|where|until|how|what|whether|can|could|should|must|will|would|needs?|has|is|are|was|were|than|[,.;:!?()\u2013\u2014-])$/u;

/** Where the manner ends in which the verb with that number is asked for; undefined if there is none. */
export function mannerAfter(request: Request, from: number): number | undefined {
  const { words } = request;
  let isFromTo = false;
  for (let at = from + 1; at < words.length && at < from + 12; at += 1) {
    const { text = "", end } = words[at] ?? {};
    const before = words[at - 1]?.text ?? "";
    const isCut = at > from + 1 && /[a-z]{2}ed$/u.test(before) && before !== "started";
    const mannerEnd = isCut ? undefined : endAt(manner, request, at);
    if (mannerEnd !== undefined) return mannerEnd;
    // "Check the mails daily" asks for attention, a daily report can be seen to be there.
    if (text === "daily" && watching.test(words[from]?.text ?? "")) return end;
    if (
      isOften(text, words[at + 1]?.text ?? "") &&
      habits.has(stemOf(words[from]?.text ?? "")) &&
      // "Write the rule down first" leaves something written.
      !(text === "first" && words[from]?.text === "write") &&
      !/^(?:scheduled|updated|run)/u.test(words[at + 1]?.text ?? "")
    )
      return end;
    if (text === "," && /^not$/u.test(words[at + 1]?.text ?? "")) return endAt(manner, request, at + 1);
    if (text === "from") isFromTo = true;
    if (isFromTo && text === "to") continue;
    if (machinery.test(text) && !watching.test(words[from]?.text ?? "")) return undefined;
    if (gapCloses.test(text) && !(text === "to" && at === from + 1)) {
      if (
        text === "and" &&
        !/(?:ing|(?<!^(?:ticket|issue|task|pr|request|change|question|review|commit|update|test|problem|concern|blocker))s)$/u.test(
          words[at + 1]?.text ?? "",
        ) &&
        at < from + 8
      )
        continue;
      return undefined;
    }
  }
  return undefined;
}
