/**
 * Bytes of unknown encoding as text. Chaos Toolkit asks a statistical guesser; for UTF-8 (with or without mark), UTF-16 with mark and
 * plain ASCII the answer is the same here. What is none of these is read as windows-1252, where the guesser may choose another one.
 */
export function decodeGuessing(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
