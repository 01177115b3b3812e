import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFully } from '../../../compiler/compile.ts';
import type { PlayFile, QuestionKind, Questions } from '../../../compiler/playground/protocol.ts';
import { createService } from '../../../compiler/playground/service.ts';

const folder = join(import.meta.dirname, '../../../examples');

function filesOf(name: string): readonly PlayFile[] {
  return readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]*\.bitesize$|^(?:pipelines|xml)\/.*\./.test(path))
    .map((path) => ({ name: path, text: readFileSync(join(folder, name, path), 'utf8') }));
}

/** A service that is asked as the page asks it: what it says is sent as plain data. */
function asked() {
  const service = createService();
  return async <K extends QuestionKind>(kind: K, ask: Questions[K]['ask']): Promise<Questions[K]['answer']> =>
    structuredClone(
      await service({ id: 0, kind, ask } as Parameters<typeof service>[0]),
    ) as Questions[K]['answer'];
}

describe('the compiler of the playground', () => {
  it.each(['sample-app', 'web-service', 'docs-site', 'own-jobs'])(
    'makes what the library makes: %s',
    async (name) => {
      const files = filesOf(name);
      const ask = asked();
      await ask('update', { files });
      const { artifacts, findings } = await ask('compile', {});
      const others = new Map(files.map(({ name, text }) => [name, text]));
      const specs = files.filter((file) => file.name.endsWith('.bitesize'));
      const expected = await compileFully(specs, { files: others });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(artifacts.length).toBeGreaterThan(10);
      expect(artifacts).toEqual(
        expected.artifacts.map(({ path, content }) => ({ path, text: content.text })),
      );
      expect(findings.map(({ code }) => code)).toEqual(expected.diagnostics.map(({ code }) => code));
      // Once more, as after a key was pressed: the catalogue that was needed is there from the start.
      await ask('update', { files: files.map((file) => ({ ...file })) });
      expect((await ask('compile', {})).artifacts).toEqual(artifacts);
    },
  );

  it('tells a mistake with its place and the edit that mends it', async () => {
    const files = filesOf('sample-app').map(({ name, text }) => ({
      name,
      text: text.replace('replicas: 1', 'replcas: 1'),
    }));
    const ask = asked();
    await ask('update', { files });
    const { findings, artifacts } = await ask('compile', {});
    expect(artifacts).toEqual([]);
    const found = findings.find(({ code }) => code === 'schema/unknown-field');
    const text = files.find(({ name }) => name === found?.place?.file)?.text ?? '';
    expect(text.slice(found?.place?.start, found?.place?.end)).toBe('replcas');
    expect(found?.fixes[0]?.edits).toEqual([{ ...found?.place, text: 'replicas' }]);
  });

  it('says what changes from the example, with what is good and what is bad told apart', async () => {
    const base = filesOf('sample-app');
    const files = base.map(({ name, text }) => ({ name, text: text.replace('replicas: 1', 'replicas: 4') }));
    const ask = asked();
    await ask('update', { files });
    const { lines, unified } = await ask('changes', { base });
    expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toContain(
      'spec.replicas: 1 -> 4',
    );
    expect(lines.flat().filter(({ text }) => text === '4')).toContainEqual({ text: '4', paint: 'added' });
    expect(unified).toContain('\n-  replicas: 1\n+  replicas: 4\n');
    await ask('update', { files: base });
    expect(await ask('changes', { base })).toEqual({ lines: [[{ text: 'No changes.' }]], unified: '' });
  });

  it('gives a picture whose boxes lead to the specs', async () => {
    const files = filesOf('sample-app');
    const ask = asked();
    await ask('update', { files });
    const { dot, nodes } = await ask('picture', {});
    expect(dot).toMatch(/^digraph \{/);
    const { place } = nodes.find(({ id }) => id === 'environment:Production') ?? {};
    const text = files.find(({ name }) => name === place?.file)?.text ?? '';
    expect(text.slice(place?.start, place?.end)).toBe('Production');
  });

  it('answers for text that is no spec, and for no text', async () => {
    const ask = asked();
    await ask('update', { files: [] });
    expect((await ask('compile', {})).artifacts).toEqual([]);
    await ask('update', { files: [{ name: 'build.bitesize', text: '\t: [' }] });
    const { findings } = await ask('compile', {});
    expect(findings.map(({ severity }) => severity)).toContain('error');
    expect(await ask('hover', { file: 'absent', offset: 3 })).toBeNull();
    expect(await ask('outputLines', { file: 'absent', offset: 3 })).toEqual([]);
    expect(await ask('origins', { path: 'absent', line: 3 })).toEqual([]);
    expect((await ask('picture', {})).nodes).toEqual([]);
  });
});
