import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { createInterface, type Interface } from "node:readline";
import { setImmediate as turn } from "node:timers/promises";

/**
 * Runs inside a network namespace and measures what the network there does: one command a line, one JSON answer a line.
 *   ports               two TCP ports that echo
 *   lost COUNT PORT     how many of COUNT datagrams to PORT did not arrive
 *   connect PORT        "connected" or the error's code
 *   echo PORT TEXT      sends on a kept connection and answers what came back
 *   send PORT TEXT      sends on a kept connection and answers at once
 *   back PORT           what came back of it, when it comes back
 *   carried PORT BYTES OTHER   seconds to carry BYTES to PORT, and the bytes that OTHER carried meanwhile
 */
const kept = new Map<number, { readonly socket: Socket; readonly lines: Interface }>();
const coming = new Map<number, Promise<string>>();

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const [command = "", ...args] = line.split(" ");
  const answering = answer(command, args);
  void answering.then(
    (value) => process.stdout.write(`${JSON.stringify(value)}\n`),
    (error: unknown) => process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`),
  );
});
lines.on("close", () => process.exit(0));

async function answer(command: string, args: readonly string[]): Promise<unknown> {
  const [first, second] = args.map(Number);
  switch (command) {
    case "ports":
      return [await listen(), await listen()];
    case "lost":
      return lost(first ?? 0, second ?? 0);
    case "connect":
      return tryConnection(first ?? 0);
    case "echo":
      await send(first ?? 0, args[1] ?? "");
      return coming.get(first ?? 0);
    case "send":
      return send(first ?? 0, args[1] ?? "");
    case "back":
      return coming.get(first ?? 0);
    case "carried":
      return carried(first ?? 0, second ?? 0, Number(args[2]));
    default:
      throw new Error(`unknown command ${command}`);
  }
}

async function listen(): Promise<number> {
  const server = createServer((socket) => void socket.on("error", () => socket.destroy()).pipe(socket));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("it listens on no port");
  return address.port;
}

/** On the loopback device a datagram is delivered or dropped before send returns, so no time has to pass to know that one is lost. */
async function lost(count: number, port: number): Promise<number> {
  const receiver = createSocket("udp4");
  const sender = createSocket("udp4");
  receiver.bind(port, "127.0.0.1");
  await once(receiver, "listening");
  const came = { counted: 0, settling: 0 };
  receiver.on("message", ({ length }) => (came[length === 1 ? "counted" : "settling"] += 1));
  const datagram = (bytes: number): Promise<void> =>
    new Promise((resolve) => {
      sender.send(Buffer.alloc(bytes), port, "127.0.0.1", () => resolve());
    });
  for (let sent = 0; sent < count;) {
    // Few enough at a time that the receiver's buffer never overflows.
    for (let batch = 0; batch < 50 && sent < count; batch += 1, sent += 1) await datagram(1);
    const before = came.settling;
    while (came.settling === before) {
      await datagram(2);
      await turn();
    }
  }
  receiver.close();
  sender.close();
  return count - came.counted;
}

function tryConnection(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve("connected");
    });
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
  });
}

async function send(port: number, text: string): Promise<string> {
  const { socket, lines: echoed } = await keptConnection(port);
  coming.set(
    port,
    once(echoed, "line").then(([line]) => String(line)),
  );
  socket.write(`${text}\n`);
  return "sent";
}

async function keptConnection(port: number): Promise<{ socket: Socket; lines: Interface }> {
  const existing = kept.get(port);
  if (existing !== undefined) return existing;
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.setNoDelay(true);
  const made = { socket, lines: createInterface({ input: socket }) };
  kept.set(port, made);
  return made;
}

async function carried(
  port: number,
  bytes: number,
  other: number,
): Promise<{ seconds: number; meanwhile: number }> {
  const free = stream(other, Number.POSITIVE_INFINITY);
  const started = performance.now();
  await stream(port, bytes).done;
  const seconds = (performance.now() - started) / 1000;
  free.stop();
  return { seconds, meanwhile: free.received() };
}

/** Sends to an echoing port and counts what comes back. */
function stream(port: number, bytes: number): { done: Promise<void>; received(): number; stop(): void } {
  const socket = connect(port, "127.0.0.1");
  const block = Buffer.alloc(16_384);
  let received = 0;
  let sent = 0;
  const pump = (): void => {
    while (sent < bytes && socket.writable) {
      sent += block.length;
      if (!socket.write(block)) return;
    }
  };
  socket.on("connect", pump).on("drain", pump);
  const done = new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      received += chunk.length;
      if (received >= bytes) {
        socket.destroy();
        resolve();
      }
    });
  });
  return { done, received: () => received, stop: () => void socket.destroy() };
}
