import { badKinds, startBadController } from "../../packages/resilience/src/testing/bad-controller.ts";

/** A bad controller in a process of its own: prints its address, ends with its standard input. */
const kind = badKinds.find((known) => known === process.argv[2]);
if (kind === undefined) throw new Error(`There is no bad controller called ${process.argv[2]}.`);
await using controller = await startBadController(kind);
process.stdout.write(`${controller.url}\n`);
for await (const _ of process.stdin);
