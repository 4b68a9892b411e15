import { setImmediate } from "node:timers/promises";
import { json } from "node:stream/consumers";

import { afterEach, expect, test } from "vitest";

import { FaultPoints } from "../faults/fault-points.ts";
import { faultPoint, policy, timeout } from "../index.ts";
import { fakeClock, type FakeClock } from "../proof/index.ts";
import { badKinds, hugeBytes, startBadController } from "../testing/bad-controller.ts";
import { serve } from "../testing/http-server.ts";
import { FlagAnswers } from "./flag-answers.ts";
import { effectsOf, parseExperiments } from "./flag-experiments.ts";
import { faultsFromFailureFlags, type FaultFeed } from "./index.ts";

const feeds: FaultFeed[] = [];
afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close();
});

interface Asked {
  readonly name: string;
  readonly labels: Record<string, string>;
}

/** A sidecar that writes down what it is asked, and says what the test wants: undefined is 204. */
async function startSidecar(answer: (asked: Asked) => unknown) {
  const asked: { method?: string; url?: string; type?: string; body: unknown }[] = [];
  const server = await serve((request, response) => {
    void json(request).then((body) => {
      const { method = "", url = "", headers } = request;
      asked.push({ method, url, type: headers["content-type"] ?? "", body });
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- asserted by the tests
      const given = answer(body as Asked);
      if (given === undefined) response.writeHead(204).end();
      else response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(given));
    });
  });
  return {
    asked,
    url: `${server.origin}/experiment`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function follow(url: string, clock: FakeClock): FaultPoints {
  const points = new FaultPoints({ clock });
  feeds.push(faultsFromFailureFlags({ enabled: true, url, points, clock }));
  return points;
}

/** Calls again and again, in no time of the client's, until a fault is felt. */
async function feel(points: FaultPoints, name: string, labels?: Record<string, string>): Promise<unknown> {
  for (;;) {
    const felt = faultPoint({ name, points })(labels);
    if (felt !== undefined) return felt.catch((error: unknown) => error);
    await setImmediate();
  }
}

test("asks as the SDKs do, beside the calls, and does what the sidecar says", async () => {
  await using sidecar = await startSidecar(() => ({ rate: 1, effect: { exception: "down" } }));
  const points = follow(sidecar.url, fakeClock());
  expect(faultPoint({ name: "checkout", points })({ method: "GET" })).toBeUndefined();
  expect(await feel(points, "checkout", { method: "GET" })).toMatchObject({ message: "down" });
  expect(sidecar.asked).toEqual([
    {
      method: "POST",
      url: "/experiment",
      type: "application/json",
      body: { name: "checkout", labels: { method: "GET", "failure-flags-sdk-version": "morrow-0.1.0" } },
    },
  ]);
});

test("policies are flags too", async () => {
  await using sidecar = await startSidecar(() => [{ effect: { data: { items: [] } } }]);
  const points = follow(sidecar.url, fakeClock());
  const list = policy({ name: "list", points }, timeout(60_000));
  expect(await list.execute(async () => "real")).toBe("real");
  let answer: unknown = "real";
  while (answer === "real") {
    await setImmediate();
    answer = await list.execute(async () => "real");
  }
  expect(answer).toEqual({ items: [] });
});

test("an answer is asked for again after a second, used meanwhile, and ends after three without another", async () => {
  const answers: unknown[] = [{ effect: { exception: "first" } }, { effect: { exception: "second" } }];
  await using sidecar = await startSidecar(() => answers.shift());
  const clock = fakeClock();
  const points = follow(sidecar.url, clock);
  const point = faultPoint({ name: "checkout", points });
  const felt = async () => ((await point()?.catch((error: Error) => error.message)) as string) ?? "nothing";
  expect(await feel(points, "checkout")).toMatchObject({ message: "first" });
  await clock.pass(999);
  expect(await felt()).toBe("first");
  expect(sidecar.asked).toHaveLength(1);
  await clock.pass(1);
  expect(await felt()).toBe("first");
  while ((await felt()) === "first") await setImmediate();
  expect(await felt()).toBe("second");
  expect(sidecar.asked).toHaveLength(2);
  await clock.pass(3000);
  expect(await felt()).toBe("nothing");
});

test("each set of labels has its own answer", async () => {
  await using sidecar = await startSidecar(({ labels }) =>
    labels["path"] === "/a" ? { effect: { exception: "a" } } : undefined,
  );
  const points = follow(sidecar.url, fakeClock());
  expect(faultPoint({ name: "checkout", points })({ path: "/b" })).toBeUndefined();
  expect(await feel(points, "checkout", { path: "/a" })).toMatchObject({ message: "a" });
  expect(faultPoint({ name: "checkout", points })({ path: "/b" })).toBeUndefined();
});

test.each<[string, unknown, object[]]>([
  ["a number", { effect: { latency: 20 } }, [{ kind: "latency", milliseconds: 20, jitter: 0 }]],
  ["text", { effect: { latency: "20" } }, [{ kind: "latency", milliseconds: 20, jitter: 0 }]],
  [
    "jitter",
    { effect: { latency: { ms: 5, jitter: "9" } } },
    [{ kind: "latency", milliseconds: 5, jitter: 9 }],
  ],
  ["a message", { effect: { exception: "x" } }, [{ kind: "exception", message: "x" }]],
  [
    "an error",
    { effect: { exception: { name: "TypeError", message: "x", code: 7 } } },
    [{ kind: "exception", name: "TypeError", message: "x", properties: { code: 7 } }],
  ],
  ["data", { effect: { data: { a: 1 } } }, [{ kind: "data", value: { a: 1 } }]],
  [
    "a list",
    [
      { effect: { latency: 1, data: { a: 1 } } },
      { effect: { latency: 2, exception: "x" } },
      { effect: { exception: "y" } },
    ],
    [
      { kind: "latency", milliseconds: 1, jitter: 0 },
      { kind: "latency", milliseconds: 2, jitter: 0 },
      { kind: "exception", message: "x" },
    ],
  ],
  ["nothing", undefined, []],
  ["null", null, []],
  ["no effect", { rate: 1 }, []],
  ["a rate that is none", { rate: "0.5", effect: { exception: "x" } }, []],
  ["an effect that is none", { effect: { latency: "soon", exception: 7, data: [1] } }, []],
  ["a latency without end", { effect: { latency: 1e12 } }, []],
  ["a negative latency", { effect: { latency: -5 } }, []],
])("an experiment is understood: %s", (_, answer, effects) => {
  expect(effectsOf(parseExperiments(answer))).toEqual(effects);
});

test("one throw of the dice decides for all experiments of an answer", async () => {
  const clock = fakeClock();
  const answers = new FlagAnswers(
    {
      ask: async () => [
        { rate: 0.2, effect: { latency: 1 } },
        { rate: 0.6, effect: { exception: "x" } },
      ],
      close: () => undefined,
    },
    clock,
    { answer: () => undefined, failure: () => undefined },
  );
  answers.ruleFor("checkout", {}, Math.random);
  await clock.pass(1);
  const kinds = (dice: number) =>
    answers.ruleFor("checkout", {}, () => dice)?.effects.map(({ kind }) => kind);
  expect(kinds(0.1)).toEqual(["latency", "exception"]);
  expect(kinds(0.2)).toEqual(["exception"]);
  expect(kinds(0.6)).toBeUndefined();
});

test("so many sets of labels that nobody could keep them cost a bounded number of answers and questions", async () => {
  const clock = fakeClock();
  let asking = 0;
  let most = 0;
  const answers = new FlagAnswers(
    {
      ask: async () => {
        asking += 1;
        most = Math.max(most, asking);
        await setImmediate();
        asking -= 1;
      },
      close: () => undefined,
    },
    clock,
    { answer: () => undefined, failure: () => undefined },
  );
  for (let user = 0; user < 20_000; user += 1) {
    answers.ruleFor("checkout", { user: String(user) }, Math.random);
    if (user % 1000 === 0) await setImmediate();
  }
  expect(answers.size).toBe(500);
  expect(most).toBe(4);
});

test("experiments of the wrong types are none", async () => {
  await using bad = await startBadController("wrong types");
  const clock = fakeClock();
  const points = follow(`${bad.url}/experiment`, clock);
  for (let round = 0; round < 5; round += 1) {
    expect(faultPoint({ name: "reviews", points })()).toBeUndefined();
    // Its patience with the sidecar ends with the answer.
    while (clock.running > 0) await setImmediate();
    await clock.pass(1000);
  }
  expect(bad.accepted).toBe(1);
  expect(points.at("reviews")).toBeDefined();
});

const useless = badKinds.filter((kind) => kind !== "wrong types");

test.each(useless)(
  "a sidecar that is %s changes nothing, and is left alone longer and longer",
  async (kind) => {
    await using bad = await startBadController(kind);
    const clock = fakeClock();
    const points = follow(`${bad.url}/experiment`, clock);
    const reviews = policy({ name: "reviews", points }, timeout(60_000));
    const rests: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const begun = clock.now();
      expect(await reviews.execute(async () => "good")).toBe("good");
      // Until the answer that is no answer came: points are then as if nobody had ever been asked.
      while (points.at("reviews") !== undefined) {
        if (kind === "silent" || kind === "slow") await clock.pass(100);
        await setImmediate();
        expect(faultPoint({ name: "reviews", points })()).toBeUndefined();
      }
      while (points.at("reviews") === undefined) await clock.pass(100);
      rests.push(clock.now() - begun);
    }
    expect(rests[0]).toBeLessThan(2500);
    expect(rests[3]).toBeGreaterThanOrEqual(8000);
    expect(bad.accepted).toBeLessThanOrEqual(8);
    expect(bad.taken).toBeLessThan(hugeBytes / 2);
  },
);

const isOn = (value: string) => {
  process.env["FAILURE_FLAGS_ENABLED"] = value;
  const points = new FaultPoints();
  using _ = faultsFromFailureFlags({ url: "http://127.0.0.1:9/experiment", points });
  return points.at("x") !== undefined;
};

test("whether it is on is said by the variable of Failure Flags", () => {
  const former = process.env["FAILURE_FLAGS_ENABLED"];
  try {
    expect(["true", "1", "YES", "false", "0", ""].map(isOn)).toEqual([true, true, true, false, false, false]);
  } finally {
    if (former === undefined) delete process.env["FAILURE_FLAGS_ENABLED"];
    else process.env["FAILURE_FLAGS_ENABLED"] = former;
  }
});

test("labels that cannot be sent are not felt by the call", async () => {
  const points = follow("http://127.0.0.1:1/experiment", fakeClock());
  const labels: object = { user: 7n };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as JavaScript gives them
  expect(faultPoint({ name: "reviews", points })(labels as Record<string, string>)).toBeUndefined();
});

test("what is switched off is not judged", () => {
  expect(() => faultsFromFailureFlags({ enabled: false, url: "nonsense" })).not.toThrow();
  feeds.push(faultsFromFailureFlags({ enabled: true, url: "", points: new FaultPoints() }));
  expect(() => faultsFromFailureFlags({ enabled: true, url: "nonsense" })).toThrow(TypeError);
});
