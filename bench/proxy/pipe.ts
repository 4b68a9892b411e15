/** What any proxy in Node could be at best: two sockets piped into each other. `pipe.ts UPSTREAM`; prints where it listens. */
import { connect, createServer } from "node:net";

const upstream = process.argv[2] ?? "";
const colon = upstream.lastIndexOf(":");
const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
  const socket = connect({
    host: upstream.slice(0, colon),
    port: Number(upstream.slice(colon + 1)),
    noDelay: true,
    allowHalfOpen: true,
  });
  client.pipe(socket).pipe(client);
  client.on("error", () => socket.destroy());
  socket.on("error", () => client.destroy());
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 2048 }, () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) process.stdout.write(`127.0.0.1:${address.port}\n`);
});
