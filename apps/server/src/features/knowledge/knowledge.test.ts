import type { Audience, Audiences } from "@morrow/domain/people";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openTestDatabase } from "../../platform/db/testing.ts";
import type { TestDatabase } from "../../platform/db/testing.ts";
import { indexDocuments, removeDocuments, search, similar } from "./index.ts";
import type { IndexedDocument } from "./index.ts";

const everything: Audiences = { kind: "all" };
const list = (...audiences: Audience[]): Audiences => ({ kind: "list", audiences });
const secret: Audience = "incident:01890000-0000-7000-8000-00000000aaaa";

function uuid(number: number): string {
  return `01890000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}

function document(number: number, given: Partial<IndexedDocument>): IndexedDocument {
  return {
    id: uuid(number),
    kind: "retrospective",
    incidentId: null,
    audience: "everyone",
    title: "",
    lead: "",
    text: "",
    severity: null,
    services: [],
    tags: [],
    factors: [],
    team: null,
    occurredAt: null,
    publishedAt: null,
    revision: 1,
    ...given,
  };
}

const documents = [
  document(1, {
    title: "Checkout refused connections",
    text: "An expired TLS certificate on the payment proxy made every client refuse the connection. The renewal job had been paused.",
    severity: 1,
    services: ["payments"],
    tags: ["tls"],
    occurredAt: "2024-03-01T10:00:00Z",
  }),
  document(2, {
    title: "Feed down after restart",
    text: "All clients reconnected at once. The thundering herd overwhelmed the gateway; retries without backoff made it worse.",
    severity: 2,
    services: ["feed"],
    occurredAt: "2024-05-01T10:00:00Z",
  }),
  document(3, {
    title: "Ledger read-only",
    text: "The disk filled with debug logs and Postgres refused writes. Error code E1234 in max_open_conns handling.",
    severity: 1,
    services: ["ledger", "payments"],
    team: "core",
    audience: "members",
    occurredAt: "2023-01-15T10:00:00Z",
  }),
  document(4, {
    title: "Certificate of the mail relay",
    text: "The certificate of the mail relay lapsed over the weekend; nobody had renewed it.",
    audience: secret,
    kind: "incident",
  }),
];

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.write((trx) => indexDocuments(trx, documents));
});

afterAll(() => database.close());

function ask(text: string, audiences: Audiences, excludeId?: string) {
  return database.db.read((trx) => similar(trx, { text, audiences, limit: 5, excludeId }));
}

async function find(query: string, audiences: Audiences = everything, limit = 10): Promise<string[]> {
  const page = await database.db.read((trx) => search(trx, { query, audiences, limit }));
  return page.hits.map((hit) => hit.title);
}

describe("search", () => {
  test.each([
    ["certificate", ["Certificate of the mail relay", "Checkout refused connections"]],
    ["cert", ["Certificate of the mail relay", "Checkout refused connections"]],
    ["expired certificates", ["Checkout refused connections", "Certificate of the mail relay"]],
    ["thunderin", ["Feed down after restart"]],
    ["E1234", ["Ledger read-only"]],
    ["max_open_conns", ["Ledger read-only"]],
    ['"thundering herd"', ["Feed down after restart"]],
    ['"herd thundering"', []],
    ["severity:SEV1", ["Checkout refused connections", "Ledger read-only"]],
    ["service:payments after:2024-01-01", ["Checkout refused connections"]],
    ["refused team:core", ["Ledger read-only"]],
    ["refused -disk", ["Checkout refused connections"]],
    ["kind:incident certificate", ["Certificate of the mail relay"]],
    ["the of and", []],
    ["xylophone", []],
    ["", []],
  ])("%s", async (query, titles) => expect(await find(query)).toEqual(titles));

  test.each([
    ["certifciate ", "certificate"],
    ["gatway ", "gateway"],
    ["thundring ", "thundering"],
  ])("forgives %s and says so", async (query, meant) => {
    const page = await database.db.read((trx) => search(trx, { query, audiences: everything, limit: 5 }));
    expect(page.hits.length).toBeGreaterThan(0);
    expect(page.corrections).toEqual([{ typed: query.trim(), meant }]);
  });

  test("shows only what the reader may see", async () => {
    expect(await find("certificate", list("everyone"))).toEqual(["Checkout refused connections"]);
    expect(await find("refused", list("everyone", "members"))).toHaveLength(2);
    expect(await find("refused", list("everyone"))).toHaveLength(1);
    expect(await find("certificate", list("everyone", secret))).toHaveLength(2);
    expect(await find("certificate", list())).toEqual([]);
    expect(await find("kind:incident", list("everyone", "members"))).toEqual([]);
  });

  test("marks what matched in title and snippet", async () => {
    const page = await database.db.read((trx) =>
      search(trx, { query: "certificate relay", audiences: everything, limit: 1 }),
    );
    expect(page.hits[0]?.titleParts.filter((part) => part.match).map((part) => part.text)).toEqual([
      "Certificate",
      "relay",
    ]);
    expect(page.hits[0]?.snippet.some((part) => part.match)).toBe(true);
  });

  test("pages without gaps or repeats", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const from = after;
      const page = await database.db.read((trx) =>
        search(trx, { query: "the certificate refused herd", audiences: everything, limit: 1, after: from }),
      );
      seen.push(...page.hits.map((hit) => hit.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  test("a filter that cannot be understood is named, the rest applies", async () => {
    const page = await database.db.read((trx) =>
      search(trx, { query: "herd severity:terrible", audiences: everything, limit: 5 }),
    );
    expect(page.problems).toMatchObject([{ field: "severity", value: "terrible" }]);
    expect(page.hits).toHaveLength(1);
  });

  test.each([
    "' or 1=1 --",
    "\\",
    "%_",
    "\u0000nul",
    "a".repeat(5000),
    '"',
    "-",
    "::",
    "service:",
    'tag:"a\u0000b"',
    "🤷",
  ])("%j does no harm", async (query) => {
    expect(await find(query)).toBeInstanceOf(Array);
  });
});

describe("similar", () => {
  test("finds the same failure told in other words, and says why", async () => {
    const [first] = await ask("The cert of our single sign-on expired at midnight.", list("everyone"));
    expect(first?.title).toBe("Checkout refused connections");
    expect(first?.because.mechanisms).toContain("expired certificate");
  });

  test("keeps to what the reader may see and leaves out the document asked about", async () => {
    expect((await ask("expired certificate", everything)).map((hit) => hit.id)).toEqual(
      expect.arrayContaining([uuid(1), uuid(4)]),
    );
    expect((await ask("expired certificate", everything, uuid(1))).map((hit) => hit.id)).not.toContain(
      uuid(1),
    );
    expect(
      (await ask("expired certificate", list("everyone", "members"))).map((hit) => hit.id),
    ).not.toContain(uuid(4));
  });
});

describe("the index", () => {
  test("a reader with few rights gets a full page, though the best are hidden", async () => {
    const own = await openTestDatabase();
    const hidden = Array.from({ length: 120 }, (_, at) =>
      document(1000 + at, {
        title: "quorum quorum lost",
        text: "quorum",
        audience: at % 2 ? "members" : `incident:${uuid(at)}`,
      }),
    );
    const open = Array.from({ length: 30 }, (_, at) =>
      document(2000 + at, { text: `${"other words here ".repeat(20)} quorum` }),
    );
    await own.db.write((trx) => indexDocuments(trx, [...hidden, ...open]));
    const few = await own.db.read((trx) =>
      search(trx, { query: "quorum", audiences: list("everyone"), limit: 20 }),
    );
    expect(few.hits).toHaveLength(20);
    const granted = await own.db.read((trx) =>
      search(trx, { query: "quorum", audiences: list("everyone", `incident:${uuid(0)}`), limit: 20 }),
    );
    expect(granted.hits[0]?.id).toBe(uuid(1000));
    await own.close();
  });

  test("indexing again replaces, removing forgets, and the counts follow", async () => {
    const own = await openTestDatabase();
    const counts = () =>
      own.db.read(async (trx) => ({
        postings: (await trx.selectFrom("knowledge_posting").select("doc").execute()).length,
        used: (await trx.selectFrom("knowledge_term").select("term").where("documents", ">", 0).execute())
          .length,
        all: await trx
          .selectFrom("knowledge_statistics")
          .select(["documents", "fingerprint_length"])
          .executeTakeFirstOrThrow(),
      }));
    const hits = async (query: string) =>
      (await own.db.read((trx) => search(trx, { query, audiences: everything, limit: 5 }))).hits.length;
    await own.db.write((trx) =>
      indexDocuments(trx, [document(1, { text: "the walrus" }), document(2, { text: "the carpenter" })]),
    );
    await own.db.write((trx) =>
      indexDocuments(trx, [document(1, { text: "the oyster", audience: "members", revision: 2 })]),
    );
    expect([await hits("walrus"), await hits("oyster"), await hits("carpenter")]).toEqual([0, 1, 1]);
    expect((await counts()).all.documents).toBe(2);
    await own.db.write((trx) => removeDocuments(trx, [uuid(1), uuid(2), uuid(99)]));
    const left = await counts();
    expect(left).toMatchObject({ postings: 0, used: 0, all: { documents: 0 } });
    expect(left.all.fingerprint_length).toBeCloseTo(0);
    await own.close();
  });
});
