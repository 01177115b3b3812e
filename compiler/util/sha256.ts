import { sha256 as hashInScript } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * Returns the SHA-256 of a content in lower case hex; a text is taken as UTF-8. Node computes it some thirty times
 * faster than a script can, and its module comes without an import that a browser could not resolve. Elsewhere a
 * script computes it: the result is the same.
 */
export function sha256(content: string | Uint8Array): string {
  if (crypto !== undefined) return crypto.hash('sha256', content);
  return bytesToHex(hashInScript(typeof content === 'string' ? new TextEncoder().encode(content) : content));
}

const crypto = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:crypto');
