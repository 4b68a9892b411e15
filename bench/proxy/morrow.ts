/** The fault proxy in a process of its own; prints the origin of its API. */
import { startProxyServer } from "@morrow/faults/proxy";

const server = await startProxyServer({ port: 0 });
process.stdout.write(`${server.url}\n`);
