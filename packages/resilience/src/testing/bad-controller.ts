import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener, type ServerResponse } from "node:http";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";

import { unusedOrigin } from "./http-server.ts";

/** How a controller, or a sidecar of Failure Flags, can be no help. */
export const badKinds = [
  "refusing",
  "silent",
  "slow",
  "no HTTP",
  "failing",
  "redirecting",
  "malformed",
  "huge",
  "wrong types",
  "flapping",
] as const;
export type BadKind = (typeof badKinds)[number];

/** A server that stands where a controller should; gone with `await using`. */
export interface BadController extends AsyncDisposable {
  readonly url: string;
  /** How many connections are open now. */
  readonly connections: number;
  /** How many were ever opened. */
  readonly accepted: number;
  /** Bytes that the other side took. */
  readonly taken: number;
  /** Resolves with the next connection that is opened. */
  opened(): Promise<unknown>;
  /** Resolves with the next connection that is closed. */
  closed(): Promise<unknown>;
}

/** The size of an event or answer that nobody should read to its end. */
export const hugeBytes = 50 * 1024 * 1024;

export async function startBadController(kind: BadKind): Promise<BadController> {
  const server = serverOf(kind);
  const sockets = new Set<Socket>();
  let accepted = 0;
  let taken = 0;
  server.on("connection", (socket: Socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      taken += takenFrom(socket);
      sockets.delete(socket);
      server.emit("gone");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = addressOf(server);
  if (kind === "refusing") await close(server, sockets);
  return {
    // The port that is free again may be given to somebody else.
    url: kind === "refusing" ? unusedOrigin : `http://127.0.0.1:${port}`,
    get connections() {
      return sockets.size;
    },
    get accepted() {
      return accepted;
    },
    get taken() {
      return [...sockets].reduce((sum, socket) => sum + takenFrom(socket), taken);
    },
    opened: () => once(server, "connection"),
    closed: () => once(server, "gone"),
    [Symbol.asyncDispose]: () => (server.listening ? close(server, sockets) : Promise.resolve()),
  };
}

function takenFrom(socket: Socket): number {
  return socket.bytesWritten - socket.writableLength;
}

async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = once(server, "close");
  server.close();
  for (const socket of sockets) socket.destroy();
  await closed;
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new TypeError("The server has no port.");
  return address;
}

function serverOf(kind: BadKind): Server {
  switch (kind) {
    case "refusing":
    case "silent":
      return createServer((socket) => socket.resume());
    case "slow":
      return createServer((socket) =>
        drip(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"),
      );
    case "no HTTP":
      return createServer((socket) => socket.resume().end("SSH-2.0-OpenSSH_9.9\r\n"));
    case "failing":
      return createHttpServer((_request, response) => response.writeHead(500).end("out of order"));
    case "redirecting":
      return createHttpServer((request, response) =>
        response.writeHead(307, { Location: request.url ?? "/" }).end(),
      );
    case "malformed":
      return createHttpServer(answering('{"lease":3000,"rules":[{', '{"lease":3000,"rules":[{'));
    case "huge":
      return createHttpServer((request, response) => {
        begin(request.url, response);
        response.write(isStream(request.url) ? "event: rules\ndata: " : '"');
        flood(response);
      });
    case "wrong types":
      return createHttpServer(
        answering(wrongTypes.join("\n\nevent: rules\ndata: "), `[${wrongTypes.join(",")}]`),
      );
    case "flapping":
      return createHttpServer((request, response) => {
        begin(request.url, response);
        response.write("event: ru", () => response.destroy());
      });
  }
}

const wrongTypes = [
  "null",
  "42",
  '"rules"',
  "[]",
  '{"lease":3000}',
  '{"lease":"3000","rules":[]}',
  '{"lease":3000,"rules":{}}',
  '{"lease":3000,"rules":[null]}',
  '{"lease":3000,"rules":[{"id":"a","point":"reviews","effects":[{"kind":"latency","milliseconds":"long"}]}]}',
  '{"lease":3000,"rules":[{"id":"a","point":"reviews","effects":[],"labels":7}]}',
  '{"rate":"often","effect":[]}',
];

/** An event for those who follow a stream, which then stays open; an answer for those who asked. */
function answering(event: string, answer: string): RequestListener {
  return (request, response) => {
    begin(request.url, response);
    if (isStream(request.url)) response.write(`event: rules\ndata: ${event}\n\n`);
    else response.end(answer);
  };
}

const isStream = (url: string | undefined) => url?.startsWith("/stream") === true;

function begin(url: string | undefined, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": isStream(url) ? "text/event-stream" : "application/json" });
}

function flood(response: ServerResponse): void {
  const part = Buffer.alloc(64 * 1024, "1");
  let left = hugeBytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= part.length;
      if (!response.write(part)) return;
    }
    response.end();
  };
  response.on("drain", more);
  more();
}

/** A character every few ms, as from a machine that has no time. */
function drip(socket: Socket, text: string): void {
  let sent = 0;
  socket.resume();
  const timer = setInterval(() => {
    if (sent < text.length && socket.writable) socket.write(text.charAt(sent));
    sent += 1;
  }, 5);
  socket.on("close", () => clearInterval(timer));
}
