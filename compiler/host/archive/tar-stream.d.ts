/* The part of tar-stream that knows the form of a header; it comes without types. */
declare module 'tar-stream/headers.js' {
  interface TarHeader {
    readonly name: string;
    readonly size: number;
    readonly mode: number;
    readonly mtime: Date;
    readonly type: string | null;
  }

  /** Returns a block, or null where the name does not fit into one. */
  export function encode(
    header: TarHeader & { readonly uid: number; readonly gid: number },
  ): Uint8Array | null;
  /** Returns null for a block of zeros; throws for one that is no header. */
  export function decode(block: Uint8Array, encoding: 'utf8', allowUnknownFormat: boolean): TarHeader | null;
  export function encodePax(fields: { readonly name: string }): Uint8Array;
  export function decodePax(bytes: Uint8Array): Readonly<Record<string, string>>;
  export function decodeLongPath(bytes: Uint8Array, encoding: 'utf8'): string;
}
