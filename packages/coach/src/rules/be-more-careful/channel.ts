import { mannerAfter } from "./manner-after.ts";
import type { Request } from "./request.ts";

/** A place that is named where something is to be said: "on the board", "in the group chat". */
export const inChannel =
  /\b(?:in|on|via|through|over|by) (?:the |our |a )?(?:[\w#-]+ )?(?:chat|channel|slack|discord|e-?mails?|github(?: issues)?|jira|trello|whatsapp|wiki|board|whatsapp|zoom)\b|\bvia (?:ms |microsoft )?teams\b/u;

const announced = /^ (?:the |this |these |our |any )?(?:[\w-]+ ){1,3}to (?:all |the |our |every )/u;

/** "Communicate the new dates to all customers" is done once, "communicate in the group chat" names its place. */
export function isAnnouncement(request: Request): boolean {
  const { lower, words, head } = request;
  const { text = "", end } = words[head] ?? {};
  const after = lower.slice(end);
  return (
    /^(?:communicat|notif|inform|alert|tell|react|repl|respond)/u.test(text) &&
    (inChannel.test(after) ||
      (text.startsWith("communicat") && announced.test(after) && mannerAfter(request, head) === undefined))
  );
}
