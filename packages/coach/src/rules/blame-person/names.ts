import { isThing } from "../../language/things.ts";

/** An entry of a timeline: "13:09 ada cordons …". Handles are written small there. */
const entry =
  /^\W*(?:\d{4}-\d\d-\d\d[ T]*)?\d{1,2}[:h.]\d\d(?::\d\d)?\s*(?:UTC|[A-Z]{2,4}|Z|am|pm)?\W{1,4}(?<name>@?[\w.-]+) (?:then |also |[a-z]+ly )?[a-z]{2,}(?:s|ed)\b/u;
const namedBefore =
  /(?:^|[.,;:(] ?|\b(?:that|when|because|as|and|but|while|after|since|until|where) )(?<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)(?: (?:had|has|then|also|simply|apparently|probably|unfortunately))? $/u;
const commonOpening =
  /^(?:The|This|That|These|Those|It|Its|They|There|What|Which|When|While|Then|Also|And|But|Not|Never|Some|All|Both|Each|Customers?|Users?|Clients?|Systems?|Terraform|Kubernetes|Ansible|Jenkins|Docker|Github|Everything|Nothing|Most|Many|One|Having|Being|Just|Only|Probably|Maybe|Almost|Already|Later|Initially|Again)\b/u;
/** What only people forget and misread, and what only they do with mouth and hands. */
const deedOfPeople =
  /^(?:forgot|neglected|mis-?read|mis-?typed|overlooked|mis-?understood|screwed|messed|slipped|goofed|botched|(?:mistakenly|accidentally|inadvertently|erroneously|wrongly|unwittingly|incorrectly) (?:announced|told|promised|approved|signed|clicked|typed|pasted|mailed|emailed|posted|pushed|merged|picked|pressed|unplugged|ticked|invited|copied|chose|confirmed|committed|tagged|shared|booked|rebooted|closed|handed))\b/u;

/** "Priyanka forgot …": only people forget, so an unknown name before it is somebody's. `at` is where the deed stands. */
export function isDeedOfNamed(text: string, deed: string, at: number): boolean {
  if (!deedOfPeople.test(deed)) return false;
  const name = namedBefore.exec(text.slice(0, at))?.groups?.["name"];
  return name !== undefined && !commonOpening.test(name) && !isThing(name);
}

/** Whether a sentence is an entry of a timeline that opens with somebody's name or handle. */
export function isEntryOfSomebody(text: string): boolean {
  const name = entry.exec(text)?.groups?.["name"];
  return (
    name !== undefined && (name.startsWith("0x") || !isThing(name)) && !/^(?:The|A|An|All|Some)$/iu.test(name)
  );
}
