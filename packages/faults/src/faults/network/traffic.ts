import { isIP } from "node:net";
import { z } from "zod";

import { FaultRefused } from "../refusal.ts";

/** An address or a network: 10.0.0.7, 10.0.0.0/24, fd00::/64. */
const network = z.string().refine((text) => parseNetwork(text) !== null, "is no IP address or network");

/**
 * Which packets a fault of the network meets. At least one of addresses and ports must be said. An address is the other end's; a port is
 * met at either end.
 */
const fields = {
  addresses: z.array(network).default([]),
  ports: z.array(z.int().min(1).max(65_535)).default([]),
  protocol: z.enum(["tcp", "udp", "any"]).default("any"),
  /** Path of a network namespace, such as /run/netns/a; null for our own. */
  namespace: z.string().startsWith("/", "is no absolute path").nullable().default(null),
};

export const trafficFields = {
  ...fields,
  /** Packets that leave this host, that reach it, or both. */
  direction: z.enum(["out", "in", "both"]).default("both"),
};

/** Queueing disciplines hold only what leaves. */
export const leavingTrafficFields = fields;

export interface Traffic {
  readonly addresses: readonly string[];
  readonly ports: readonly number[];
  readonly protocol: "tcp" | "udp" | "any";
  readonly namespace: string | null;
}

export interface Network {
  readonly version: 4 | 6;
  readonly address: string;
  readonly prefix: number;
}

export function parseNetwork(text: string): Network | null {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (rest.length > 0 || (version !== 4 && version !== 6)) return null;
  const longest = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  return prefix >= 0 && prefix <= longest ? { version, address, prefix } : null;
}

export function networksOf(traffic: Traffic): Network[] {
  return traffic.addresses.map(parseNetwork).filter((found) => found !== null);
}

/** Nobody means half of the Internet: networks wider than these are refused unless ports narrow them. */
const widest = { 4: 8, 6: 32 } as const;

/** @throws FaultRefused `selection.missing` when nothing was said, `selection.too-wide` when it would meet nearly everything */
export function refuseOverWide(traffic: Traffic): void {
  if (traffic.addresses.length === 0 && traffic.ports.length === 0)
    throw new FaultRefused(
      "selection.missing",
      "Say which traffic is meant: give addresses, ports, or both.",
    );
  const wide = networksOf(traffic).find(({ version, prefix }) => prefix < widest[version]);
  if (wide !== undefined && traffic.ports.length === 0)
    throw new FaultRefused(
      "selection.too-wide",
      `${wide.address}/${wide.prefix} would cut this host off. Name a network of at least /${widest[wide.version]}, or add ports.`,
    );
}

/** "TCP with 10.0.0.0/24, port 5432", for people. */
export function sayTraffic({ addresses, ports, protocol, namespace }: Traffic): string {
  const what = protocol === "any" ? "traffic" : `${protocol.toUpperCase()} traffic`;
  const who = addresses.length > 0 ? ` with ${addresses.join(", ")}` : "";
  const where = ports.length > 0 ? ` on port ${ports.join(", ")}` : "";
  return `${what}${who}${where}${namespace === null ? "" : ` in ${namespace}`}`;
}
