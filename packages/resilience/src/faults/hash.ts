/** FNV-1a over UTF-8, 32 bits (offset basis and prime as in RFC 9923). The same on every platform. */
export function fnv1a(text: string): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Most names are ASCII, which is its own UTF-8: encoding would cost several times the rest.
    if (unit > 127) return ofBytes(encoder.encode(text));
    hash = Math.imul(hash ^ unit, prime);
  }
  return hash >>> 0;
}

function ofBytes(bytes: Uint8Array): number {
  let hash = basis;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, prime);
  return hash >>> 0;
}

const basis = 0x811c9dc5;
const prime = 0x01000193;
const encoder = new TextEncoder();

/** Spreads what differs in few bits over all 32 (the last step of MurmurHash3, by Austin Appleby, in the public domain). */
export function spread(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
