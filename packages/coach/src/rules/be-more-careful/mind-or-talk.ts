import { artefacts } from "./lexicon.ts";
import { mannerAfter } from "./manner-after.ts";
import { effort, mind, nominal, talk } from "./mind.ts";
import { endAt, type Request } from "./request.ts";

/** "Plan for them", "ask when stuck", "try not to interrupt". */
export function mindOrTalk(request: Request): number | undefined {
  for (const pattern of [mind, talk, effort, nominal]) {
    const end = endAt(pattern, request, request.head);
    if (
      end === undefined ||
      (pattern === nominal && artefacts.test(/^ ([\w-]+)/u.exec(request.lower.slice(end))?.[1] ?? ""))
    )
      continue;
    // Told in a row of what people could do, "… and ask questions" asks for nothing more.
    if (request.isJoined && (pattern === talk || pattern === nominal)) return undefined;
    return Math.max(end, mannerAfter(request, request.head) ?? end);
  }
  return undefined;
}
