import { randomBytes } from "node:crypto";

const digits = "0123456789abcdefghijklmnopqrstuv";
const machine = randomBytes(5);
let counter = randomBytes(3).readUIntBE(0, 3);

/** 20 characters that sort by time, in the form of Toxiproxy's request ids: seconds, process, counter in base 32. */
export function createRequestId(now: number = Date.now()): string {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(Math.floor(now / 1000) % 2 ** 32, 0);
  machine.copy(bytes, 4);
  counter = (counter + 1) % 2 ** 24;
  bytes.writeUIntBE(counter, 9, 3);
  let bits = BigInt(`0x${bytes.toString("hex")}`) << 4n;
  let id = "";
  for (let index = 0; index < 20; index += 1) {
    id = (digits[Number(bits & 31n)] ?? "") + id;
    bits >>= 5n;
  }
  return id;
}
