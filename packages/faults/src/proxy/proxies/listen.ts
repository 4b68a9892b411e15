import type { Server } from "node:net";

import { AddressError, isWildcard, printAddress, type ResolvedAddress } from "./address.ts";

const because: Readonly<Record<string, string>> = {
  EADDRINUSE: "address already in use",
  EADDRNOTAVAIL: "cannot assign requested address",
  EACCES: "permission denied",
};

/** Listens, and says where. All interfaces means IPv6 and IPv4, as in Go. @throws AddressError in Go's words */
export async function listen(server: Server, address: ResolvedAddress): Promise<ResolvedAddress> {
  const hosts = isWildcard(address.ip) ? ["::", "0.0.0.0"] : [address.ip];
  for (const host of hosts) {
    try {
      // The backlog is cut to what the kernel allows.
      await listening(server, { host, port: address.port, backlog: 4096 });
      return boundAddress(server);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (code === "EAFNOSUPPORT" && host !== hosts.at(-1)) continue;
      throw bindError(address, code, error);
    }
  }
  throw new AddressError("no address to listen at");
}

export function bindError(
  address: ResolvedAddress,
  code: string,
  cause: unknown,
  network = "tcp",
): AddressError {
  return new AddressError(`listen ${network} ${printAddress(address)}: bind: ${because[code] ?? code}`, {
    cause,
  });
}

function listening(server: Server, options: { host: string; port: number; backlog: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function boundAddress(server: Server): ResolvedAddress {
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new AddressError("the listener has no address");
  return { ip: bound.address, port: bound.port };
}
