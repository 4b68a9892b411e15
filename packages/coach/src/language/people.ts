import { alsoSoftware, departments, groups, isPersonNoun } from "./person-nouns.ts";
import { isThing } from "./things.ts";

/** Who is a person and who is not, in the language of operations. Sources: the corpus named in docs/guides/coach.md. */

const teams = new Set("devops ops qa noc sres engineering management leadership teams support".split(" "));
const pronouns = new Set("we i he she you who us me him myself ourselves".split(" "));
const affected = new Set(
  "user customer client visitor subscriber consumer guest player viewer merchant reader shopper requester caller passenger student teacher patient citizen tenant".split(
    " ",
  ),
);
/** Nouns that name a person only when nothing technical stands before them. */
const ambiguous = new Set("operator manager lead expert author human".split(" "));
/** Nouns that name a person only when a word of people's work stands before them. */
const mostlySoftware = new Set(
  "agent worker member driver supervisor builder partner support dispatcher".split(" "),
);
const isProgram = /^(?:agent|worker|driver|builder|member)$/u;
const determiners = new Set(
  "our the a an this that another one same first second third certain single".split(" "),
);
const quantifiers = new Set("some other all many several few most the our team".split(" "));
const personModifiers = new Set(
  (
    "incident product project program programme account category integration engineering release change on-call duty line delivery hiring community general it plant site shift senior " +
    "junior new former technical tech team staff crew support service customer human experienced inexperienced network system systems " +
    "database cloud platform infrastructure security night day on-duty call center centre factory warehouse help helpdesk desk responsible field data-center lab shop store hotel facility kitchen fleet sre qa hr second-level first-level third-level second-line first-line third-line tier-one tier-two l1 l2"
  ).split(" "),
);
const firstNames = new Set(
  (
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark steven paul andrew joshua kenneth kevin brian " +
    "george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond " +
    "alexander patrick jack dennis jerry tyler aaron jose adam nathan henry peter zachary kyle walter ethan jeremy christian keith roger noah bob alice carol dave " +
    "eve mallory mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle " +
    "amanda dorothy melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela anna ruth brenda pamela nicole katherine samantha christine " +
    "catherine emma olivia sophia julia maria maya priya raj ravi anil amit rahul sanjay wei ming chen li yuki hiroshi ahmed ali omar fatima mohammed pedro juan " +
    "carlos luis miguel diego sofia lucia pierre jean luc marie hans klaus jürgen sven lars erik anders ingrid olga ivan dmitri sergey boris natasha tom tim jim " +
    "joe mike steve chris matt dan ben sam alex nick max jan tomas pavel petr marta piotr kate katie jane kim lee"
  ).split(" "),
);

/**
 * `likely`: a person or a group of people unless the deed is one of programs. `thing`: plainly no person. `other`: a noun
 * that says neither.
 */
export type Party = "person" | "affected" | "likely" | "thing" | "other";

/** Who a noun phrase names. `head` is its last word, `before` the word in front of it; both as written. */
export function partyOf(head: string, before: string | undefined): Party {
  if (head.endsWith("'s") || head.endsWith("s'")) return "other";
  const word = head.toLowerCase();
  if (/^@[a-z]/iu.test(head)) return "person";
  if (pronouns.has(word) && head !== "US") return "person";
  const singular = singularOf(word);
  if (affected.has(singular)) return "affected";
  if (word === "members" && (before === undefined || quantifiers.has(before.toLowerCase()))) return "person";
  if (mostlySoftware.has(singular) && before !== undefined && /^(?:his|her|my)$/iu.test(before))
    return "person";
  if (ambiguous.has(singular) || mostlySoftware.has(singular)) {
    if (isPlainPerson(before, mostlySoftware.has(singular))) return "person";
    return isProgram.test(singular) ? "thing" : "likely";
  }
  if (isPersonNoun(singular) || isPersonNoun(word) || teams.has(word)) return "person";
  if (/^[A-Z]/u.test(head) && firstNames.has(word)) return "person";
  return lessCertain(head, singular, before);
}

function lessCertain(head: string, singular: string, before: string | undefined): Party {
  if (alsoSoftware.has(singular)) return isPlainPerson(before, true) ? "person" : "likely";
  if (groups.has(head.toLowerCase())) return "likely";
  if (departments.has(head.toLowerCase()) && before === undefined && /^[A-Z]/u.test(head) && head !== "It")
    return "likely";
  if (isThing(head)) return "thing";
  // "Shift lead Kowalczyk", "intern Ruth-Ann": a name behind a role.
  return /^[A-Z][a-z]/u.test(head) && before !== undefined && isRole(before) ? "likely" : "other";
}

function isRole(word: string): boolean {
  const singular = word.toLowerCase();
  return (
    isPersonNoun(singular) || /^(?:lead|manager|operator|expert|supervisor|mr|mrs|ms|dr)$/u.test(singular)
  );
}

function isPlainPerson(before: string | undefined, needsWork: boolean): boolean {
  if (before === undefined) return false;
  if (determiners.has(before.toLowerCase())) return !needsWork;
  if (/^[A-Z]{2,}$/u.test(before) && !/^(?:IT|SRE|QA|HR|PR)$/u.test(before)) return false;
  if (/[a-z]'s$/u.test(before)) return !needsWork;
  return personModifiers.has(before.toLowerCase());
}

function singularOf(word: string): string {
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
