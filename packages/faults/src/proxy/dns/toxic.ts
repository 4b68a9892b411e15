import { isIP } from "node:net";

import { GoJsonError } from "../go-json/index.ts";
import type { DnsToxic } from "../toxics/toxic.ts";
import type { DnsAnswer } from "./answer.ts";

const fields = {
  name: "string",
  record_type: "string",
  answer: "string",
  address: "string",
  delay: "int64",
} as const;

/** Answers questions for names instead of the resolver, or later than it, or not at all. */
export const dnsToxic: DnsToxic<typeof fields> = {
  name: "dns",
  goName: "DnsToxic",
  affects: "dns",
  fields,
  added: ["name", "record_type", "answer", "address", "delay"],
  answer: (attributes) => ({
    name: attributes.name.toLowerCase().replace(/\.$/, ""),
    recordType: attributes.record_type.toUpperCase(),
    reply: readAnswer(attributes.answer, attributes.address),
    address: attributes.address,
    delay: attributes.delay,
  }),
};

function readAnswer(answer: string, address: string): DnsAnswer["reply"] {
  switch (answer) {
    case "":
      return "upstream";
    case "address":
      if (isIP(address) === 0) throw new GoJsonError(`address ${address} is neither IPv4 nor IPv6`);
      return answer;
    case "nxdomain":
    case "servfail":
    case "refused":
    case "timeout":
      return answer;
    default:
      throw new GoJsonError("answer can be nxdomain, servfail, refused, timeout or address");
  }
}
