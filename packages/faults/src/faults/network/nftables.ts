import { networksOf, type Network, type Traffic } from "./traffic.ts";

/** What happens to a packet that is met. `share` is between 0 and 1. */
export type PacketFate =
  | { readonly kind: "drop" }
  | { readonly kind: "reject" }
  | { readonly kind: "drop-share"; readonly share: number };

export interface TrafficRules {
  readonly table: string;
  readonly traffic: Traffic;
  readonly direction: "out" | "in" | "both";
  readonly fate: PacketFate;
  readonly durationMs: number;
}

/**
 * The private table of one fault, as text for `nft -f`. Every rule asks the set `active`, whose elements the kernel itself takes out when
 * the time is over: from then on no rule meets anything, whether or not anybody is left to delete the table (nft(8), "timeout").
 */
export function tableText({ table, traffic, direction, fate, durationMs }: TrafficRules): string {
  const timeout = `${Math.ceil(durationMs)}ms`;
  const chains = [
    ...(direction === "in" ? [] : [chain("output", "daddr", traffic, fate, false)]),
    ...(direction === "out" ? [] : [chain("input", "saddr", traffic, fate, direction === "both")]),
  ];
  return [
    `table inet ${table} {`,
    `  set active { typeof meta nfproto; flags timeout; elements = { ipv4 timeout ${timeout}, ipv6 timeout ${timeout} } }`,
    ...chains,
    "}",
    "",
  ].join("\n");
}

function chain(
  hook: "output" | "input",
  side: "daddr" | "saddr",
  traffic: Traffic,
  fate: PacketFate,
  sparesLoopback: boolean,
): string {
  const rules = [
    // A packet of this host to itself passes both chains; it is met once.
    ...(sparesLoopback ? ["iifname lo return"] : []),
    // Nobody should lock themselves out of the host they are working on.
    ...(traffic.ports.includes(22) ? [] : ["tcp dport 22 return", "tcp sport 22 return"]),
    ...conditions(side, traffic).map(
      (condition) => `meta nfproto @active ${condition} ${verdict(fate, condition)}`,
    ),
  ];
  return [
    `  chain ${hook} {`,
    `    type filter hook ${hook} priority -5; policy accept;`,
    ...rules.map((rule) => `    ${rule}`),
    "  }",
  ].join("\n");
}

/** One condition for each kind of address and end of the port; a packet that one met is gone before the next. */
function conditions(side: "daddr" | "saddr", traffic: Traffic): string[] {
  const addresses = [addressSet(side, traffic, 4), addressSet(side, traffic, 6)].filter((set) => set !== "");
  const protocol =
    traffic.protocol === "any" ? "meta l4proto { tcp, udp }" : `meta l4proto ${traffic.protocol}`;
  const ports = `{ ${traffic.ports.join(", ")} }`;
  const ends =
    traffic.ports.length > 0
      ? [`${protocol} th dport ${ports}`, `${protocol} th sport ${ports}`]
      : traffic.protocol === "any"
        ? [""]
        : [protocol];
  return (addresses.length > 0 ? addresses : [""]).flatMap((address) =>
    ends.map((end) => `${address} ${end}`.trim()),
  );
}

function addressSet(side: "daddr" | "saddr", traffic: Traffic, version: 4 | 6): string {
  const networks = networksOf(traffic).filter((network) => network.version === version);
  return networks.length === 0
    ? ""
    : `${version === 4 ? "ip" : "ip6"} ${side} { ${networks.map(sayNetwork).join(", ")} }`;
}

function sayNetwork({ address, prefix, version }: Network): string {
  return prefix === (version === 4 ? 32 : 128) ? address : `${address}/${prefix}`;
}

function verdict(fate: PacketFate, condition: string): string {
  switch (fate.kind) {
    case "drop":
      return "counter drop";
    case "reject":
      // The answers themselves pass the same chains on a host that talks to itself, and must come through.
      return condition.includes("l4proto tcp")
        ? "tcp flags & rst == 0 counter reject with tcp reset"
        : "meta l4proto != { icmp, icmpv6 } counter reject with icmpx admin-prohibited";
    case "drop-share":
      return `numgen random mod 1000000 < ${Math.round(fate.share * 1e6)} counter drop`;
  }
}
