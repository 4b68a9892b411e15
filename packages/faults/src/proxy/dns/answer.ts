import { isIP } from "node:net";

import { decode, encode, AUTHORITATIVE_ANSWER, type DecodedPacket, type Packet } from "dns-packet";

/** What happens to the answers of some questions. */
export interface DnsAnswer {
  /** Pattern with `*` for the name, without the final dot and in small letters; empty for every name. */
  readonly name: string;
  /** Record type of the question, in capitals; empty for every type. */
  readonly recordType: string;
  /** `upstream` keeps what the resolver says; `timeout` says nothing at all. */
  readonly reply: "upstream" | "nxdomain" | "servfail" | "refused" | "timeout" | "address";
  /** For `address`: IPv4 or IPv6. */
  readonly address: string;
  /** Milliseconds to wait before the answer. */
  readonly delay: number;
}

/** RFC 1035, section 4.1.1. */
function responseCode(reply: DnsAnswer["reply"]): number {
  switch (reply) {
    case "servfail":
      return 2;
    case "nxdomain":
      return 3;
    case "refused":
      return 5;
    case "address":
    case "timeout":
    case "upstream":
      return 0;
  }
}

/** The question of a message; undefined when it has none or can't be read. */
export function questionOf(
  message: Buffer,
): { packet: DecodedPacket; name: string; type: string } | undefined {
  try {
    const packet = decode(message);
    const question = packet.questions?.[0];
    if (question === undefined) return undefined;
    return { packet, name: question.name.toLowerCase().replace(/\.$/, ""), type: question.type };
  } catch {
    // Not for us to judge: the upstream says what it thinks of it.
    return undefined;
  }
}

/** The message that goes back instead of the upstream's. */
export function composeAnswer(packet: DecodedPacket, answer: DnsAnswer): Buffer {
  const code = responseCode(answer.reply);
  const recursion = (packet.flags ?? 0) & 0x0100;
  const message: Packet = {
    type: "response",
    id: packet.id ?? 0,
    // Recursion available, as the resolver that is stood in for would say.
    flags: recursion | 0x0080 | (code === 0 ? AUTHORITATIVE_ANSWER : 0) | code,
    questions: packet.questions ?? [],
  };
  const question = packet.questions?.[0];
  const type = isIP(answer.address) === 6 ? "AAAA" : "A";
  if (answer.reply === "address" && question?.type === type)
    message.answers = [{ name: question.name, type, ttl: 0, data: answer.address }];
  return encode(message);
}
