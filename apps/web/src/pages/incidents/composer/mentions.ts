/** "@ad" before the caret: somebody's name is being typed. */
export interface Mention {
  /** Index of the "@". */
  readonly start: number;
  readonly query: string;
}

/** @returns null unless the caret stands in a word that begins with "@" */
export function mentionAt(text: string, caret: number): Mention | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret));
  if (match?.[1] === undefined) return null;
  return { start: caret - match[1].length - 1, query: match[1] };
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

const offered = 6;

/** People one of whose names begins with what is typed; whole-name hits first. */
export function matchPeople<Person extends Named>(people: readonly Person[], query: string): Person[] {
  const wanted = query.toLocaleLowerCase();
  const whole = people.filter(({ name }) => name.toLocaleLowerCase().startsWith(wanted));
  const part = people.filter(
    (person) =>
      !whole.includes(person) &&
      person.name
        .toLocaleLowerCase()
        .split(/[\s.-]+/)
        .some((word) => word.startsWith(wanted)),
  );
  return [...whole, ...part].slice(0, offered);
}

/** Puts the name where the mention was typed. @returns the text, and where the caret goes */
export function completeMention(
  text: string,
  caret: number,
  mention: Mention,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, mention.start)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}
