/** Bytes that SHA-256 works on at once. */
const BLOCK = 64;

/**
 * Returns the HMAC (RFC 2104) of a text with SHA-256 in lower case hex: only who has the key can make it. Key and text
 * are taken as UTF-8.
 */
export function hmacSha256(sha256: (bytes: Uint8Array) => string, key: string, message: string): string {
  const encoder = new TextEncoder();
  const given = encoder.encode(key);
  const block = new Uint8Array(BLOCK);
  block.set(given.length > BLOCK ? bytesOf(sha256(given)) : given);
  const padded = (pad: number) => block.map((byte) => byte ^ pad);
  const inner = sha256(joined(padded(0x36), encoder.encode(message)));
  return sha256(joined(padded(0x5c), bytesOf(inner)));
}

function joined(start: Uint8Array, end: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(start.length + end.length);
  bytes.set(start);
  bytes.set(end, start.length);
  return bytes;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
