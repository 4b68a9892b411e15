import type { FaultPlan } from "../fault.ts";
import { FaultFailed, FaultRefused } from "../refusal.ts";
import { runInNamespace, said } from "./apply-rules.ts";
import { networksOf, refuseOverWide, sayTraffic, type Network, type Traffic } from "./traffic.ts";

/** The handle of our root queueing discipline ("MO"), by which its undo recognises it. */
const handle = "4d4f:";

/** Faster than any link: for traffic that is delayed and not limited. */
const unlimitedBits = 100e9;

export interface Shaping {
  readonly traffic: Traffic;
  readonly device: string;
  /** Bits a second; null limits nothing. */
  readonly rate: number | null;
  readonly delay: { readonly ms: number; readonly jitterMs: number } | null;
}

/**
 * The common plan of the faults that are queueing disciplines (tc(8)). Only what leaves by one device is held; what the filters do not
 * meet passes directly.
 * @throws FaultRefused `fault.unsupported` when the kernel has no such discipline or the device has one of somebody else's
 */
export async function planShaping(shaping: Shaping, effect: string): Promise<FaultPlan> {
  const { traffic, device } = shaping;
  const { namespace } = traffic;
  refuseOverWide(traffic);
  await requireFreeDevice(device, namespace);
  await requireDisciplines(shaping);
  return {
    targets: [`${sayTraffic(traffic)}, leaving by ${device}`],
    effect,
    undo: `Deletes our queueing discipline ${handle} of ${device}; the kernel puts its own back.`,
    arm: async () => ({
      steps: [{ kind: "delete-qdisc", device, handle, namespace }],
      expiry: "expiry-process",
      apply: async () => {
        for (const command of shapingCommands(shaping))
          await runInNamespace(namespace, "tc", command).catch((cause: unknown) => {
            throw new FaultFailed(`tc ${command.join(" ")}: ${said(cause)}`, { cause });
          });
        return { device, handle };
      },
      discard: async () => undefined,
    }),
  };
}

/** The arguments of tc, one command each. The filters come last: until then nothing is held. */
export function shapingCommands({ traffic, device, rate, delay }: Shaping): string[][] {
  const bits = String(Math.round(rate ?? unlimitedBits));
  return [
    ["qdisc", "add", "dev", device, "root", "handle", handle, "htb"],
    ["class", "add", "dev", device, "parent", handle, "classid", `${handle}1`, "htb", "rate", `${bits}bit`],
    ...(delay === null ? [] : [netem(device, delay)]),
    ...matches(traffic).map((match) => filter(device, match)),
  ];
}

function filter(device: string, { protocol, match }: Match): string[] {
  // Each protocol needs a priority of its own.
  const priority = protocol === "ip" ? "1" : "2";
  const place = ["filter", "add", "dev", device, "parent", handle, "protocol", protocol, "prio", priority];
  return [...place, "u32", ...match, "flowid", `${handle}1`];
}

function netem(device: string, { ms, jitterMs }: { ms: number; jitterMs: number }): string[] {
  const jitter = jitterMs > 0 ? [`${jitterMs}ms`] : [];
  return ["qdisc", "add", "dev", device, "parent", `${handle}1`, "netem", "delay", `${ms}ms`, ...jitter];
}

interface Match {
  readonly protocol: "ip" | "ipv6";
  readonly match: string[];
}

function matches(traffic: Traffic): Match[] {
  const networks = networksOf(traffic);
  const families: readonly (readonly [4 | 6, readonly Network[]])[] = [
    [4, networks.filter(({ version }) => version === 4)],
    [6, networks.filter(({ version }) => version === 6)],
  ];
  return families.flatMap(([version, named]) => {
    if (networks.length > 0 && named.length === 0) return [];
    const selector = version === 4 ? "ip" : "ip6";
    const destinations =
      named.length === 0
        ? [[]]
        : named.map(({ address, prefix }) => ["match", selector, "dst", `${address}/${prefix}`]);
    return destinations.flatMap((destination) =>
      ends(selector, traffic).map((end): Match => ({
        protocol: version === 4 ? "ip" : "ipv6",
        match: [...destination, ...end],
      })),
    );
  });
}

/** Numbers of the protocols in the header: IANA assigned, TCP 6 and UDP 17. */
const protocolNumbers = { tcp: ["6"], udp: ["17"], any: ["6", "17"] } as const;

function ends(selector: "ip" | "ip6", { ports, protocol }: Traffic): string[][] {
  if (ports.length === 0 && protocol === "any") return [[]];
  return protocolNumbers[protocol].flatMap((number) => {
    const kind = ["match", selector, "protocol", number, "0xff"];
    if (ports.length === 0) return [kind];
    return ports.flatMap((port) =>
      ["dport", "sport"].map((end) => [...kind, "match", selector, end, String(port), "0xffff"]),
    );
  });
}

/** Root disciplines that the kernel puts on a device by itself, and puts back when ours is deleted (net/sched/sch_generic.c). */
const kernelsOwn = new Set(["noqueue", "pfifo_fast", "mq", "fq_codel", "fq"]);

async function requireFreeDevice(device: string, namespace: string | null): Promise<void> {
  const text = await runInNamespace(namespace, "tc", ["qdisc", "show", "dev", device]).catch(
    (cause: unknown) => {
      throw new FaultRefused(
        "fault.unsupported",
        `Holding traffic needs tc (package iproute2), the right to use it, and the device ${device}. ${said(cause)}`,
        { cause },
      );
    },
  );
  const root = /^qdisc (\S+) (\S+) root/m.exec(text);
  if (root !== null && !kernelsOwn.has(root[1] ?? ""))
    throw new FaultRefused(
      "fault.unsupported",
      `${device} already has a queueing discipline (${root[1]} ${root[2]}) that Morrow did not put there and could not put back.`,
    );
}

/** Asks the kernel itself, in a network namespace that exists only for the question. */
async function requireDisciplines({ delay }: Shaping): Promise<void> {
  for (const [kind, ...parameters] of [["htb"], ...(delay === null ? [] : [["netem", "delay", "1ms"]])]) {
    const question = ["tc", "qdisc", "add", "dev", "lo", "root", kind ?? "", ...parameters];
    await runInNamespace(null, "unshare", ["--net", "--", ...question]).catch((cause: unknown) => {
      throw new FaultRefused(
        "fault.unsupported",
        `This kernel does not offer the queueing discipline ${kind}.`,
        {
          cause,
        },
      );
    });
  }
}
