import { getServers } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";

/** An address that can't be used, in the words of Go's net package. */
export class AddressError extends Error {
  override readonly name = "AddressError";
}

/** `ip` is empty for all interfaces. */
export interface ResolvedAddress {
  readonly ip: string;
  readonly port: number;
}

/** Services that are written by name in practice. */
const services: Readonly<Record<string, number>> = {
  domain: 53,
  http: 80,
  https: 443,
  postgresql: 5432,
  redis: 6379,
};

/** `host:port`, `[v6]:port`, `:port`. @throws AddressError */
export function splitHostPort(address: string): { host: string; port: string } {
  const complain = (problem: string) => new AddressError(`address ${address}: ${problem}`);
  const colon = address.lastIndexOf(":");
  if (colon < 0) throw complain("missing port in address");
  if (address.startsWith("[")) {
    const end = address.indexOf("]");
    if (end < 0) throw complain("missing ']' in address");
    if (end + 1 === address.length) throw complain("missing port in address");
    if (end + 1 !== colon)
      throw complain(address[end + 1] === ":" ? "too many colons in address" : "missing port in address");
    return { host: address.slice(1, end), port: address.slice(colon + 1) };
  }
  const host = address.slice(0, colon);
  if (host.includes(":")) throw complain("too many colons in address");
  if (host.includes("]")) throw complain("unexpected ']' in address");
  return { host, port: address.slice(colon + 1) };
}

/** @throws AddressError */
export function parsePort(port: string): number {
  if (port === "") return 0;
  if (/^[+-]?\d+$/.test(port)) {
    const number = Number(port);
    if (number < 0 || number > 65_535) throw new AddressError(`address ${port}: invalid port`);
    return number;
  }
  const known = services[port.toLowerCase()];
  if (known === undefined) throw new AddressError(`lookup tcp/${port}: unknown port`);
  return known;
}

/** IPv4 is preferred for names, as Go does. @throws AddressError */
export async function resolveAddress(address: string): Promise<ResolvedAddress> {
  if (address === "") return { ip: "", port: 0 };
  const parts = splitHostPort(address);
  const port = parsePort(parts.port);
  if (parts.host === "" || isIP(parts.host) !== 0) return { ip: parts.host, port };
  try {
    const found = await lookup(parts.host, { order: "ipv4first" });
    return { ip: found.address, port };
  } catch (error) {
    const server = getServers()[0];
    const where =
      server === undefined ? "" : ` on ${server.includes("]:") ? server : joinHostPort(server, 53)}`;
    throw new AddressError(`lookup ${parts.host}${where}: no such host`, { cause: error });
  }
}

export function joinHostPort(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

export function printAddress(address: ResolvedAddress): string {
  return joinHostPort(address.ip, address.port);
}

/** Whether only this machine can reach it. */
export function isLoopback(ip: string): boolean {
  return ip === "::1" || ip === "localhost" || /^127\.|^::ffff:127\./.test(ip);
}

export function isWildcard(ip: string): boolean {
  return ip === "" || ip === "0.0.0.0" || ip === "::";
}
