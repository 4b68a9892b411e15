import type { Certainty } from "../proposal/moment.ts";
import type { Choice } from "../proposal/question.ts";
import type { Questions } from "../context/questions.ts";
import { offsetOn, type CivilDate } from "./civil.ts";
import { isZone, zoneOfAnswer } from "./zone.ts";
import { zoneTable, type ZoneMeaning } from "./zoneTable.ts";
import type { ZoneWords } from "./zoneWords.ts";

export interface ZoneReading {
  /** Null where no zone can be used. */
  id: string | null;
  certainty: Certainty;
  questions: string[];
}

/** What zone words mean on a date. An abbreviation with several meanings, or one that does not fit the season, is asked. */
export function zoneForDate(
  words: ZoneWords,
  date: CivilDate,
  person: string | null,
  questions: Questions,
  line: number,
): ZoneReading {
  if (words.sort === "fixed")
    return isZone(words.id)
      ? { id: words.id, certainty: "stated", questions: [] }
      : { id: null, certainty: "uncertain", questions: [] };
  const meanings = zoneTable.get(words.abbreviation) ?? [];
  const first = meanings[0];
  if (first === undefined) return { id: null, certainty: "uncertain", questions: [] };
  const fitting = meanings.filter((each) => offsetOn(date, each.iana) === each.offset);
  if (meanings.length === 1 && fitting.length === 1)
    return { id: first.offset, certainty: "stated", questions: [] };
  const id = `zone:${words.abbreviation}`;
  const answered = zoneOfAnswer(questions.answer(id)) ?? personsReading(meanings, date, person);
  if (answered !== null) return { id: answered, certainty: "derived", questions: [] };
  const asked = questions.ask({
    id,
    line,
    about: "zone",
    sentence: sentenceFor(words.abbreviation, meanings),
    choices: meanings.length === 1 ? seasons(first, date) : meanings.map(choiceOf),
  });
  // Shown as a proposal until the question is answered: the wall clock people in that place had on that day.
  return { id: (fitting[0] ?? first).iana, certainty: "uncertain", questions: [asked] };
}

/** The person's own zone settles it where it is one of the places meant. */
function personsReading(
  meanings: readonly ZoneMeaning[],
  date: CivilDate,
  person: string | null,
): string | null {
  if (person === null || !person.includes("/")) return null;
  return meanings.some((each) => each.iana === person || offsetOn(date, each.iana) === offsetOn(date, person))
    ? person
    : null;
}

function sentenceFor(abbreviation: string, meanings: readonly ZoneMeaning[]): string {
  return meanings.length > 1
    ? `“${abbreviation}” stands for several zones. Which one is meant?`
    : `“${abbreviation}” was not in force on that date. Is the clock of the place meant, or the offset the letters name?`;
}

const choiceOf = (each: ZoneMeaning): Choice => ({
  label: `${each.name} (${each.offset})`,
  value: each.offset,
});

const seasons = (each: ZoneMeaning, date: CivilDate): Choice[] => [
  { label: `the clock in ${each.iana} that day (${offsetOn(date, each.iana)})`, value: each.iana },
  { label: `${each.name}, literally (${each.offset})`, value: each.offset },
];
