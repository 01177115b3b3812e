import { describe, expect, it } from 'vitest';
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
});
