import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverCommand } from '../../editors/vscode/server-command.ts';

/*
 * The packed extension, as far as it can be looked at without VS Code: what is in it, what its code asks for, and that all
 * it declares is there. What the server answers is tested over the protocol.
 */

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'bitesize-vsix-'));
let entries: Readonly<Record<string, Uint8Array>> = {};

beforeAll(() => {
  const file = join(folder, 'bitesize.vsix');
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/extension.ts', file], { cwd: root });
  entries = unzipSync(new Uint8Array(readFileSync(file)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function text(name: string): string {
  return new TextDecoder().decode(entries[name]);
}

interface Manifest {
  readonly main: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languages: readonly { readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
  };
}

describe('the extension for VS Code', () => {
  it('has every file that it names', () => {
    const manifest: Manifest = JSON.parse(text('extension/package.json'));
    const { languages, grammars } = manifest.contributes;
    const named = [
      manifest.main,
      ...languages.map((each) => each.configuration),
      ...grammars.map(({ path }) => path),
    ];
    for (const path of named) expect(Object.keys(entries)).toContain(`extension/${path.slice(2)}`);
    for (const [, path] of text('extension.vsixmanifest').matchAll(/ Path="([^"]+)"/g))
      expect(Object.keys(entries)).toContain(path);
    const ends = [...text('[Content_Types].xml').matchAll(/Extension="([^"]+)"/g)].map(([, end]) => end);
    for (const name of Object.keys(entries))
      if (name !== '[Content_Types].xml') expect(ends).toContain(`.${name.split('.').at(-1)}`);
  });

  it('asks for nothing but Node and VS Code, and has the commands that it declares', () => {
    const code = text('extension/extension.cjs');
    const asked: string[] = [];
    const module = { exports: {} as { activate?: unknown; deactivate?: unknown } };
    const require = createRequire(import.meta.url);
    const fake = (name: string): unknown => {
      asked.push(name);
      return isBuiltin(name) ? require(name) : anything();
    };
    new Function('module', 'exports', 'require', code)(module, module.exports, fake);
    expect(asked.filter((name) => !isBuiltin(name) && name !== 'vscode')).toEqual([]);
    expect([typeof module.exports.activate, typeof module.exports.deactivate]).toEqual([
      'function',
      'function',
    ]);
    const manifest: Manifest = JSON.parse(text('extension/package.json'));
    for (const { command } of manifest.contributes.commands)
      expect(code).toContain(`registerCommand("${command}"`);
  });

  it('starts the command of its settings', () => {
    expect(serverCommand(['npx', 'bitesize'])).toEqual({ command: 'npx', args: ['bitesize', 'lsp'] });
    for (const none of [undefined, [], 'bitesize', [1]])
      expect(serverCommand(none)).toEqual({ command: 'bitesize', args: ['lsp'] });
  });
});

/** Stands for a module of which anything may be asked, classes to extend included. */
function anything(): unknown {
  return new Proxy(class {}, {
    get: (target, name) => (name === 'prototype' ? target.prototype : anything()),
  });
}
