/** Reads the binary format of WebAssembly from one place on. */
export class WasmReader {
  at: number;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error('the module of WebAssembly ends too early');
    return byte;
  }

  /** Reads a number without sign, seven bits a byte, the lowest first. */
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** Skips an instruction and returns its code; `number` says nothing about signs, but finds the end of any number. */
  instruction(): number {
    const code = this.byte();
    if (code === 0xfc) this.skipNumbers(operandsOfLong(this.number()));
    else if (code === 0x0e || code === 0x1c) this.skipNumbers(this.number() + (code === 0x0e ? 1 : 0));
    else if (code === 0x43 || code === 0x44) this.at += code === 0x43 ? 4 : 8;
    else this.skipNumbers(operandsOf(code));
    return code;
  }

  private skipNumbers(count: number): void {
    for (let index = 0; index < count; index++) this.number();
  }
}

/** How many numbers follow an instruction of one byte (specification, section 5.4). */
function operandsOf(code: number): number {
  if (code === 0x11 || (code >= 0x28 && code <= 0x3e)) return 2;
  const hasOne =
    (code >= 0x02 && code <= 0x04) ||
    (code >= 0x0c && code <= 0x10) ||
    (code >= 0x20 && code <= 0x26) ||
    (code >= 0x3f && code <= 0x42) ||
    code === 0xd0 ||
    code === 0xd2;
  if (hasOne) return 1;
  const hasNone =
    code <= 0x01 || [0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(code) || (code >= 0x45 && code <= 0xc4);
  if (hasNone) return 0;
  throw new Error(`the module of WebAssembly has an instruction ${code} that is not known here`);
}

/** How many numbers follow an instruction of two codes, the first of which is 0xfc. */
function operandsOfLong(code: number): number {
  if (code <= 7) return 0;
  if (code <= 17) return [8, 10, 12, 14].includes(code) ? 2 : 1;
  throw new Error(`the module of WebAssembly has an instruction 252 ${code} that is not known here`);
}
