/** A place that is named where something is to be said: "on the board", "in the group chat". */
export const inChannel =
  /\b(?:in|on|via|through|over|by) (?:the |our |a )?(?:[\w#-]+ )?(?:chat|channel|slack|discord|e-?mails?|github(?: issues)?|jira|trello|whatsapp|wiki|board)\b/u;
