import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { type StdioClient, stdioClient } from './stdio-client.ts';

/* Specs in TypeScript: what is beyond their types, with nothing saved. */

let started: StdioClient;

afterEach(() => started.remove());

const name = 'build.bitesize.ts';

const spec = `import { build } from 'bitesize';
import { components } from './components.ts';

export default build({ project: 'shop', components });
`;

/** The text of the file that the spec imports. */
function components(...names: readonly string[]): string {
  const list = names.map((each) => `  { name: '${each}', artifacts: [{ location: '*.deb' }] },`);
  return `import type { Component } from 'bitesize';\n\nexport const components: Component[] = [\n${list.join('\n')}\n];\n`;
}

describe('specs in TypeScript', () => {
  it('are evaluated with what they import, saved or not, and found in the file where they are wrong', async () => {
    started = await stdioClient({ [name]: spec, 'components.ts': components('web') });
    const { client } = started;
    await client.initialize();
    await client.open(name, spec);
    expect((await client.findings(name)).map(({ code }) => code)).toEqual([]);
    await client.open('components.ts', components('web', '🍰', 'web'));
    const imported = await client.until(() => {
      const published = client.published.get(client.uri('components.ts'));
      return published?.diagnostics.some(({ code }) => code === 'link/duplicate-name')
        ? published
        : undefined;
    });
    const twice = imported.diagnostics.find(({ code }) => code === 'link/duplicate-name');
    if (twice === undefined) throw new Error('not found');
    expect(client.document('components.ts').getText(twice.range)).toContain('web');
    expect(twice.relatedInformation?.[0]?.location.uri).toBe(client.uri('components.ts'));
    await client.change('components.ts', { text: components('web', 'other') });
    await client.until(() =>
      client.published.get(client.uri('components.ts'))?.diagnostics.length === 0 ? true : undefined,
    );
    await client.replace(name, "project: 'shop'", 'project: 1');
    const wrong = await client.findings(name);
    expect(wrong.map(({ code }) => code)).toContain('ts/type');
    await client.replace(name, 'project: 1', 'project: nothing()');
    expect((await client.findings(name)).length).toBeGreaterThan(0);
    await client.replace(name, 'project: nothing()', "project: 'shop'");
    expect(await client.findings(name)).toEqual([]);
    const start = { line: 0, character: 0 };
    const actions = await client.about<readonly CodeAction[]>('textDocument/codeAction', name, {
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    expect(actions).toEqual([]);
    expect(client.logged).toEqual([]);
  });
});
