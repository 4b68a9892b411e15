export interface AgendaItem {
  title: string;
  minutes: number;
  purpose: string;
}

/** Share of the meeting that is kept for thinking about what to change. */
export const brainstormShare = 0.4;
/** Below this there is no time for five parts. */
export const shortestMeeting = 10;

/**
 * Time boxes that add up to the meeting; at least two fifths belong to brainstorming.
 * @param minutes whole minutes, from {@link shortestMeeting}
 * @throws RangeError otherwise
 */
export function meetingAgenda(minutes: number): AgendaItem[] {
  if (!Number.isInteger(minutes) || minutes < shortestMeeting) {
    throw new RangeError(`A meeting needs whole minutes, at least ${shortestMeeting}.`);
  }
  const brainstorm = Math.ceil(minutes * brainstormShare);
  const opening = Math.max(1, Math.floor(minutes * 0.05));
  const closing = Math.max(1, Math.floor(minutes * 0.1));
  const reflection = Math.floor(minutes * 0.2);
  const story = minutes - brainstorm - opening - closing - reflection;
  return [
    {
      title: "Opening",
      minutes: opening,
      purpose: "Say why we are here: to learn how it made sense at the time.",
    },
    {
      title: "What happened",
      minutes: story,
      purpose: "Walk through the timeline and add what each of us saw.",
    },
    {
      title: "What we noticed",
      minutes: reflection,
      purpose: "What went well, what was confusing, and where we were lucky.",
    },
    {
      title: "Countermeasures",
      minutes: brainstorm,
      purpose:
        "How could we detect sooner, recover sooner, or not be here again? Every idea counts; no promises yet.",
    },
    { title: "Closing", minutes: closing, purpose: "Choose what to take up, with an owner and a date each." },
  ];
}
