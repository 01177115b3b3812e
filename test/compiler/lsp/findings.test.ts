import { describe, expect, it } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import type { Host } from '../../../compiler/host/host.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { checkFindings, shortFindings } from './check-findings.ts';
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

describe('a fleet', () => {
  const files = {
    'controllers.bitesize':
      "controllers:\n  - name: teams\n    projects: [orders]\n    jenkins:\n      lts: '2.568'\n",
    'orders/build.bitesize': 'project: orders\ncomponents:\n  - name: api\n',
    'orders/jenkins.bitesize':
      'project: orders\njenkins:\n  owners:\n    - {user: olga}\n  mail:\n    host: mail.example.com\n',
  };

  it('has the findings of check in its file, and in projects that its controllers serve', async () => {
    const { client } = clientInMemory(createMemoryHost({ files, env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' } }));
    await client.initialize();
    for (const [name, text] of Object.entries(files)) await client.open(name, text);
    const expectCheck = async () => {
      const texts = Object.fromEntries(Object.keys(files).map((name) => [name, client.text(name)]));
      const checked = await checkFindings(texts);
      for (const name of Object.keys(files)) {
        await client.about('textDocument/foldingRange', name);
        const published = client.published.get(client.uri(name))?.diagnostics ?? [];
        expect(shortFindings(published), name).toEqual(checked.get(name) ?? []);
      }
      return [...checked.values()].flat().join('\n');
    };
    // The settings of the controller are those of the project, which may not have them itself.
    expect(await expectCheck()).toContain('fleet/decided-by-controller');
    await client.replace('orders/jenkins.bitesize', '  mail:\n    host: mail.example.com\n', '');
    // What only shows in the controller and its projects together is found, too.
    expect(await expectCheck()).toMatch(/^\S+ error\[fleet\/seed-mode\].*\nhelp: .*$/);
    await client.replace('controllers.bitesize', 'lts', 'ltss');
    expect(await expectCheck()).toContain('schema/unknown-field');
    await client.replace('controllers.bitesize', 'ltss', 'lts');
    await client.replace('controllers.bitesize', '[orders]', '[order]');
    expect(await expectCheck()).toContain('fleet/no-project');
    await client.end();
  });

  it('has completion, hover and outline for its file', async () => {
    const { client } = clientInMemory(createMemoryHost({ files, env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' } }));
    await client.initialize();
    const name = 'controllers.bitesize';
    await client.open(name, `${files[name]}      \n`);
    const hover = await client.ask('textDocument/hover', name, client.at(name, 'lts'));
    expect(JSON.stringify(hover)).toContain('LTS line of Jenkins');
    const offers = await client.ask('textDocument/completion', name, { line: 5, character: 6 });
    expect(JSON.stringify(offers)).toContain('"label":"agents"');
    expect(await client.about('textDocument/documentSymbol', name)).toHaveLength(1);
    expect(client.logged).toEqual([]);
    await client.end();
  });
});
