import type { ProposedAction, WriteupProposal } from "@morrow/writeups";
import { toText } from "@morrow/writeups/render";

import type { ImportedCountermeasure } from "../../countermeasures/index.ts";
import { clip, oneLine } from "./clip.ts";
import { addresses } from "./links.ts";

const longestTitle = 300;
const longestBody = 100_000;
const mostActions = 1_000;

export interface Promises {
  /** People here by their whole name in lower case; a name that two share is not among them. */
  people: ReadonlyMap<string, string>;
  /** YYYY-MM-DD. */
  today: string;
}

/** The actions of a write-up. Nobody is put in charge, and nothing becomes late, by an import. */
export function countermeasuresOf(
  { actions }: Pick<WriteupProposal, "actions">,
  promises: Promises,
): ImportedCountermeasure[] {
  return actions
    .slice(0, mostActions)
    .flatMap((action) => (action.text.trim() === "" ? [] : [countermeasureOf(action, actions, promises)]));
}

function countermeasureOf(
  action: ProposedAction,
  actions: readonly ProposedAction[],
  { people, today }: Promises,
): ImportedCountermeasure {
  const done = action.state === "done";
  const owner = action.owner === undefined ? null : clip(oneLine(action.owner), 200);
  const ownerId = owner === null ? null : (people.get(owner.toLowerCase()) ?? null);
  const date = action.due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(action.due) ? action.due : null;
  const stillAhead = date !== null && (done || date >= today);
  const ticket = addresses([action.ticket])[0] ?? null;
  const plain = oneLine(toText(action.text)) || oneLine(action.text);
  const title = clip(plain, longestTitle);
  const parent = action.parent === undefined ? undefined : actions[action.parent];
  const notes = [
    title === plain && action.text.trim() === plain ? "" : action.text.trim(),
    parent === undefined ? "" : `Part of: ${oneLine(toText(parent.text))}`,
    action.due === undefined || stillAhead ? "" : `Target date in the write-up: ${oneLine(action.due)}`,
    action.ticket === undefined || ticket !== null ? "" : `Ticket: ${oneLine(action.ticket)}`,
    action.horizon === undefined
      ? ""
      : `Horizon in the write-up: ${action.horizon} term`.replace("immediate term", "immediate"),
  ];
  return {
    title,
    body: clip(notes.filter((note) => note !== "").join("\n\n"), longestBody),
    done,
    ownerId,
    ownerName: ownerId === null ? owner : null,
    dueOn: stillAhead ? date : null,
    ticket,
  };
}
