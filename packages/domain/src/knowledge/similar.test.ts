import { expect, test } from "vitest";
import { describe as fingerprint, describeText } from "./describe.ts";
import { collectionStats, rankSimilar } from "./rank-similar.ts";

const writeUps = [
  {
    id: "certificate",
    title: "Checkout refused connections",
    body: "An expired TLS certificate on the proxy made every client refuse the connection. Renewal had been done by hand.",
  },
  {
    id: "herd",
    title: "Feed down after restart",
    body: "All clients reconnected at once after the restart. The thundering herd overwhelmed the gateway and retries made it worse.",
  },
  {
    id: "disk",
    title: "Ledger stopped",
    body: "The disk filled with debug logs and the database refused writes.",
  },
  {
    id: "config",
    title: "Site unreachable",
    body: "A bad configuration change removed the load balancer's backends.",
  },
  { id: "power", title: "Zone lost", body: "Utility power failed and the generators did not start." },
];

const prints = writeUps.map((writeUp) => ({ id: writeUp.id, fingerprint: fingerprint(writeUp) }));
const stats = collectionStats(prints.map((print) => print.fingerprint));
const best = (text: string) => rankSimilar(describeText(text), prints, stats)[0];

function weight(id: string, text: string): number {
  return describeText(text).concepts.find((concept) => concept.id === id)?.weight ?? 0;
}

test.each([
  [
    "Nobody noticed that the cert of the API gateway was about to lapse; at midnight it expired.",
    "certificate",
  ],
  ["A retry storm from the mobile apps kept the servers down for an hour.", "herd"],
  ["There was no space left on the volume and Postgres went read-only.", "disk"],
  ["A transformer failed and the UPS batteries ran out before the generator took over.", "power"],
])("%s", (text, expected) => expect(best(text)?.id).toBe(expected));

test("says why, in words for people", () => {
  const found = best("The certificate of the mail relay expired.");
  expect(found?.because.mechanisms).toContain("expired certificate");
  expect(found?.because.parts).toContain("certificates");
});

test("a denied symptom weighs less than one that was felt", () => {
  expect(weight("symptom.data-loss", "There was no data loss.")).toBeLessThan(
    weight("symptom.data-loss", "There was data loss.") / 2,
  );
});

test("what will be done about it weighs less than what happened", () => {
  expect(
    weight("mechanism.disk-full", "We will add an alert for a full disk to prevent recurrence."),
  ).toBeLessThan(weight("mechanism.disk-full", "The disk was full.") / 2);
});

test("a narrow concept implies the wider one, with less weight and no evidence of its own", () => {
  const concepts = new Map(describeText("MySQL stalled.").concepts.map((concept) => [concept.id, concept]));
  expect(concepts.get("part.mysql")?.evidence).toEqual(["MySQL"]);
  expect(concepts.get("part.database")?.weight).toBeLessThan(concepts.get("part.mysql")?.weight ?? 0);
});

test("terms that are names of object members do no harm", () => {
  const odd = fingerprint({
    id: "odd",
    title: "constructor __proto__ toString",
    body: "The constructor hung.",
  });
  const own = collectionStats([odd]);
  expect(
    rankSimilar(describeText("constructor valueOf"), [{ id: "odd", fingerprint: odd }], own)[0]?.score,
  ).toBeGreaterThan(0);
  expect(
    Number.isFinite(rankSimilar(describeText("hasOwnProperty constructor"), prints, stats)[0]?.score ?? 0),
  ).toBe(true);
});

test("a fingerprint survives storage as JSON unchanged", () => {
  const [first] = prints;
  expect(JSON.parse(JSON.stringify(first?.fingerprint))).toEqual(first?.fingerprint);
});

test.each([
  ["mechanism.starvation", "A nightly report hogged the processors and left nothing for web requests."],
  ["mechanism.consensus-failure", "The coordination cluster lost its quorum and could not elect a leader."],
  ["mechanism.automated-traffic", "A crawler asked for every page of the shop in parallel."],
  ["mechanism.platform-move", "On the weekend of the cutover to the new hosting provider, orders got lost."],
  ["mechanism.slow-query", "A monthly report scanned the whole bookings table for want of an index."],
  ["mechanism.operator-action", "A technician pulled the wrong drive."],
  ["mechanism.split-brain", "For four minutes both nodes believed they were primary."],
  ["mechanism.replication-lag", "Followers trailed the leader by ten minutes."],
  ["mechanism.memory-leak", "RSS crept up over three days."],
  ["mechanism.wrong-environment", "The test suite held the live credentials and emptied the tables."],
])("%s is recognised when told without its usual name", (id, text) => {
  expect(weight(id, text)).toBeGreaterThan(0);
});

const concepts = (text: string) => describeText(text).concepts.map((concept) => concept.id);

test("a phrase may run over the end of a line that was wrapped by hand", () => {
  const wrapped =
    "After the short break all apps came back within a second, and what followed was the thundering\nherd that everybody knows.";
  expect(concepts(wrapped)).toContain("mechanism.retry-storm");
});

test("lines that were not wrapped stay apart: list items, labels, short lines", () => {
  const listed =
    "- The second of the two batteries in hall B was replaced by a new one, says the plan for the memory\n- leak of water in the basement: closed";
  expect(concepts(listed)).not.toContain("mechanism.memory-leak");
});

test.each([
  [
    "mechanism.leap-second",
    "At the end of June the clocks were told to count 23:59:60, and half the fleet span.",
  ],
  [
    "mechanism.units-mixed-up",
    "One side wrote the thrust in pounds, the other read it as newtons; nobody converted.",
  ],
  [
    "mechanism.account-suspended",
    "Our cloud account was suspended because the card on file had been declined.",
  ],
  ["mechanism.outgrown", "What had been built for a hundred shops now served nine thousand."],
  ["mechanism.monitoring-gap", "We only found out after customers had complained for two hours."],
  ["mechanism.data-deletion", "The update ran without a where clause, so all rows were overwritten."],
  ["mechanism.platform-move", "We were moving the archive to another provider when half of it vanished."],
  ["mechanism.stale-data", "For ten minutes the edge had cached error pages and went on serving them."],
  ["mechanism.third-party", "Our hosting company lost a switch, and with it all of our machines."],
  ["part.search", "Search queries timed out whenever two shards moved at once."],
])("reads %s in: %s", (id, text) => expect(concepts(text)).toContain(id));

test.each([
  ["symptom.outage", "The importer slowed down a little and the menu drops down as before."],
  ["mechanism.race-condition", "The total time of the repair was three hours."],
  ["symptom.client-errors", "Around 400 people had to wait."],
  ["mechanism.secret-rotation", "The camera had a rotating mount."],
  ["mechanism.datacenter-event", "The first rule should fire when the pressure falls."],
  ["mechanism.queue-backlog", "At noon the kiosk came back up by itself."],
  ["part.logging", "Everybody who was logged in saw an empty basket."],
  ["mechanism.feature-flag", "A scanner flagged the installer."],
])("does not read %s in: %s", (id, text) => expect(weight(id, text)).toBeLessThan(0.3));
