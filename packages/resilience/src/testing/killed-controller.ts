import { startController } from "@morrow/resilience/controller";

/** A controller with one rule, until it is killed. The first argument is the lease of its stream in ms. */
const controller = await startController({ port: 0, lease: Number(process.argv[2]) });
controller.rules.hold("down", {
  owner: "test",
  lease: 60_000,
  rule: { point: "reviews", effects: [{ kind: "exception", message: "injected" }] },
});
process.stdout.write(`${controller.url}\n`);
