import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { PlayFile } from './protocol.ts';

/** What a link to the playground holds. */
export interface SharedState {
  /** The example that it began with, which changes are shown against. */
  readonly example: string;
  readonly files: readonly PlayFile[];
}

/** A link that somebody else made is read only so far: a browser tab must not be filled by it. */
const MAX_LINK = 400_000;
const MAX_TEXT = 2_000_000;
const MAX_FILES = 50;

/** Returns the fragment of a link (without `#`) to a state, or undefined for more than a link may hold. */
export function linkOf(state: SharedState): string | undefined {
  const text = strToU8(JSON.stringify([state.example, state.files.map(({ name, text }) => [name, text])]));
  const link = `v1.${base64Url(deflateSync(text, { level: 9 }))}`;
  return link.length > MAX_LINK || text.length > MAX_TEXT ? undefined : link;
}

/** Returns the state that a fragment holds; undefined for one that no `linkOf` gave. It never throws. */
export function stateOf(link: string): SharedState | undefined {
  const packed = link.length > MAX_LINK ? null : /^v1\.([A-Za-z0-9_-]+)$/.exec(link);
  try {
    const text = packed?.[1] === undefined ? undefined : inflated(bytesOf(packed[1]));
    return text === undefined ? undefined : checked(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Returns whether a file may have a name: a path below the folder of the specs, of harmless characters. */
export function isFileName(name: string): boolean {
  return name.length <= 200 && /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(name);
}

function checked(value: unknown): SharedState | undefined {
  if (!Array.isArray(value)) return undefined;
  const [example, list]: readonly unknown[] = value;
  if (typeof example !== 'string' || !Array.isArray(list) || list.length > MAX_FILES) return undefined;
  const files = new Map<string, string>();
  for (const entry of list) {
    if (!Array.isArray(entry)) return undefined;
    const [name, text]: readonly unknown[] = entry;
    if (typeof name !== 'string' || typeof text !== 'string' || !isFileName(name)) return undefined;
    files.set(name, text);
  }
  return { example, files: [...files].map(([name, text]) => ({ name, text })) };
}

/** How much is unpacked at once: a piece of this size becomes at most a thousand times as much. */
const PIECE = 512;

function inflated(bytes: Uint8Array): string | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const inflate = new Inflate((piece, isLast) => {
    length += piece.length;
    isWhole = isLast;
    pieces.push(piece);
  });
  for (let at = 0; at < bytes.length && length <= MAX_TEXT; at += PIECE)
    inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  if (!isWhole || length > MAX_TEXT) return undefined;
  const text = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    text.set(piece, at);
    at += piece.length;
  }
  return strFromU8(text);
}

function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
