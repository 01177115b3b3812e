import { describe, expect, it } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import type { Host } from '../../../compiler/host/host.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { clientInMemory } from './test-client.ts';

describe('what is published', () => {
  it('is what check finds in the text that is not saved', async () => {
    const host = createMemoryHost({ files: { 'build.bitesize': 'project: shop\ncomponents: []\n' } });
    const { client, ended } = clientInMemory(host);
    await client.initialize();
    await client.open('build.bitesize', 'project: shop\ncomponents:\n  - name: web\n    agnet: x\n');
    expect((await client.findings('build.bitesize')).map(({ code }) => code)).toContain(
      'schema/unknown-field',
    );
    await client.replace('build.bitesize', '    agnet: x\n', '');
    expect(await client.findings('build.bitesize')).toEqual([]);
    await client.end();
    expect(await ended).toBe(0);
  });

  it('goes on after a bug, which is logged and is the answer of a request', async () => {
    const host = createMemoryHost({ files: {} });
    let isBroken = true;
    const status: Host['files']['status'] = (path) => {
      if (isBroken) throw new Error('broken on purpose');
      return host.files.status(path);
    };
    const broken: Host = Object.create(host, { files: { value: { ...host.files, status } } });
    const { client } = clientInMemory(broken);
    await client.initialize();
    await client.open('build.bitesize', 'project: shop\n');
    const asked = client.about('textDocument/documentSymbol', 'build.bitesize');
    await expect(asked).rejects.toMatchObject({ code: ErrorCodes.InternalError });
    await client.until(() => client.logged.find((line) => line.includes('broken on purpose')));
    isBroken = false;
    await client.change('build.bitesize', { text: 'projekt: shop\n' });
    expect((await client.findings('build.bitesize')).map(({ code }) => code)).toContain(
      'schema/unknown-field',
    );
    await client.end();
  });
});
