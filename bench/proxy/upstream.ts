/** The server behind the proxies. First byte of a connection: E echoes what follows, S counts as many bytes as the next 8 say and answers. */
import { createServer, type Socket } from "node:net";

const server = createServer({ noDelay: true, highWaterMark: 256 * 1024 }, (socket) => {
  socket.on("error", () => undefined);
  socket.once("data", (first) => {
    if (first[0] === 0x45) {
      if (first.length > 1) socket.write(first.subarray(1));
      socket.pipe(socket);
    } else count(socket, first);
  });
});

function count(socket: Socket, first: Buffer): void {
  let left = Number(first.readBigUInt64BE(1)) - (first.length - 9);
  socket.on("data", (data) => {
    left -= data.length;
    if (left === 0) socket.write("!");
  });
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) process.stdout.write(`127.0.0.1:${address.port}\n`);
});
