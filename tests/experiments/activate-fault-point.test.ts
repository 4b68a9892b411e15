import { once } from "node:events";
import { createServer, type Server } from "node:http";

import { FaultPoints, policy } from "@morrow/resilience";
import { faultsFromMorrow, type FaultFeed } from "@morrow/resilience/control";
import { startController, type Controller } from "@morrow/resilience/controller";
import { afterEach, beforeEach, expect, test } from "vitest";

import { planFault } from "../../packages/faults/src/testing/plan-fault.ts";
import { takeStep } from "../../packages/faults/src/undo/take/index.ts";
import { RunFolder } from "./morrow-run.ts";

/** The fault engine speaks to the controller over HTTP only; here both are real, and so is a service that follows. */
let controller: Controller;
let feed: FaultFeed;
let service: Server;
let page: string;
beforeEach(async () => {
  controller = await startController({ port: 0 });
  const points = new FaultPoints();
  feed = faultsFromMorrow({ url: controller.url, service: "shop", points });
  const reviews = policy({ name: "reviews", points });
  service = createServer((_request, response) => {
    reviews
      .execute(async () => "good")
      .then(
        (answer) => response.end(answer),
        (error: Error) => response.writeHead(502).end(error.message),
      );
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
  const address = service.address();
  page = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterEach(async () => {
  feed.close();
  service.close();
  service.closeAllConnections();
  await controller.close();
});

async function answerOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

test("is felt by a service that follows, and the undo step ends it", async () => {
  const plan = await planFault("activate-fault-point", {
    arguments: { controller: controller.url, point: "reviews", exception: "down", share: 1 },
    durationMs: 60_000,
  });
  expect(plan.effect).toBe(
    'Makes an error "down", on 100 % of calls, at the fault point reviews in every service for 60 s.',
  );
  const armed = await plan.arm();
  expect(armed.expiry).toBe("itself");
  expect(controller.rules.list()).toEqual([]);
  await armed.apply();
  expect(controller.rules.list()[0]?.expiresIn).toBeGreaterThan(50_000);
  while ((await answerOf(page)) !== "down");
  for (const step of armed.steps) {
    await takeStep(step);
    // Again, as any step may be.
    await takeStep(step);
  }
  expect(controller.rules.list()).toEqual([]);
  while ((await answerOf(page)) !== "good");
});

test("ends by itself when nobody undoes it, and with its controller", async () => {
  const plan = await planFault("activate-fault-point", {
    arguments: { controller: controller.url, point: "reviews", hang: true },
    durationMs: 200,
  });
  const armed = await plan.arm();
  await armed.apply();
  while (controller.rules.list().length > 0) await fetch(`${controller.url}/rules`);
  await controller.close();
  for (const step of armed.steps) await takeStep(step);
  controller = await startController({ port: 0 });
  expect(controller.rules.list()).toEqual([]);
});

const refused = (args: object) =>
  planFault("activate-fault-point", {
    arguments: { controller: controller.url, point: "reviews", hang: true, ...args },
  }).then(
    () => "planned",
    (error: { code?: string }) => error.code,
  );

test("is refused before anything happens where it can't be made", async () => {
  expect(await refused({})).toBe("planned");
  expect(await refused({ status: 503 })).toBe("fault.arguments");
  expect(await refused({ hang: undefined })).toBe("fault.arguments");
  expect(await refused({ share: 2 })).toBe("fault.arguments");
  expect(await refused({ onlyOn: "Sunday" })).toBe("fault.arguments");
  expect(await refused({ controller: "http://127.0.0.1:9" })).toBe("fault.unsupported");
  expect(await refused({ controller: page })).toBe("fault.unsupported");
});

test("an experiment makes it, meets the hypothesis under it, and leaves nothing", async () => {
  const folder = await RunFolder.make();
  try {
    await folder.write("experiment.json", {
      title: "The page says when reviews are down",
      description: "By a fault point",
      "steady-state-hypothesis": {
        title: "The page answers",
        probes: [],
      },
      method: [
        {
          type: "action",
          name: "reviews fail",
          provider: {
            type: "morrow",
            fault: "activate-fault-point",
            arguments: { controller: controller.url, point: "reviews", exception: "down" },
            duration: 60,
          },
        },
        {
          type: "probe",
          name: "the page says so",
          tolerance: { type: "regex", pattern: "down", target: "stdout" },
          provider: {
            type: "process",
            path: "sh",
            arguments: ["-c", `until curl -s ${page} | grep down; do :; done`],
          },
        },
      ],
    });
    const { exitCode, journal } = await folder.run(["experiment.json"]);
    expect([exitCode, journal]).toMatchObject([0, { status: "completed", deviated: false }]);
    expect(controller.rules.list()).toEqual([]);
  } finally {
    await folder.remove();
  }
});
