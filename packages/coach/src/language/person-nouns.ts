/*
 * Nouns that name people at work, in part chosen from the person nouns of WordNet 3.1 (Princeton University). Who only suffers an
 * outage is not among them.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** People, whatever stands before the noun. */
const persons = words(
  "engineer developer dev administrator admin sysadmin employee colleague coworker co-worker contractor technician electrician " +
    "analyst architect intern person individual teammate responder commander on-call oncall on-caller oncaller dba sre " +
    "reviewer tester programmer coder committer maintainer deployer consultant representative rep apprentice trainee newcomer " +
    "researcher scientist director executive ceo cto cfo ciso cio vp boss staffer specialist " +
    "facilitator scribe pilot captain crew team staff personnel people folks folk someone somebody anyone everybody everyone nobody no-one guy " +
    "volunteer superintendent hire joiner whoever " +
    // offices and ranks
    "accountant adviser advisor aide assistant attendant attorney " +
    "caretaker chairman chief clerk doctor examiner founder cofounder " +
    "co-founder investigator janitor judge " +
    "newbie rookie nurse officer official organiser organizer overseer " +
    "physician porter postmaster practitioner professor " +
    "secretary secondee signatory stand-in steward stewardess strategist subcontractor subordinate surveyor " +
    "warden predecessor successor " +
    // trades
    "cook designer draftsman " +
    "fitter gardener graduate harbourmaster " +
    "machinist mechanic miner plumber " +
    "rigger skipper " +
    "webmaster welder " +
    "purser deckhand mate ",
);

/** People in most texts, programs in some: certain only before a deed that no program does. */
export const alsoSoftware = words(
  "coordinator co-ordinator planner writer reporter translator interpreter broker editor cleaner composer navigator setter trainer guard " +
    "installer inspector auditor registrar conductor guide tutor forecaster dispatcher trader curator custodian deputy principal owner " +
    "builder partner coach chef general major counsel publisher organiser integrator vendor supplier agency consultancy requester contributor",
);

/** Words whose ending makes them people: "saleswoman", "storekeeper", "meteorologist", "optician". */
const suffix =
  /^(?:[a-z]{3,}(?:(?:[rtsyk]|sh)m[ae]n|wom[ae]n|people|persons?|folks?)|[a-z]{3,}(?:[bcdgmnprtv]ist|ician|ographer|keeper|smith|wright))$/u;

/** Whether a lower-case noun in the singular names a person at work. */
export function isPersonNoun(singular: string): boolean {
  return persons.has(singular) || suffix.test(singular);
}

/** Groups that act as one: "the identity guild", "the late shift", "procurement". */
export const groups = words(
  "guild squad tribe department dept division desk shift shifts committee bureau helpdesk servicedesk secretariat procurement hr comms infra qa noc hq leads " +
    "headquarters housekeeping editorial people crew board office room staffing leadership management payroll",
);

/** Departments, which are people where the bare word opens the clause with a capital: "Facilities had shut it down". */
export const departments = words(
  "facilities marketing sales finance legal communications informatics accounting purchasing logistics compliance reception dispatch " +
    "growth product security engineering operations ops maintenance support it audit controlling treasury merchandising on-call",
);
