import {
  Agent,
  createServer,
  request as startRequest,
  type ClientRequest,
  type IncomingMessage,
  ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Socket } from "node:net";
import { duplexPair, type Duplex } from "node:stream";

import { Alarm } from "../alarm.ts";
import { closeGently, reset } from "../links/endpoint.ts";
import { changeHeaders, type HttpFault } from "./fault.ts";

/** The fault for a request, counted as used; undefined for none. */
export type FindFault = (method: string, target: string) => HttpFault | undefined;

/**
 * Speaks HTTP/1.1 with clients and with their upstream, message by message, so that single requests can fail. Each client connection keeps a
 * connection to the upstream of its own, and the links of bytes with their toxics lie between this layer and the upstream.
 */
export class HttpLayer {
  readonly #findFault: FindFault;
  readonly #above = new WeakMap<Duplex, OneConnection>();
  readonly #server = createServer({ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 });

  constructor(findFault: FindFault) {
    this.#findFault = findFault;
    this.#server
      .on("request", (request, response) => this.#answer(request, response))
      .on("checkContinue", (request, response) => this.#answer(request, response))
      .on("upgrade", (request, client: Duplex, head) => this.#upgrade(request, client, head));
  }

  /** Takes a client in; returns the side that stands for it in its connection to the upstream. */
  join(client: Socket): Duplex {
    const [above, below] = duplexPair();
    const agent = new OneConnection(above);
    this.#above.set(client, agent);
    client.once("close", () => above.destroy());
    above.on("error", () => undefined);
    above.once("close", () => {
      agent.destroy();
      below.destroy();
    });
    below.once("close", () => {
      // Nothing was under way, or what was is told by its request's error.
      if (below.errored === null) closeGently(client);
      else reset(client);
      above.destroy();
    });
    above.once("end", () => agent.ended());
    this.#server.emit("connection", client);
    // Accepted paused, until there was an upstream.
    client.resume();
    return below;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const fault = this.#findFault(request.method ?? "", request.url ?? "");
    response.sendDate = false;
    const go = () => {
      if (fault !== undefined && !fault.askUpstream) answerItself(request, response, fault);
      else this.#ask(request, response, fault);
    };
    if (fault !== undefined && fault.delay > 0) new Alarm(go).in(fault.delay);
    else go();
  }

  #ask(request: IncomingMessage, response: ServerResponse, fault: HttpFault | undefined): void {
    const asked = this.#forward(request);
    if (asked === undefined) return;
    asked
      .on("continue", () => response.writeContinue())
      .on("response", (answer) => passAnswer(answer, response, fault))
      .on("error", () => {
        if (!request.socket.destroyed) closeGently(request.socket);
      });
    request.pipe(asked);
  }

  #upgrade(request: IncomingMessage, client: Duplex, head: Buffer): void {
    const asked = this.#forward(request);
    if (asked === undefined) return;
    asked
      .on("upgrade", (answer, upstream, upstreamHead) => {
        client.write(printHead(answer));
        if (upstreamHead.length > 0) client.write(upstreamHead);
        if (head.length > 0) upstream.write(head);
        client.pipe(upstream).pipe(client);
      })
      .on("response", (answer) => {
        // The server did not want to: an answer like any other, and the last one on this connection.
        client.write(printHead(answer));
        answer.pipe(client);
      })
      .on("error", () => client.destroy());
    asked.end();
  }

  #forward(request: IncomingMessage): ClientRequest | undefined {
    const agent = this.#above.get(request.socket);
    if (agent === undefined || request.socket.destroyed) return undefined;
    return startRequest({
      agent,
      host: "upstream",
      method: request.method,
      path: request.url,
      headers: request.rawHeaders,
      setDefaultHeaders: false,
    });
  }
}

/** Sends the requests of one client one after the other over the one connection that it has. */
class OneConnection extends Agent {
  readonly #stream: Duplex;
  #used = false;

  constructor(stream: Duplex) {
    super({ keepAlive: true, maxSockets: 1, maxFreeSockets: 1 });
    this.#stream = stream;
  }

  override createConnection(): Duplex {
    // A second connection would be another client to the toxics; the first is over then.
    if (this.#used) this.#stream.destroy();
    this.#used = true;
    return this.#stream;
  }

  override keepSocketAlive(): boolean {
    return !this.#stream.destroyed && !this.#stream.readableEnded;
  }

  override reuseSocket(): void {
    // Nothing of a socket to set anew: it is no socket.
  }

  /** The upstream sends no more. */
  ended(): void {
    if (Object.keys(this.sockets).length === 0) this.#stream.destroy();
  }
}

function answerItself(request: IncomingMessage, response: ServerResponse, fault: HttpFault): void {
  request.resume();
  const { status } = fault;
  response.writeHead(
    status,
    STATUS_CODES[status] ?? "",
    changeHeaders([], { ...fault, body: fault.body ?? "" }),
  );
  response.end(fault.body);
}

function passAnswer(answer: IncomingMessage, response: ServerResponse, fault: HttpFault | undefined): void {
  const status = fault === undefined || fault.status === 0 ? answer.statusCode : fault.status;
  const message = status === answer.statusCode ? answer.statusMessage : STATUS_CODES[status ?? 0];
  const headers = fault === undefined ? answer.rawHeaders : changeHeaders(answer.rawHeaders, fault);
  response.writeHead(status ?? 502, message ?? "", headers);
  if (fault?.body !== undefined) {
    answer.resume();
    response.end(fault.body);
    return;
  }
  answer.on("data", (data) => {
    if (!response.write(data)) answer.pause();
  });
  response.on("drain", () => answer.resume());
  answer.on("end", () => {
    if (answer.rawTrailers.length > 0) response.addTrailers(pairs(answer.rawTrailers));
    response.end();
  });
  // Cut off in the middle: so is what the client gets.
  answer.on("error", () => response.destroy());
}

function printHead(answer: IncomingMessage): string {
  const lines = pairs(answer.rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${lines.join("")}\r\n`;
}

function pairs(raw: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    found.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  return found;
}
