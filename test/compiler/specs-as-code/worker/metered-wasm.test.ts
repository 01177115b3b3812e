import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { meteredWasm, USED_UP } from '../../../../compiler/specs-as-code/worker/metered-wasm.ts';

/** The part of WebAssembly that is needed here; the types of Node do not have it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
};

/** `(global (mut i32) (i32.const 0)) (func (export "f") (param i32) loop; local 0 -= 1; br_if 0 while it is not 0)`. */
const counting = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x01, 0x7f, 0x00],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x06, 0x06, 0x01, 0x7f, 0x01, 0x41, 0x00, 0x0b],
  ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
  ...[
    0x0a, 0x10, 0x01, 0x0e, 0x00, 0x03, 0x40, 0x20, 0x00, 0x41, 0x01, 0x6b, 0x22, 0x00, 0x0d, 0x00, 0x0b,
    0x0b,
  ],
);

function loop(turns: number): (count: number) => void {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(meteredWasm(counting, turns)));
  // The boundary: the module stands above.
  return exports.f as (count: number) => void;
}

describe('a metered module', () => {
  test.each([1, 62, 63, 64, 126, 127, 128, 8191, 8192, 1_000_000])('makes %i turns and no more', (turns) => {
    expect(() => loop(turns)(turns)).not.toThrow();
    expect(() => loop(turns)(turns + 1)).toThrow(USED_UP);
  });

  test('counts the turns of all calls', () => {
    const run = loop(10);
    run(6);
    expect(() => run(6)).toThrow(USED_UP);
  });

  test('refuses instructions that it does not know', () => {
    const strange = counting.map((byte, at) => (byte === 0x6b && at > 40 ? 0xfd : byte));
    expect(() => meteredWasm(strange, 10)).toThrow('not known here');
  });

  test('is the engine as well', () => {
    const path = createRequire(import.meta.url).resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm');
    const module = readFileSync(path);
    const metered = meteredWasm(module, 1000);
    expect(WebAssembly.validate(metered)).toBe(true);
    expect(metered.length).toBeGreaterThan(module.length);
  });
});
