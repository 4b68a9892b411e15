import { describe, expect, test } from "vitest";

import { missingForNamespaces, openNamespace, type Namespace } from "../testing/namespace.ts";
import { planFault } from "../testing/plan-fault.ts";
import { takeStep } from "../undo/take/index.ts";
import type { ArmedFault } from "./fault.ts";

const missing = missingForNamespaces("nft", "tc");
if (missing !== null)
  process.stderr.write(`Faults of the network are not tested in namespaces: ${missing}.\n`);

async function apply(
  name: string,
  network: Namespace,
  settings: object,
  durationMs = 60_000,
): Promise<ArmedFault> {
  const plan = await planFault(name, { arguments: { ...settings, namespace: network.path }, durationMs });
  const armed = await plan.arm();
  await armed.apply();
  return armed;
}

async function undo(armed: ArmedFault): Promise<void> {
  for (const step of armed.steps) await takeStep(step);
}

const ports = async (network: Namespace): Promise<[number, number]> =>
  (await network.ask("ports")) as [number, number];

describe.skipIf(missing !== null)("in a network of its own", () => {
  test("a partition holds back what is sent, leaves its neighbour alone, and lets go after the undo", async () => {
    await using network = await openNamespace();
    const [cut, whole] = await ports(network);
    await network.ask(`echo ${cut} before`);
    const armed = await apply("partition-network", network, { ports: [cut] });

    await network.ask(`send ${cut} during`);
    for (let round = 0; round < 50; round += 1) await network.ask(`echo ${whole} ${round}`);
    expect(network.run("nft", "list", "ruleset")).toMatch(/counter packets [1-9]\d* bytes \d+ drop/);

    await undo(armed);
    expect(await network.ask(`back ${cut}`)).toBe("during");
    expect(network.run("nft", "list", "ruleset")).toBe("");
  });

  test("a refusing partition answers at once", async () => {
    await using network = await openNamespace();
    const [cut, whole] = await ports(network);
    const armed = await apply("partition-network", network, {
      addresses: ["127.0.0.1"],
      ports: [cut],
      protocol: "tcp",
      answer: "reject",
    });
    expect(await network.ask(`connect ${cut}`)).toBe("ECONNREFUSED");
    expect(await network.ask(`connect ${whole}`)).toBe("connected");
    await undo(armed);
    expect(await network.ask(`connect ${cut}`)).toBe("connected");
  });

  test("ten percent loss loses between seven and thirteen percent, and nothing after the undo", async () => {
    await using network = await openNamespace();
    const armed = await apply("lose-packets", network, {
      addresses: ["127.0.0.0/8"],
      protocol: "udp",
      loss: 10,
    });
    const lost = Number(await network.ask("lost 5000 4711")) / 5000;
    expect(lost).toBeGreaterThan(0.07);
    expect(lost).toBeLessThan(0.13);
    await undo(armed);
    expect(await network.ask("lost 500 4711")).toBe(0);
  });

  test("the kernel lets the rules lapse at the deadline, though nobody deletes them", async () => {
    await using network = await openNamespace();
    const [cut] = await ports(network);
    await network.ask(`echo ${cut} before`);
    await apply("partition-network", network, { ports: [cut] }, 300);
    await network.ask(`send ${cut} during`);
    expect(await network.ask(`back ${cut}`)).toBe("during");
    expect(network.run("nft", "list", "tables")).toContain("morrow_");
  });

  test("limited bandwidth carries no more than its rate while its neighbour carries more", async () => {
    await using network = await openNamespace();
    const [limited, free] = await ports(network);
    const armed = await apply("limit-bandwidth", network, { ports: [limited], device: "lo", kilobits: 8000 });
    const bytes = 1_500_000;
    const { seconds, meanwhile } = (await network.ask(`carried ${limited} ${bytes} ${free}`)) as {
      seconds: number;
      meanwhile: number;
    };
    // There and back: the bytes leave by the device twice. What the bucket holds at the start passes unhindered.
    expect((2 * bytes * 8) / seconds).toBeLessThan(8_000_000 * 1.15);
    expect(meanwhile).toBeGreaterThan(3 * bytes);
    await undo(armed);
    expect(network.run("tc", "qdisc", "show", "dev", "lo")).not.toContain("htb");
  });

  test("a device with somebody's own queueing discipline is left alone", async () => {
    await using network = await openNamespace();
    network.run("tc", "qdisc", "add", "dev", "lo", "root", "handle", "7:", "htb");
    await expect(
      apply("limit-bandwidth", network, { ports: [80], device: "lo", kilobits: 100 }),
    ).rejects.toMatchObject({ code: "fault.unsupported" });
    expect(network.run("tc", "qdisc", "show", "dev", "lo")).toContain("htb 7:");
  });
});

const netem = missing === null && (await canDelay());
test.skipIf(!netem)("delayed packets arrive later, in order", async () => {
  await using network = await openNamespace();
  const [slow] = await ports(network);
  const armed = await apply("delay-packets", network, { ports: [slow], device: "lo", delay: 50 });
  const started = performance.now();
  await network.ask(`echo ${slow} hello`);
  expect(performance.now() - started).toBeGreaterThan(100);
  await undo(armed);
});
if (!netem)
  process.stderr.write("delay-packets is not tested: this kernel has no queueing discipline netem.\n");

async function canDelay(): Promise<boolean> {
  await using network = await openNamespace();
  try {
    network.run("tc", "qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms");
    return true;
  } catch {
    return false;
  }
}

test.skipIf(netem)("where the kernel can't delay, the fault says so before anything is done", async () => {
  await expect(
    planFault("delay-packets", { arguments: { ports: [80], device: "lo", delay: 5 } }),
  ).rejects.toMatchObject({ code: "fault.unsupported" });
});
