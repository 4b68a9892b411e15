import { createSocket, type RemoteInfo, type Socket as UdpSocket } from "node:dgram";
import { connect, createServer, isIP, type Server, type Socket } from "node:net";

import { Alarm } from "../alarm.ts";
import { matchesPattern } from "../pattern.ts";
import { AddressError, isWildcard, resolveAddress, type ResolvedAddress } from "../proxies/address.ts";
import { bindError, listen } from "../proxies/listen.ts";
import type { Service, Traffic } from "../proxies/service.ts";
import type { RandomSource } from "../random.ts";
import type { Toxic } from "../toxics/toxic.ts";
import { composeAnswer, questionOf, type DnsAnswer } from "./answer.ts";
import { Frames, frame } from "./frames.ts";

export interface DnsSettings {
  readonly proxy: string;
  /** `host:port` of a resolver, as it is now. */
  upstream(): string;
  toxics(): readonly Toxic[];
  readonly random: RandomSource;
  log(event: string, details: Readonly<Record<string, string | number>>): void;
}

/** A resolver that has not answered after this many milliseconds will not; clients have given up by then. */
const patience = 30_000;

/** Sends one message to the resolver and gives its answer; undefined when there is none. */
type Ask = (message: Buffer) => Promise<Buffer | undefined>;

/** Listens for DNS by UDP and by TCP at the same port, and asks a resolver the same way. */
export class DnsService implements Service {
  readonly #settings: DnsSettings;
  readonly #tcpSockets = new Set<Socket>();
  readonly #udpAsking = new Set<UdpSocket>();
  #udp: UdpSocket | undefined;
  #tcp: Server | undefined;
  #queries = 0;
  #failures = 0;
  readonly #received = { upstream: 0, downstream: 0 };
  readonly #sent = { upstream: 0, downstream: 0 };

  constructor(settings: DnsSettings) {
    this.#settings = settings;
  }

  async start(address: ResolvedAddress): Promise<ResolvedAddress> {
    const tcp = createServer({ noDelay: true }, (client) => this.#serveTcp(client));
    const bound = await listen(tcp, address);
    try {
      this.#udp = await bindUdp(bound);
    } catch (error) {
      await new Promise((resolve) => tcp.close(resolve));
      throw error;
    }
    this.#tcp = tcp;
    const udp = this.#udp;
    udp.on("message", (message, from) => void this.#serveUdp(udp, message, from));
    return bound;
  }

  async stop(): Promise<void> {
    const [tcp, udp] = [this.#tcp, this.#udp];
    this.#tcp = undefined;
    this.#udp = undefined;
    for (const socket of this.#tcpSockets) socket.destroy();
    for (const socket of this.#udpAsking) socket.close();
    this.#udpAsking.clear();
    if (udp !== undefined) await new Promise<void>((resolve) => udp.close(() => resolve()));
    if (tcp !== undefined) await new Promise((resolve) => tcp.close(resolve));
  }

  /** Toxics are looked up for each question. */
  addToxic(): void {}
  updateToxic(): void {}
  removeToxic(): void {}

  get traffic(): Traffic {
    return {
      received: { ...this.#received },
      sent: { ...this.#sent },
      connections: this.#tcpSockets.size,
      connectionsTotal: this.#queries,
      failures: this.#failures,
    };
  }

  async #serveUdp(udp: UdpSocket, message: Buffer, from: RemoteInfo): Promise<void> {
    const answer = await this.#answer(message, (query) => this.#askByUdp(query));
    if (answer !== undefined && this.#udp === udp) udp.send(answer, from.port, from.address);
  }

  #serveTcp(client: Socket): void {
    this.#tcpSockets.add(client);
    client.on("close", () => this.#tcpSockets.delete(client));
    client.on("error", () => undefined);
    const frames = new Frames();
    client.on("data", (data) => {
      for (const message of frames.push(data)) {
        void this.#answer(message, (query) => this.#askByTcp(query)).then((answer) => {
          if (answer !== undefined && client.writable) client.write(frame(answer));
        });
      }
    });
  }

  async #answer(message: Buffer, ask: Ask): Promise<Buffer | undefined> {
    this.#queries += 1;
    this.#received.upstream += message.length;
    const question = questionOf(message);
    const fault = question === undefined ? undefined : this.#findFault(question.name, question.type);
    if (fault !== undefined && fault.delay > 0) await pass(fault.delay);
    const answer = await this.#compose(message, question, fault, ask);
    this.#sent.downstream += answer?.length ?? 0;
    return answer;
  }

  async #compose(
    message: Buffer,
    question: ReturnType<typeof questionOf>,
    fault: DnsAnswer | undefined,
    ask: Ask,
  ) {
    if (fault?.reply === "timeout") return undefined;
    if (fault !== undefined && question !== undefined && fault.reply !== "upstream")
      return composeAnswer(question.packet, fault);
    this.#sent.upstream += message.length;
    const answer = await ask(message).catch((error: unknown) => {
      this.#settings.log("upstream-unreachable", {
        upstream: this.#settings.upstream(),
        because: String(error),
      });
      return undefined;
    });
    if (answer === undefined) this.#failures += 1;
    else this.#received.downstream += answer.length;
    return answer;
  }

  #findFault(name: string, type: string): DnsAnswer | undefined {
    for (const toxic of this.#settings.toxics()) {
      if (toxic.type.affects !== "dns") continue;
      const answer = toxic.type.answer(toxic.attributes);
      if (!matchesPattern(answer.name, name) || (answer.recordType !== "" && answer.recordType !== type))
        continue;
      const roll = this.#settings.random.for(this.#settings.proxy, "dns", toxic.name, toxic.rolled());
      if (roll.fraction() < toxic.toxicity && toxic.admit()) return answer;
    }
    return undefined;
  }

  /** A socket of its own for each question: its port tells answers apart, as for any careful client. */
  async #askByUdp(message: Buffer): Promise<Buffer | undefined> {
    const { ip, port } = await this.#resolver();
    const socket = createSocket(isIP(ip) === 6 ? "udp6" : "udp4");
    this.#udpAsking.add(socket);
    return new Promise((resolve) => {
      const over = (answer?: Buffer) => {
        alarm.cancel();
        if (this.#udpAsking.delete(socket)) socket.close();
        resolve(answer);
      };
      const alarm = new Alarm(() => over());
      alarm.in(patience);
      socket.on("message", (answer) => over(answer));
      socket.on("error", () => over());
      socket.on("close", () => over());
      socket.connect(port, ip, () => socket.send(message, (error) => error !== null && over()));
    });
  }

  async #askByTcp(message: Buffer): Promise<Buffer | undefined> {
    const { ip, port } = await this.#resolver();
    const socket = connect({ host: ip, port, noDelay: true });
    this.#tcpSockets.add(socket);
    const frames = new Frames();
    return new Promise((resolve) => {
      socket.setTimeout(patience, () => socket.destroy());
      socket.on("connect", () => socket.write(frame(message)));
      socket.on("data", (data) => {
        for (const answer of frames.push(data)) {
          resolve(answer);
          socket.destroy();
        }
      });
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#tcpSockets.delete(socket);
        resolve(undefined);
      });
    });
  }

  async #resolver(): Promise<ResolvedAddress> {
    const { ip, port } = await resolveAddress(this.#settings.upstream());
    if (port === 0) throw new AddressError(`address ${this.#settings.upstream()}: missing port in address`);
    return { ip: isWildcard(ip) ? "127.0.0.1" : ip, port };
  }
}

function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => new Alarm(resolve).in(milliseconds));
}

function bindUdp(address: ResolvedAddress): Promise<UdpSocket> {
  const udp = createSocket({ type: isIP(address.ip) === 6 ? "udp6" : "udp4" });
  return new Promise((resolve, reject) => {
    udp.once("error", (error: NodeJS.ErrnoException) =>
      reject(bindError(address, error.code ?? "", error, "udp")),
    );
    udp.bind(address.port, address.ip, () => {
      udp.removeAllListeners("error");
      udp.on("error", () => undefined);
      resolve(udp);
    });
  });
}
