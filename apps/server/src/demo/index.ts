import { createClient, type Client } from "@morrow/client";
import { teamRoutes, peopleRoutes } from "@morrow/contract/people";
import { Temporal } from "temporal-polyfill";

import { compose, type Adapters } from "../compose.ts";
import { openSpine } from "../platform/spine/index.ts";
import { demoPassword, demoPeople, emailOf } from "./people.ts";
import { expiredCertificate, nearlyExpiredCertificate } from "./stories/certificates.ts";
import { currentStories } from "./stories/current.ts";
import { massReboot } from "./stories/mass-reboot.ts";
import { networkLoop } from "./stories/network-loop.ts";
import { retryStorm } from "./stories/retry-storm.ts";
import { zoneOutage } from "./stories/zone-outage.ts";
import { names, type Name, type Story } from "./story.ts";
import { tell, type Stage } from "./tell.ts";

const founded = "2011-01-03T09:00:00Z";

/**
 * Fills an empty Morrow with a sample organisation. Its people work through the ordinary routes, against a clock that is set
 * to each moment of their stories, so that nothing in the sample could not have come about by use.
 */
export async function fillDemo(
  { db, log }: Pick<Adapters, "db" | "log">,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const today = Temporal.Now.instant();
  let clock = founded;
  const spine = await openSpine(db, { now: () => clock });
  const morrow = compose({ db, spine, log, now: () => clock, publicUrl: "http://demo.invalid" });
  try {
    const stage = await gather(morrow, (at) => (clock = at));
    const minutesAgo = (minutes: number) =>
      today
        .subtract({ minutes: Math.round(minutes) })
        .round("minute")
        .toString();
    const stories: Story[] = [
      zoneOutage,
      massReboot,
      networkLoop,
      expiredCertificate,
      retryStorm,
      nearlyExpiredCertificate,
      ...currentStories(minutesAgo),
    ];
    for (const [index, story] of stories.entries()) {
      progress(index + 1, stories.length);
      await tell(stage, story);
    }
  } finally {
    await spine.stop();
  }
}

async function gather(
  { api, people }: ReturnType<typeof compose>,
  setClock: (at: string) => void,
): Promise<Stage> {
  const send: typeof fetch = async (input, init) =>
    api.app.request(String(input instanceof Request ? input.url : input), init);
  const client = (token: string): Client =>
    createClient({ baseUrl: "http://demo.invalid", fetch: send, token });
  const { ada } = demoPeople;
  const ids = new Map<Name, string>();
  ids.set(
    "ada",
    await people.setup.complete({
      organisation: "Lanternfish (sample)",
      name: ada.name,
      email: emailOf("ada"),
      password: demoPassword,
    }),
  );
  const clients = new Map<Name, Client>();
  const signIn = async (name: Name) =>
    clients.set(name, client((await people.sessions.open(idOf(name), lifelong)).secret));
  const idOf = (name: Name) => required(ids.get(name));
  await signIn("ada");
  for (const name of names.filter((other) => other !== "ada")) {
    const { name: fullName, role } = demoPeople[name];
    const person = await required(clients.get("ada")).call(peopleRoutes.create, {
      body: { name: fullName, email: emailOf(name), role, password: demoPassword },
    });
    ids.set(name, person.id);
    await signIn(name);
  }
  const teams = new Map<string, string>();
  for (const team of ["Platform", "Storefront", "Support"] as const) {
    const memberIds = names.filter((name) => demoPeople[name].team === team).map(idOf);
    teams.set(
      team,
      (await required(clients.get("ada")).call(teamRoutes.create, { body: { name: team, memberIds } })).id,
    );
  }
  return {
    as: (name) => required(clients.get(name)),
    id: idOf,
    teamId: (team) => required(teams.get(team)),
    setClock,
  };
}

/** The sample's people stay signed in from 2011 to today, which no real session does. */
const lifelong = { days: 365 * 100 };

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the sample organisation is incomplete");
  return value;
}
