import { WasmReader } from './wasm-reader.ts';

/*
 * QuickJS looks up from its work between the steps of a script, not within one: a sort, a search or a product of large
 * numbers is one step, and may take for ever. A metered module counts the turns of all its loops, and ends with a
 * division by zero when they are used up: at the same turn on every machine.
 *
 * WebAssembly core specification 2.0, section 5 (binary format). All is copied as it is; only a global is added, and
 * instructions at the head of every loop.
 */

/** The message of V8 when a module has used up its turns; QuickJS itself never divides by zero. */
export const USED_UP = 'divide by zero';

const HEADER = 8;
const GLOBALS = 6;
const CODE = 10;
const LOOP = 0x03;

/** Returns a module whose loops make `turns` turns in all. It must have globals of its own, and import none. */
export function meteredWasm(module: Uint8Array, turns: number): Uint8Array<ArrayBuffer> {
  const reader = new WasmReader(module, HEADER);
  const parts: Uint8Array[] = [module.subarray(0, HEADER)];
  let counter = 0;
  while (reader.at < module.length) {
    const id = reader.byte();
    const size = reader.number();
    const end = reader.at + size;
    const section = new WasmReader(module, reader.at);
    let content: Uint8Array = module.subarray(reader.at, end);
    if (id === GLOBALS) {
      counter = section.number();
      content = joined([numberBytes(counter + 1), module.subarray(section.at, end), globalBytes(turns + 1)]);
    }
    if (id === CODE) content = meteredCode(module, section, counter);
    parts.push(Uint8Array.of(id), numberBytes(content.length), content);
    reader.at = end;
  }
  return joined(parts);
}

function meteredCode(module: Uint8Array, reader: WasmReader, counter: number): Uint8Array {
  const count = reader.number();
  const parts: Uint8Array[] = [numberBytes(count)];
  const turn = turnBytes(counter);
  for (let index = 0; index < count; index++) {
    const end = reader.number() + reader.at;
    const body: Uint8Array[] = [];
    let copied = reader.at;
    for (let locals = reader.number(); locals > 0; locals--) {
      reader.number();
      reader.byte();
    }
    while (reader.at < end) {
      if (reader.instruction() !== LOOP) continue;
      body.push(module.subarray(copied, reader.at), turn);
      copied = reader.at;
    }
    body.push(module.subarray(copied, end));
    parts.push(numberBytes(body.reduce((sum, { length }) => sum + length, 0)), ...body);
  }
  return joined(parts);
}

/** A global that can change, of 64 bits: `(global (mut i64) (i64.const value))`. */
function globalBytes(value: number): Uint8Array {
  return Uint8Array.of(0x7e, 0x01, 0x42, ...signedBytes(value), 0x0b);
}

/** Takes one from the counter, and divides by zero when nothing is left of it. */
function turnBytes(counter: number): Uint8Array {
  const global = [...numberBytes(counter)];
  const less = [0x23, ...global, 0x42, 0x01, 0x7d, 0x24, ...global];
  const isEmpty = [0x23, ...global, 0x50];
  const divide = [0x41, 0x01, 0x41, 0x00, 0x6e, 0x1a];
  return Uint8Array.of(...less, ...isEmpty, 0x04, 0x40, ...divide, 0x0b);
}

function numberBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.of(...bytes, rest);
}

/** A positive number where one with a sign is expected: its highest bit must be free. */
function signedBytes(value: number): Uint8Array {
  const bytes = [...numberBytes(value)];
  const last = bytes.pop() ?? 0;
  return last < 64 ? Uint8Array.of(...bytes, last) : Uint8Array.of(...bytes, last + 128, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
