import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A TCP server of a test, on a port of its own. */
export interface TestServer {
  readonly address: string;
  /** The next connection; waits for it. */
  accepted(): Promise<Socket>;
  close(): Promise<void>;
}

/** `serve` is called for each connection; what it accepts can be taken by `accepted`. */
export async function startTcpServer(serve: (socket: Socket) => void = () => undefined): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const waiting: ((socket: Socket) => void)[] = [];
  const ready: Socket[] = [];
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    const next = waiting.shift();
    if (next === undefined) ready.push(socket);
    else next(socket);
    serve(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `127.0.0.1:${portOf(server)}`,
    accepted: () =>
      new Promise((resolve) => {
        const socket = ready.shift();
        if (socket === undefined) waiting.push(resolve);
        else resolve(socket);
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Sends back what it gets. */
export function startEcho(): Promise<TestServer> {
  return startTcpServer((socket) => socket.pipe(socket));
}

/** Nobody listens there: no system gives such a port to whoever asks for any, as it might one that was free a moment ago. */
export const deadAddress = "127.0.0.1:2";

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen");
  return address.port;
}

/** What a client sees of its connection. */
export class TestClient {
  readonly socket: Socket;
  /** Each event in order: "end", "close", or the code of an error. */
  readonly events: string[] = [];
  readonly chunks: Buffer[] = [];
  readonly closed: Promise<void>;
  #length = 0;
  #changed: (() => void)[] = [];

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (data) => {
      this.chunks.push(data);
      this.#length += data.length;
      this.#wake();
    });
    socket.on("end", () => this.#saw("end"));
    socket.on("error", (error: NodeJS.ErrnoException) => this.#saw(error.code ?? error.message));
    this.closed = new Promise((resolve) => {
      socket.on("close", () => {
        this.#saw("close");
        resolve();
      });
    });
  }

  static async connect(address: { host: string; port: number } | string): Promise<TestClient> {
    const { host, port } = typeof address === "string" ? parse(address) : address;
    const socket = connect({ host, port, noDelay: true });
    const client = new TestClient(socket);
    await new Promise((resolve) => {
      socket.once("connect", resolve);
      socket.once("close", resolve);
    });
    return client;
  }

  get received(): Buffer {
    return Buffer.concat(this.chunks);
  }

  /** Waits until so many bytes are there, or an event is. */
  async until(what: number | string): Promise<void> {
    const there = () => (typeof what === "number" ? this.#length >= what : this.events.includes(what));
    while (!there()) {
      if (this.events.includes("close"))
        throw new Error(`closed before ${what}: ${this.#length} bytes, ${this.events.join(" ")}`);
      await new Promise<void>((resolve) => this.#changed.push(resolve));
    }
  }

  write(data: string | Buffer): void {
    this.socket.write(data);
  }

  /** Sends and waits for as many bytes more; the milliseconds that it took. */
  async roundTrip(data: string | Buffer): Promise<number> {
    const started = performance.now();
    const expected = this.#length + Buffer.byteLength(data);
    this.write(data);
    await this.until(expected);
    return performance.now() - started;
  }

  #saw(event: string): void {
    this.events.push(event);
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#changed.splice(0)) resolve();
  }
}

function parse(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(":");
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ""), port: Number(address.slice(colon + 1)) };
}
