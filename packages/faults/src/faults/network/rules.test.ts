import { expect, test } from "vitest";

import { tableText } from "./nftables.ts";
import { shapingCommands } from "./shaping.ts";
import { parseNetwork, refuseOverWide, type Traffic } from "./traffic.ts";

const everywhere: Traffic = { addresses: [], ports: [], protocol: "any", namespace: null };

test.each([
  ["10.0.0.7", { version: 4, address: "10.0.0.7", prefix: 32 }],
  ["10.0.0.0/8", { version: 4, address: "10.0.0.0", prefix: 8 }],
  ["fd00::/64", { version: 6, address: "fd00::", prefix: 64 }],
  ["::1", { version: 6, address: "::1", prefix: 128 }],
  ["10.0.0.0/33", null],
  ["10.0.0.0/", null],
  ["10.0.0.0/8/8", null],
  ["database.example", null],
  ["10.0.0.1; drop", null],
])("%s as a network", (text, network) => {
  expect(parseNetwork(text)).toEqual(network);
});

test.each([
  [{}, "selection.missing"],
  [{ addresses: ["0.0.0.0/0"] }, "selection.too-wide"],
  [{ addresses: ["::/0"] }, "selection.too-wide"],
  [{ addresses: ["10.0.0.0/7"] }, "selection.too-wide"],
] as const)("traffic that is nearly everything is refused: %j", (said, code) => {
  expect(() => refuseOverWide({ ...everywhere, ...said })).toThrow(expect.objectContaining({ code }));
});

test("ports narrow a wide network", () => {
  expect(() => refuseOverWide({ ...everywhere, addresses: ["0.0.0.0/0"], ports: [5432] })).not.toThrow();
});

test("a table spares remote logins, meets a packet of this host to itself once, and lapses by itself", () => {
  const text = tableText({
    table: "morrow_a1",
    traffic: { ...everywhere, addresses: ["10.0.0.0/24", "fd00::1"], ports: [5432], protocol: "tcp" },
    direction: "both",
    fate: { kind: "drop" },
    durationMs: 1500.2,
  });
  expect(text.split("\n").map((line) => line.trim())).toEqual([
    "table inet morrow_a1 {",
    "set active { typeof meta nfproto; flags timeout; elements = { ipv4 timeout 1501ms, ipv6 timeout 1501ms } }",
    "chain output {",
    "type filter hook output priority -5; policy accept;",
    "tcp dport 22 return",
    "tcp sport 22 return",
    "meta nfproto @active ip daddr { 10.0.0.0/24 } meta l4proto tcp th dport { 5432 } counter drop",
    "meta nfproto @active ip daddr { 10.0.0.0/24 } meta l4proto tcp th sport { 5432 } counter drop",
    "meta nfproto @active ip6 daddr { fd00::1 } meta l4proto tcp th dport { 5432 } counter drop",
    "meta nfproto @active ip6 daddr { fd00::1 } meta l4proto tcp th sport { 5432 } counter drop",
    "}",
    "chain input {",
    "type filter hook input priority -5; policy accept;",
    "iifname lo return",
    "tcp dport 22 return",
    "tcp sport 22 return",
    "meta nfproto @active ip saddr { 10.0.0.0/24 } meta l4proto tcp th dport { 5432 } counter drop",
    "meta nfproto @active ip saddr { 10.0.0.0/24 } meta l4proto tcp th sport { 5432 } counter drop",
    "meta nfproto @active ip6 saddr { fd00::1 } meta l4proto tcp th dport { 5432 } counter drop",
    "meta nfproto @active ip6 saddr { fd00::1 } meta l4proto tcp th sport { 5432 } counter drop",
    "}",
    "}",
    "",
  ]);
});

test("shaping names the rate, the delay, and each end of each port; filters come last", () => {
  const commands = shapingCommands({
    traffic: { ...everywhere, addresses: ["10.0.0.7"], ports: [5432], protocol: "tcp" },
    device: "eth0",
    rate: null,
    delay: { ms: 100, jitterMs: 20 },
  }).map((command) => command.join(" "));
  expect(commands).toEqual([
    "qdisc add dev eth0 root handle 4d4f: htb",
    "class add dev eth0 parent 4d4f: classid 4d4f:1 htb rate 100000000000bit",
    "qdisc add dev eth0 parent 4d4f:1 netem delay 100ms 20ms",
    "filter add dev eth0 parent 4d4f: protocol ip prio 1 u32 match ip dst 10.0.0.7/32 match ip protocol 6 0xff match ip dport 5432 0xffff flowid 4d4f:1",
    "filter add dev eth0 parent 4d4f: protocol ip prio 1 u32 match ip dst 10.0.0.7/32 match ip protocol 6 0xff match ip sport 5432 0xffff flowid 4d4f:1",
  ]);
});
