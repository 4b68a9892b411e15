/** Measures against one address, in a process of its own: `client.ts stream|round-trip|idle HOST:PORT …`, answers in JSON. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";

const [what = "", address = "", amount = ""] = process.argv.slice(2);
const colon = address.lastIndexOf(":");
const target = { host: address.slice(0, colon), port: Number(address.slice(colon + 1)), noDelay: true };

/** Writes `megabytes` in pieces of 64 KiB to a server that counts them; MB a second until it has said that it got all. */
async function stream(megabytes: number): Promise<number> {
  const socket = connect(target);
  await once(socket, "connect");
  const chunk = Buffer.alloc(64 * 1024, 1);
  const total = megabytes * 1_000_000;
  const head = Buffer.alloc(9);
  head.write("S");
  head.writeBigUInt64BE(BigInt(total), 1);
  const started = performance.now();
  socket.write(head);
  let left = total;
  const write = () => {
    while (left > 0) {
      const piece = left < chunk.length ? chunk.subarray(0, left) : chunk;
      left -= piece.length;
      if (!socket.write(piece)) break;
    }
  };
  socket.on("drain", write);
  write();
  await once(socket, "data");
  const seconds = (performance.now() - started) / 1000;
  socket.destroy();
  return total / 1e6 / seconds;
}

/** Milliseconds of each of `count` round trips of 64 bytes, one after the other, after some to warm up. */
async function roundTrips(count: number): Promise<number[]> {
  const socket = connect(target);
  await once(socket, "connect");
  const message = Buffer.alloc(64, 2);
  socket.write("E");
  const times: number[] = [];
  const warmUp = Math.min(300, count);
  for (let index = 0; index < count + warmUp; index += 1) {
    const started = performance.now();
    socket.write(message);
    await received(socket, message.length);
    if (index >= warmUp) times.push(performance.now() - started);
  }
  socket.destroy();
  return times;
}

function received(socket: Socket, length: number): Promise<void> {
  return new Promise((resolve) => {
    let got = 0;
    const take = (data: Buffer) => {
      got += data.length;
      if (got < length) return;
      socket.off("data", take);
      resolve();
    };
    socket.on("data", take);
  });
}

/** Opens `count` connections, sends one byte on each and waits for its echo, then holds them until its input ends. */
async function idle(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const socket = connect(target);
    await once(socket, "connect");
    socket.write("Ex");
    await received(socket, 1);
  }
  process.stdout.write(`${JSON.stringify(count)}\n`);
  process.stdin.resume();
  await once(process.stdin, "end");
  process.exit(0);
}

if (what === "idle") await idle(Number(amount));
else {
  const result = what === "stream" ? await stream(Number(amount)) : await roundTrips(Number(amount));
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
